import Outcomes

/// What came of running replications until a figure is known well enough, in a sentence.
enum PrecisionText {
  /// `140 replications were enough: token.time_to_credit.p95 is 26.8 min ± 2 s, asked for ± 5 s.`
  static func sentence(_ outcome: PrecisionOutcome, replications: Int) -> String {
    let found = EstimateText(outcome.estimate, outcome.unit).known
    let limit = outcome.limit.map { limit in
      let quantity = Quantity(value: limit, unit: outcome.unit)
      return ", asked for ± \(quantity.briefMagnitude)\(quantity.signedSuffix)"
    }
    let figure = "\(outcome.of.printable) is \(found)\(limit ?? "")"
    let count =
      Double(replications).grouped + (replications == 1 ? " replication" : " replications")
    if outcome.isReached { return "\(count) were enough: \(figure)." }
    guard outcome.estimate.expected > 0 else {
      return "\(count) were not enough: none gives \(outcome.of.printable)."
    }
    let never = outcome.estimate.mean == nil ? "; more cannot make it known" : ""
    return "\(count) were not enough: \(figure)\(never)."
  }
}
