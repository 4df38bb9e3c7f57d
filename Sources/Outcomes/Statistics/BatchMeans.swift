/// The interval of a figure of one long run, from its values in batches of equal length.
///
/// The figure is that of the whole run, its spread that of the batches around it (sectioning:
/// Asmussen and Glynn, Stochastic Simulation, 2007, §III.5), Student's t with one degree of freedom
/// less than batches. It holds as far as batches are long enough to be independent.
public struct BatchMeans: Hashable, Sendable {
  /// The figure with its interval; no interval where not every batch has a value.
  public let estimate: Estimate
  /// How many batches have a value, of how many.
  public let count, expected: Int
  /// The lag-1 autocorrelation of the batches by von Neumann's ratio, 1 − Σ(zᵢ − zᵢ₊₁)² / 2Σ(zᵢ − z̄)²
  /// (Annals of Mathematical Statistics 12, 1941); `nil` without an interval.
  public let lag1: Double?

  /// The batch means of a run.
  ///
  /// - Parameters:
  ///   - whole: The figure of the whole run.
  ///   - values: What each batch gave, in the order of time.
  ///   - isSum: Whether the figure is the sum of those of the batches, as a number of payments is.
  ///   - range: Where the figure can lie; the interval is cut off there.
  public init(
    whole: Double, values: [Observation], isSum: Bool,
    in range: ClosedRange<Double> = -.infinity ... .infinity
  ) {
    let given = values.compactMap { value in
      if case .value(let number) = value { number } else { nil }
    }
    (count, expected) = (given.count, values.count)
    guard count == expected, count > 2 else {
      estimate = Estimate(mean: whole, interval: nil, replications: 1)
      lag1 = nil
      return
    }
    let sections = isSum ? given.map { $0 * Double(given.count) } : given
    let squares = sections.reduce(0) { $0 + ($1 - whole) * ($1 - whole) }
    let error = (squares / Double(count - 1) / Double(count)).squareRoot()
    let interval = StudentT.interval(around: whole, error: error, freedom: Double(count - 1))
    estimate = Estimate(
      mean: whole, interval: interval?.clamped(to: range), replications: 1)
    lag1 = BatchMeans.lag1(of: sections)
  }

  private static func lag1(of values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return 0 }
    let steps = zip(values, values.dropFirst()).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - steps / (2 * squares)
  }

  /// The lag-1 autocorrelation above which batches are too short: independent ones pass it once in
  /// twenty runs, z(0.95) · √((b − 2) / (b² − 1)) (the test of Fishman, Management Science 24, 1978).
  public var highestTrusted: Double {
    let b = Double(count)
    return 1.644_853_626_951_472_7 * ((b - 2) / (b * b - 1)).squareRoot()
  }

  /// Whether the interval can be trusted.
  public var isTrusted: Bool { lag1.map { $0 <= highestTrusted } ?? false }

  /// Why there is no interval, or why it is not to be trusted; `nil` where it is.
  public var doubt: String? {
    guard let lag1 else {
      return count == expected
        ? "a 95 % interval from batches needs 3 of them: found \(count)"
        : "a 95 % interval from batches needs a value of each: \(expected - count) of \(expected) "
          + "have none"
    }
    guard lag1 > highestTrusted else { return nil }
    return "lag-1 autocorrelation above \(BatchMeans.rounded(highestTrusted)): the batches are too "
      + "short and the interval too narrow"
  }

  private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
