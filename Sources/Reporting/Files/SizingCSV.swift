public import Outcomes
import Vocabulary

/// `sizing.csv`: what one pool, or all pools of a currency, need at one service level, a row each.
///
/// By model, currency, arrangement, level and pool, the total last. Amounts are exact decimals in
/// major units; costs are rounded to the places of the currency, in documents too, so that both say
/// the same. How the three sets of replications take part is told in `Reports/README.md`.
///
/// `nostro size --given` reads it back, at one of its levels.
public enum SizingCSV {
  /// A row with how many replications it was made of.
  struct Row {
    /// The need, in minor units.
    let need: Sizing.Row
    let replications: Int

    /// An amount of minor units with all places of the currency.
    func amount(_ minorUnits: Int64?) -> String { need.currency.decimal(minorUnits) }
    /// A cost rounded to the places of the currency.
    func cost(_ cost: Double?) -> String { need.currency.decimal(cost: cost) }
  }

  /// The columns: which need it is, how large it is, what keeps it. Documents say once for all rows
  /// how many replications there were.
  static let table = Table<Row, Void>(
    "sizing.csv",
    which + amounts + answer + [
      .count(
        "replications", "how many replications the first set has; 1 where all are one observation"
      ) {
        $0.replications
      }.inFileAlone
    ])

  /// Which need it is; no two rows agree in all of these.
  private static let which: [Column<Row, Void>] = [
    .text("model", "the model whose flows were sized", about: "The model.") { $0.need.model },
    .exact("currency", "ISO 4217", "the currency of the pool", about: "ISO 4217.") {
      $0.need.currency.code
    },
    .text(
      "pool", "the branch, `all` for the pools of the currency together",
      about: "The branch, or all."
    ) { $0.need.branch ?? "all" },
    .text(
      "arrangement",
      "`none`: no money moves between pools; `policy`: the model's treasury moves it in its windows "
        + "or below its floors, ordering up to what each pool opens with (opening, floor and target "
        + "alike); `token`: the pools act as one; `bound`: what transfers in its windows that know "
        + "the future would need, which no treasury undercuts, and no allocation",
      about: "none, policy, bound (no allocation) or token."
    ) { $0.need.arrangement },
    .rounded(
      "service_level", "share", "the share of replications in which nothing waits",
      about: "0 to 1."
    ) { $0.need.level.levelDigits },
  ]

  /// How large the need is, with its interval.
  private static let amounts: [Column<Row, Void>] = [
    .exact(
      "needed", "major units",
      "the quantile of what was needed: for a pool of its own need in the first set; for `all` of "
        + "the least multiple of what is laid out that suffices in a replication of the second set; "
        + "for a bound of the bound in the first set",
      about: "The quantile of the cash needed, a decimal."
    ) { $0.amount($0.need.needed) }.orNull,
    .exact(
      "low95", "major units", "the lower end of its distribution-free 95 % interval",
      empty: "where the replications are too few for an end, or one observation",
      about: "The lower end of its interval, or null."
    ) { $0.amount($0.need.low) },
    .exact(
      "high95", "major units", "the upper end", empty: "likewise",
      about: "The upper end of its interval, or null."
    ) { $0.amount($0.need.high) },
  ]

  /// What keeps the level, and what that costs.
  ///
  /// Empty of a bound, which nobody can lay out.
  private static let answer: [Column<Row, Void>] = [
    .exact(
      "allocated", "major units", "what is laid out: the pool opens with it and is topped up to it",
      empty: "for a bound", about: "What is laid out, a decimal; null of a bound."
    ) { $0.amount($0.need.allocated) },
    .rounded(
      "yearly_cost", "major units", "what the allocation costs in a year of 365 days",
      empty: "for a bound", about: "What that costs in a year of 365 days."
    ) { $0.cost($0.need.yearlyCost) },
    .rounded(
      "lowest_yearly_cost", "major units",
      "what any allocation that keeps the level in the first set costs at least, certified",
      empty: "for a single pool, for a bound", about: "A certified bound of it, for totals."
    ) { $0.cost($0.need.lowestYearlyCost) },
  ]

  /// The rows of a sizing in the order of the file.
  ///
  /// - Complexity: O(rows).
  static func rows(_ sizing: Sizing) -> [Row] {
    sizing.rows.map { need in
      let isOne = sizing.oneObservation.contains(need.model)
      return Row(need: need, replications: isOne ? 1 : sizing.recorded)
    }
  }

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ sizing: Sizing, to sink: (String) throws -> Void) rethrows {
    try table.write(rows(sizing), to: sink)
  }

  /// The whole file.
  public static func text(_ sizing: Sizing) -> String { table.text(rows(sizing)) }
}

extension Currency {
  /// An amount of minor units in major units with all places of the currency; empty for none.
  ///
  /// `1234.50` of 123,450 US cents: exact, with no separators and no exponent.
  func decimal(_ minorUnits: Int64?) -> String {
    minorUnits.map { Money(minorUnits: $0, self).decimal } ?? ""
  }

  /// A cost in major units, rounded to the places of the currency; empty for none.
  func decimal(cost: Double?) -> String {
    guard let cost, cost.isFinite else { return "" }
    return cost.fixed(exponent)
  }
}

extension Double {
  /// A service level as a share; what a division by a hundred left past nine places is dropped.
  var levelDigits: String { fixed(9, trimmed: true) }
}
