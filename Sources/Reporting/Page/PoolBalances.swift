import Measures
import Outcomes
import Vocabulary

/// The balances of the pools over the horizon: fans over the replications of those that move
/// most, a table of all.
enum PoolBalances {
  /// The section; `nil` where the run has no pools.
  ///
  /// - Parameter clocks: Those of UTC and of all branches; each picture takes the ones that serve
  ///   its branch.
  static func section(_ findings: Findings, clocks: [ClockAxis]) -> SectionView? {
    let pools = pools(findings)
    var section = SectionView(id: "pools", title: "Where the money lay")
    if let first = pools.first?.fans.first {
      section.remarks = [remark(first, shown: pools.count, findings)]
      section.legends = [legend(first.replications)]
      section.grids = [
        GridView(
          cards: pools.enumerated().map { place, pool in
            PoolPicture(
              pool: pool, models: findings.models,
              clocks: clocks.filter { $0.serves(pool.branch) }
            ).figure(id: "pool-\(place)")
          })
      ]
    }
    section.tables =
      TopicTable.tables(.money(findings), findings)
      + [PoolTable.table(findings)].compactMap { $0 }
    return pools.isEmpty && section.tables.isEmpty ? nil : section
  }

  /// The key of what fans show; with one replication a line alone.
  private static func legend(_ replications: Int) -> LegendView {
    let line = Legend.key(
      to: "line s0 whole", path: "M0 6H28",
      label: replications > 1 ? "median" : "balance of the one replication")
    let lowest = Legend.key(
      to: "mark low", path: "M14 1.8l4.2 4.2l-4.2 4.2l-4.2 -4.2z", label: "lowest of all")
    guard replications > 1 else { return LegendView(entries: [line, lowest]) }
    let bands = [
      Legend.key(to: "band twice", label: "half of the replications"),
      Legend.key(to: "band", label: "90 % of them"),
    ]
    return LegendView(entries: [line] + bands + [lowest])
  }

  /// What a point of a fan is, since long runs show the lowest balance of a stretch and not each
  /// hour, and which pools are shown where not all are.
  private static func remark(_ fan: PoolFan, shown: Int, _ findings: Findings) -> String {
    let count = fan.replications
    let hours = Int64(fan.step.inSeconds / 3_600)
    let stretch = hours == 1 ? "at every full hour" : "the lowest of every \(span(hours))"
    let start =
      "Balances \(stretch), over \(count == 1 ? "one replication" : "\(count) replications")"
    let all = max(shown, findings.scopes(of: .pool).count)
    guard shown < all else { return start + "." }
    return start + ". The \(shown) of \(all) pools whose balances move most in the first "
      + "replication, by their own size, those that differ between models first."
  }

  /// A number of hours in words, days where they are whole.
  private static func span(_ hours: Int64) -> String {
    switch hours {
    case 24: "day"
    case let hours where hours % 24 == 0: "\(hours / 24) days"
    default: "\(hours) hours"
    }
  }

  /// The pools in the order in which the fans first name them.
  ///
  /// - Complexity: O(fans × pools).
  private static func pools(_ findings: Findings) -> [Pool] {
    var pools: [Pool] = []
    for fan in findings.comparison.fans where fan.median.count > 1 {
      let known = pools.firstIndex { $0.branch == fan.branch && $0.currency == fan.currency }
      if let known {
        pools[known].fans.append(fan)
      } else {
        pools.append(Pool(branch: fan.branch, currency: fan.currency, fans: [fan]))
      }
    }
    return pools
  }
}

/// A pool with its balances in the models.
///
/// Not the pool of a scenario: a report knows names alone.
struct Pool {
  var branch: String
  var currency: Currency
  /// One for each model that has balances of it, in the order of the models.
  var fans: [PoolFan]

  var title: String { "\(branch.printable) \(currency.code)" }
}
