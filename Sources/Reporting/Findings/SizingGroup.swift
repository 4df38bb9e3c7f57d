import Measures
import Outcomes
import Vocabulary

/// What a sizing gave for the pools of one currency in one model.
struct SizingGroup {
  var model: String
  var currency: Currency
  /// One pool each, in their order, and then all together.
  ///
  /// Shape: by arrangement and level, then by pool; the row of all pools has no branch.
  var rows: [Sizing.Row] = []
  /// The curves, and the points that were tried.
  ///
  /// Points that were tried have what they realised; those of curves do not.
  var curves: [Sizing.Point] = []
  var tried: [Sizing.Point] = []
  /// The user's own allocation.
  var given: Sizing.Given?

  /// The arrangements that can be laid out, in the order in which every table shows them.
  static let laidOut = ["none", "policy", "token"]
  /// What no treasury undercuts.
  static let bound = "bound"
  /// All of them, in the order in which every table and picture shows them: the bound beside the
  /// policy, which it holds for.
  static let arrangements = ["none", "policy", bound, "token"]

  /// The groups of a sizing, in the order in which its rows, curves and allocations name them.
  ///
  /// - Complexity: O(rows + curves + allocations).
  static func groups(of sizing: Sizing) -> [SizingGroup] {
    var groups: [SizingGroup] = []
    var places: [Key: Int] = [:]
    func place(_ model: String, _ currency: Currency) -> Int {
      let key = Key(model: model, currency: currency)
      if let place = places[key] { return place }
      places[key] = groups.count
      groups.append(SizingGroup(model: model, currency: currency))
      return groups.count - 1
    }
    for row in sizing.rows { groups[place(row.model, row.currency)].rows.append(row) }
    for point in sizing.curves {
      let place = place(point.model, point.currency)
      if point.realised == nil {
        groups[place].curves.append(point)
      } else {
        groups[place].tried.append(point)
      }
    }
    for given in sizing.given { groups[place(given.model, given.currency)].given = given }
    return groups
  }

  /// The groups model by model.
  ///
  /// - Complexity: O(groups × models).
  static func byModel(_ groups: [SizingGroup]) -> [(model: String, groups: [SizingGroup])] {
    var models: [(model: String, groups: [SizingGroup])] = []
    for group in groups {
      if let place = models.firstIndex(where: { $0.model == group.model }) {
        models[place].groups.append(group)
      } else {
        models.append((group.model, [group]))
      }
    }
    return models
  }

  /// What tells groups apart.
  private struct Key: Hashable {
    var model: String
    var currency: Currency
  }
}

extension SizingGroup {
  /// The service levels, ascending.
  var levels: [Double] { Set(rows.map(\.level)).sorted() }

  /// The branches of the pools in their order.
  var branches: [String] {
    var seen: Set<String> = []
    return rows.compactMap(\.branch).filter { seen.insert($0).inserted }
  }

  /// The row of a pool, or of all of them together.
  ///
  /// - Parameter branch: `nil` for all pools together.
  /// - Complexity: O(rows of the group).
  func row(_ arrangement: String, _ level: Double, _ branch: String? = nil) -> Sizing.Row? {
    rows.first { $0.arrangement == arrangement && $0.level == level && $0.branch == branch }
  }

  /// What a model with this group holds with its own treasury: with tokens, else with its policy,
  /// else without rebalancing; so far as it was tried.
  var own: String? {
    SizingGroup.laidOut.last { name in tried.contains { $0.arrangement == name } }
  }

  /// By how much what is laid out for an arrangement undercuts what is for another, in minor units,
  /// with the total of the other; below zero where it takes more.
  ///
  /// - Returns: `nil` where one of the two is not laid out at that level.
  func saving(of arrangement: String, beside other: String, at level: Double) -> (
    amount: Int64, of: Int64
  )? {
    guard let less = row(arrangement, level)?.allocated, let more = row(other, level)?.allocated
    else { return nil }
    return (more - less, more)
  }

  /// An amount of minor units as people read it, with or without the currency.
  ///
  /// - Parameter bare: Whether the currency is left to the heading.
  func money(_ minorUnits: Int64, bare: Bool = false) -> String {
    let major = Double(minorUnits) / Double(currency.minorUnitsPerUnit)
    let quantity = Quantity(value: major, unit: .currency(currency))
    return bare ? quantity.bareText : quantity.text
  }

  /// The interval of a row's quantile: `12.1M–12.9M`, `≥ 12.1M` where it has no upper end.
  ///
  /// - Returns: `–` where neither end is known.
  func interval(_ row: Sizing.Row) -> String {
    switch (row.low, row.high) {
    case (let low?, let high?): money(low, bare: true) + "–" + money(high, bare: true)
    case (let low?, nil): "≥ " + money(low, bare: true)
    case (nil, let high?): "≤ " + money(high, bare: true)
    case (nil, nil): "–"
    }
  }
}

extension Sizing.Share {
  /// The interval in per cent: `86.1–97.2 %`; of one observation that it is one.
  var intervalText: String {
    guard let low, let high else { return "one observation" }
    return Quantity.share(low).dropLast(2) + "–" + Quantity.share(high)
  }
}

extension Sizing.Share {
  /// The share in per cent; of one observation whether it was enough.
  var text: String {
    low == nil ? (share == 1 ? "enough" : "short") : Quantity.share(share)
  }
}

extension Sizing.Point {
  /// Where the promised level lies beside the realised interval; `nil` inside of it, and for a
  /// point that was not tried.
  var miss: SizingMiss? {
    guard let low = realised?.low, let high = realised?.high else { return nil }
    if level > high { return .fewer }
    // Who holds nothing cannot hold less.
    return level < low && prefunding > 0 ? .more : nil
  }
}

extension Sizing.Given {
  /// Whether what was realised is told apart from what was promised; both are samples, so that
  /// their intervals must not touch.
  var miss: SizingMiss? {
    guard let low = promised.low, let high = promised.high, let least = realised.low,
      let most = realised.high
    else { return nil }
    if low > most { return .fewer }
    return high < least ? .more : nil
  }
}

/// How what was realised departs from what was promised.
enum SizingMiss: Hashable {
  /// Fewer replications than promised went without a wait.
  case fewer
  /// More than promised did.
  case more
}
