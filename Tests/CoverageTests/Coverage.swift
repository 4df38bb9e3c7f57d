/// How often intervals held the truth, over repeated experiments.
struct Coverage {
  private(set) var held = 0
  private(set) var experiments = 0

  /// Adds an experiment; one without an interval has not held the truth.
  mutating func add(_ interval: ClosedRange<Double>?, truth: Double) {
    experiments += 1
    if interval?.contains(truth) ?? false { held += 1 }
  }

  /// The share of the experiments, in per cent.
  var percent: Double { 100 * Double(held) / Double(experiments) }

  /// What a nominal 95 % is to lie in.
  static let allowed = 93.0...97.0
}
