/// A mean over replications with its 95 % interval, or what is known of it where some replications
/// lie beyond the horizon (see `Observation`).
public struct Estimate: Hashable, Codable, Sendable {
  /// The mean over the replications that have a value; `nil` where some are censored, since theirs
  /// would be the mean of the survivors.
  public let mean: Double?
  /// The bounds of the 95 % interval (Student t), cut off where the figure cannot lie; `nil` below
  /// two replications.
  public let interval: ClosedRange<Double>?
  /// How many replications have a value.
  public let replications: Int
  /// In how many the figure is later than the horizon; of a difference, in how many one of its two
  /// figures is, or is there alone. Those without an observation do not count.
  public let censored: Int
  /// Below what the mean cannot lie where it is not known: that of the values and, of censored
  /// replications, of their lower bounds. `nil` where the mean is known or nothing bounds it.
  public let atLeast: Double?

  /// A mean with its interval.
  public init(mean: Double, interval: ClosedRange<Double>?, replications: Int) {
    (self.mean, self.interval, self.replications) = (mean, interval, replications)
    (censored, atLeast) = (0, nil)
  }

  /// What is known of a mean that some replications leave open.
  ///
  /// - Parameters:
  ///   - censored: In how many, at least one, it is later than the horizon.
  ///   - replications: How many have a value.
  ///   - atLeast: Below what it cannot lie; no number that is not finite is kept.
  public init(censored: Int, replications: Int, atLeast: Double?) {
    precondition(censored > 0, "a mean is censored by some replication")
    (mean, interval, self.replications) = (nil, nil, replications)
    (self.censored, self.atLeast) = (censored, atLeast.flatMap { $0.isFinite ? $0 : nil })
  }

  /// How many replications should have a value.
  public var expected: Int { replications + censored }

  /// Whether the interval leaves zero out.
  public var differsFromZero: Bool {
    guard let interval else { return false }
    return !interval.contains(0)
  }

  /// The same of replications that are all one observation: nothing is known of chance.
  var asOneObservation: Estimate {
    guard let mean else { return Estimate(censored: 1, replications: 0, atLeast: atLeast) }
    return Estimate(mean: mean, interval: nil, replications: min(1, replications))
  }

  /// The mean that is known, or what it is at least.
  public var lowerBound: Double? { mean ?? atLeast }

  /// The estimate with a number taken away.
  func less(_ value: Double) -> Estimate {
    guard let mean else {
      return Estimate(
        censored: censored, replications: replications, atLeast: atLeast.map { $0 - value })
    }
    return Estimate(
      mean: mean - value,
      interval: interval.map { $0.lowerBound - value...$0.upperBound - value },
      replications: replications)
  }
}
