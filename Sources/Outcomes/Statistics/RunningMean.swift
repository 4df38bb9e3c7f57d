/// Mean and variance of values that come one at a time, in a fixed order.
///
/// Welford's recurrence (Technometrics 4, 1962): stable, and the same to the bit for the same
/// values in the same order.
public struct RunningMean: Hashable, Sendable {
  /// How many values there were.
  public private(set) var count = 0
  /// Their mean; 0 before the first.
  public private(set) var mean = 0.0
  private var squares = 0.0

  /// No values yet.
  public init() {}

  /// Adds a value.
  public mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
  }

  /// The unbiased variance; `nil` below two values.
  public var variance: Double? { count < 2 ? nil : squares / Double(count - 1) }

  /// The mean with its two-sided 95 % interval under Student's t; without interval below two
  /// values.
  public var estimate: Estimate {
    guard let variance else {
      return Estimate(mean: mean, interval: nil, replications: count)
    }
    let interval = StudentT.interval(
      around: mean, error: (variance / Double(count)).squareRoot(), freedom: Double(count - 1))
    return Estimate(mean: mean, interval: interval, replications: count)
  }

  /// The same with its interval cut off where the mean cannot lie.
  func estimate(in range: ClosedRange<Double>) -> Estimate {
    Estimate(
      mean: mean, interval: estimate.interval.map { $0.clamped(to: range) }, replications: count)
  }
}
