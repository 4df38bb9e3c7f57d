import Outcomes

/// How an estimate stands in files: the columns of tables, the members of JSON documents.
enum EstimateColumns {
  /// The columns of a figure that may be later than the horizon, in their order.
  static let names = ["mean", "low95", "high95", "replications", "censored", "at_least"]

  /// The fields of an estimate, in the order of `names`: numbers are empty where they are not known.
  static func fields(_ estimate: Estimate) -> [String] {
    [
      CSVText.field(estimate.mean), CSVText.field(estimate.interval?.lowerBound),
      CSVText.field(estimate.interval?.upperBound), String(estimate.replications),
      String(estimate.censored), CSVText.field(estimate.atLeast),
    ]
  }

  /// The members of an estimate, by the same names; of none, that no replication has a value.
  static func members(_ estimate: Estimate?) -> [(key: String, value: JSONText)] {
    [
      ("mean", number(estimate?.mean)), ("low95", number(estimate?.interval?.lowerBound)),
      ("high95", number(estimate?.interval?.upperBound)),
      ("replications", .integer(UInt64(max(0, estimate?.replications ?? 0)))),
      ("censored", .integer(UInt64(max(0, estimate?.censored ?? 0)))),
      ("at_least", number(estimate?.atLeast)),
    ]
  }

  private static func number(_ value: Double?) -> JSONText { value.map { .number($0) } ?? .null }
}
