import Outcomes

/// One metric of two models, with the paired difference between them.
struct Contrast {
  var first, later: OutcomeRow
  /// Their means.
  var from, to: Double
  /// The difference of the later model to the first, where the run has one.
  var difference: OutcomeRow?

  /// What may be said of a difference.
  enum Verdict: Hashable {
    /// The later model's value is lower, and the interval leaves zero out.
    case lower
    /// The later model's value is higher, and the interval leaves zero out.
    case higher
    /// The interval holds zero.
    case undecided
    /// There is no interval: too few replications.
    case single
  }

  /// Whether the difference is below zero.
  var isFall: Bool { (difference?.estimate.mean ?? 0) < 0 }

  /// What may be said of the difference.
  var verdict: Verdict {
    guard let estimate = difference?.estimate, estimate.interval != nil else { return .single }
    guard estimate.differsFromZero else { return .undecided }
    return isFall ? .lower : .higher
  }

  /// The interval of the difference in words, signs kept: `−7 h to −5 h`.
  var intervalText: String? {
    difference.flatMap { row in
      row.estimate.interval.map {
        Quantity(value: $0.lowerBound, unit: row.unit).signedText + " to "
          + Quantity(value: $0.upperBound, unit: row.unit).signedText
      }
    }
  }

  /// The bounds of a difference whose sign the sentence says: `5 h to 9 h`.
  var bounds: String? {
    guard let row = difference, let interval = row.estimate.interval else { return nil }
    return isFall
      ? Quantity.bounds(-interval.upperBound, -interval.lowerBound, row.unit)
      : Quantity.bounds(interval.lowerBound, interval.upperBound, row.unit)
  }

  /// The size of a difference whose sign the sentence says, with its interval:
  /// `7 h less, 95 % interval 5 h to 9 h`.
  func sizeText(_ lower: String, _ higher: String) -> String {
    guard let row = difference, let bounds else { return "" }
    let size = Quantity(value: (row.estimate.mean ?? 0).magnitude, unit: row.unit)
    return "\(size.differenceText) \(isFall ? lower : higher), 95 % interval \(bounds)"
  }
}
