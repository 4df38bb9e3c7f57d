import Measures
import Outcomes

/// What readers see of a mean over replications.
///
/// Every table, sentence and annotation takes its figures from here, so that one that is later than
/// the horizon in some replication is nowhere shown as the mean of the others.
///
/// A figure that is later than the horizon in some replications has no mean, and the text says in
/// how many it has a value, never the mean of those.
struct EstimateText {
  /// What is told.
  let estimate: Estimate
  /// In what its numbers are.
  let unit: Unit

  init(_ estimate: Estimate, _ unit: Unit) { (self.estimate, self.unit) = (estimate, unit) }

  /// The mean with its unit; `– (139 of 200)` where it is not known.
  var mean: String {
    estimate.mean.map { Quantity(value: $0, unit: unit).text } ?? estimate.countText
  }

  /// The mean without the unit that a column or a scope already names.
  var bareMean: String {
    estimate.mean.map { Quantity(value: $0, unit: unit).bareText } ?? estimate.countText
  }

  /// The mean with half the width of its interval: `40.2 ± 0.3 %`; with the other end where one is
  /// cut off, since the figure cannot lie beyond: `1.2 (≤ 3.1) h`.
  ///
  /// An interval that is not even on both sides, since a share ends at 0 and 1 or a time at the
  /// horizon, tells the end that chance can still move. Evenness is judged to a hundredth of the
  /// width, for bounds that were rounded when they were committed.
  var meanAndHalfWidth: String {
    guard let mean = estimate.mean else { return estimate.countText }
    let quantity = Quantity(value: mean, unit: unit)
    guard let interval = estimate.interval else { return quantity.text }
    let (below, above) = (mean - interval.lowerBound, interval.upperBound - mean)
    func end(_ value: Double) -> String { Quantity(value: value, unit: unit).briefMagnitude }
    // Committed bounds are rounded to four digits of their width.
    let leeway = 0.005 * (below + above)
    if below < above - leeway {
      return "\(quantity.bareText) (≤ \(end(interval.upperBound)))\(quantity.suffix)"
    }
    if above < below - leeway {
      return "\(quantity.bareText) (≥ \(end(interval.lowerBound)))\(quantity.suffix)"
    }
    let half = Quantity(value: (below + above) / 2, unit: unit)
    return "\(quantity.bareText) ± \(half.briefMagnitude)\(quantity.suffix)"
  }

  /// The difference with its sign and half the width of its interval: `−7.1 ± 0.3 pp`.
  ///
  /// Always with a sign; shares in percentage points.
  var differenceAndHalfWidth: String {
    guard let mean = estimate.mean else { return estimate.countText }
    let quantity = Quantity(value: mean, unit: unit)
    guard let interval = estimate.interval else { return quantity.signedText }
    let half = Quantity(value: (interval.upperBound - interval.lowerBound) / 2, unit: unit)
    let signed = quantity.signedText.dropLast(quantity.signedSuffix.count)
    return "\(signed) ± \(half.briefMagnitude)\(quantity.signedSuffix)"
  }

  /// What is known of the figure, in words: its mean with its interval, or in how many replications
  /// it is later than the horizon and what the mean is at least.
  ///
  /// For sentences, where the table's dash would say too little.
  var known: String {
    guard estimate.mean == nil else { return meanAndHalfWidth }
    let bound = estimate.atLeast.map { "; mean at least \(Quantity(value: $0, unit: unit).text)" }
    return "\(estimate.horizonText)\(bound ?? "")"
  }
}

extension OutcomeRow {
  /// The words for this row.
  private var text: EstimateText { EstimateText(estimate, unit) }
  /// The mean with its unit; see `EstimateText`.
  var meanText: String { text.mean }
  /// The mean without the unit that a column or a scope already names.
  var bareMeanText: String { text.bareMean }
  /// The mean with half the width of its interval.
  var meanAndHalfWidth: String { text.meanAndHalfWidth }
  /// The difference with its sign and half the width of its interval.
  var differenceAndHalfWidth: String { text.differenceAndHalfWidth }
}

extension Estimate {
  /// `– (139 of 200)`: how many replications have a value, of those that should.
  ///
  /// Out of all replications, those later than the horizon counted.
  var countText: String {
    expected == 1 ? "–" : "– (\(Double(replications).grouped) of \(Double(expected).grouped))"
  }

  /// `later than the horizon in 61 of 200 replications`.
  var horizonText: String {
    expected == 1
      ? "later than the horizon"
      : "later than the horizon in \(Double(censored).grouped) of \(Double(expected).grouped) "
        + "replications"
  }
}

extension Sequence<OutcomeRow> {
  /// What `– (139 of 200)` and `(≤ 3.1)` mean, where one of the rows is shown so.
  ///
  /// - Complexity: O(rows).
  var notes: [String] {
    var (hasCount, hasCut) = (false, false)
    for row in self {
      if row.estimate.mean == nil { hasCount = true }
      let text = row.meanAndHalfWidth
      if text.contains("(≤") || text.contains("(≥") { hasCut = true }
    }
    return (hasCount ? [EstimateNote.count] : []) + (hasCut ? [EstimateNote.cut] : [])
  }
}

/// What the signs in tables of estimates mean.
enum EstimateNote {
  /// Of a figure that is later than the horizon.
  static let count =
    "– (k of n): k of n replications have a value; in the others, with – in the only one, it is later "
    + "than the horizon, so that there is no mean (outcomes.csv: at_least)."
  /// Of an interval that is cut off.
  static let cut =
    "(≤ …) or (≥ …): the end of the 95 % interval; the other is cut off where the figure cannot lie."
}
