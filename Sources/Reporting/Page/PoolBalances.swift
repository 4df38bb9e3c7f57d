import Outcomes
import Vocabulary

/// The balances of the pools over the horizon: small pictures of those that differ most, a table
/// of all.
enum PoolBalances {
  /// How many pools get a picture; the others stand in the table.
  static let pictured = 12

  /// The section; `nil` where the run has no pools.
  static func section(_ findings: Findings, clocks: [ClockAxis]) -> SectionView? {
    let pools = pools(findings)
    let shown = chosen(pools)
    var section = SectionView(id: "pools", title: "Where the money lay")
    if !shown.isEmpty {
      section.remarks = [remark(shown: shown.count, of: pools.count)]
      let titles = findings.models.map(\.readable)
      section.legends = [LegendView(entries: Legend.lines(titles).entries)]
      section.grids = [
        GridView(
          cards: shown.map { pool in
            PoolPicture(
              pool: pool, models: findings.models,
              clocks: clocks.filter { $0.serves(pool.branch) }
            ).figure(id: "pool-\(pool.place)")
          })
      ]
    }
    section.tables = [TopicTable.table(.money(findings), findings), PoolTable.table(findings)]
      .compactMap { $0 }
    return shown.isEmpty && section.tables.isEmpty ? nil : section
  }

  private static func remark(shown: Int, of all: Int) -> String {
    let start = "Balances at every full hour of the first replication."
    guard shown < all else { return start }
    return start + " The \(shown) of \(all) pools whose balances move most, measured by the size "
      + "of the pool, those that differ between models first; the others stand in the table."
  }

  /// The pools in the order in which the histories first name them.
  private static func pools(_ findings: Findings) -> [Pool] {
    var places: [PoolKey: Int] = [:]
    var pools: [Pool] = []
    for history in findings.comparison.poolHistories where history.balances.count > 1 {
      let key = PoolKey(branch: history.branch, currency: history.currency)
      let place = places[key] ?? pools.count
      if place == pools.count {
        places[key] = place
        pools.append(Pool(place: place, branch: key.branch, currency: key.currency, histories: []))
      }
      pools[place].histories.append(history)
    }
    return pools
  }

  /// The pools to picture, in their own order.
  private static func chosen(_ pools: [Pool]) -> [Pool] {
    let ranked = pools.sorted { left, right in
      if left.differs != right.differs { return left.differs }
      return left.movement == right.movement
        ? left.place < right.place : left.movement > right.movement
    }
    return ranked.prefix(pictured).sorted { $0.place < $1.place }
  }

  private struct PoolKey: Hashable {
    var branch: String
    var currency: Currency
  }
}

/// A pool with its histories in the models.
struct Pool {
  /// Its place among the pools of the run.
  var place: Int
  var branch: String
  var currency: Currency
  var histories: [PoolHistory]

  var title: String { "\(branch.printable) \(currency.code)" }

  /// Whether two models disagree on its balances.
  var differs: Bool { histories.contains { $0.balances != histories[0].balances } }

  /// The range of its balances over the largest of them, in 0...2.
  var movement: Double {
    let all = histories.flatMap(\.balances)
    let (low, high) = (Double(all.min() ?? 0), Double(all.max() ?? 0))
    return (high - low) / max(low.magnitude, high.magnitude, 1)
  }
}
