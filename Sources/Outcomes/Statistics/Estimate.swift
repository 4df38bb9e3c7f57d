/// A mean over replications with its 95 % interval.
public struct Estimate: Hashable, Codable, Sendable {
  /// The mean over the replications that have a value.
  public var mean: Double
  /// The bounds of the 95 % interval (Student t); `nil` below two replications.
  public var interval: ClosedRange<Double>?
  /// How many replications have a value.
  public var replications: Int

  /// A mean with its interval.
  public init(mean: Double, interval: ClosedRange<Double>?, replications: Int) {
    (self.mean, self.interval, self.replications) = (mean, interval, replications)
  }

  /// Whether the interval leaves zero out.
  public var differsFromZero: Bool {
    guard let interval else { return false }
    return !interval.contains(0)
  }
}
