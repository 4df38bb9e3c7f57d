import CGSL

/// Every parameter of a distribution that cannot be meant.
///
///     try Distribution.gamma(shape: 0, scale: .nan).validated()
///     // shape is 0.0, expected a number above 0 and at most 10,000;
///     // scale is nan, expected a finite number above 0
public struct InvalidDistribution: Error, Hashable, CustomStringConvertible {
  /// One parameter that cannot be meant.
  public struct Problem: Hashable, Sendable {
    /// The name of the parameter, with its row in a table: `points[2].value`.
    public let parameter: String
    /// What stands there.
    public let found: String
    /// What could stand there.
    public let expected: String
  }

  /// The parameters, in the order of the definition; at least one.
  public let problems: [Problem]

  /// All problems on one line.
  public var description: String {
    problems.map { "\($0.parameter) is \($0.found), expected \($0.expected)" }
      .joined(separator: "; ")
  }
}

extension Distribution {
  /// The distribution itself, where every parameter makes sense.
  ///
  /// - Throws: All parameters that do not, with what was found and expected.
  @discardableResult
  public func validated() throws(InvalidDistribution) -> Distribution {
    let problems = self.problems
    guard problems.isEmpty else { throw InvalidDistribution(problems: problems) }
    return self
  }

  /// The lognormal distribution of a median and a 95th percentile.
  ///
  /// mu = ln median, sigma = ln(p95 / median) / 1.6448536269514722, the 95th percentile of the
  /// standard normal distribution.
  ///
  ///     try Distribution.lognormal(median: 900, p95: 600)
  ///     // p95 is 600.0, expected at least median, 900.0
  ///
  /// - Throws: The parameters that make no sense: `median` not above 0, `p95` below it.
  public static func lognormal(median: Double, p95: Double) throws(InvalidDistribution)
    -> Distribution
  {
    let problems =
      positive("median", median) + finite("p95", p95)
      + (median.isFinite && p95.isFinite ? atLeast("p95", p95, median, "median") : [])
    guard problems.isEmpty else { throw InvalidDistribution(problems: problems) }
    return .lognormal(mu: log(median), sigma: log(p95 / median) / 1.6448536269514722)
  }

  private var problems: [InvalidDistribution.Problem] {
    switch self {
    case .constant(let value): Self.finite("value", value)
    case .uniform(let low, let high):
      Self.finite("low", low) + Self.finite("high", high)
        + (low.isFinite && high.isFinite ? Self.atLeast("high", high, low, "low") : [])
    case .exponential(let mean): Self.positive("mean", mean)
    case .normal(let mean, let deviation):
      Self.finite("mean", mean) + Self.notNegative("standardDeviation", deviation)
    case .lognormal(let mu, let sigma): Self.finite("mu", mu) + Self.notNegative("sigma", sigma)
    case .gamma(let shape, let scale):
      Self.check(
        shape > 0 && shape <= 10_000, "shape", shape, "a number above 0 and at most 10,000")
        + Self.positive("scale", scale)
    case .pareto(let minimum, let alpha):
      Self.positive("minimum", minimum) + Self.positive("alpha", alpha)
    case .table(let table): table.problems
    case .choice(let values): values.problems
    }
  }

  private static func check(_ holds: Bool, _ parameter: String, _ value: Double, _ expected: String)
    -> [InvalidDistribution.Problem]
  {
    holds ? [] : [.init(parameter: parameter, found: "\(value)", expected: expected)]
  }

  private static func finite(_ name: String, _ value: Double) -> [InvalidDistribution.Problem] {
    check(value.isFinite, name, value, "a finite number")
  }

  private static func positive(_ name: String, _ value: Double) -> [InvalidDistribution.Problem] {
    check(value.isFinite && value > 0, name, value, "a finite number above 0")
  }

  private static func notNegative(_ name: String, _ value: Double) -> [InvalidDistribution.Problem]
  {
    check(value.isFinite && value >= 0, name, value, "a finite number of at least 0")
  }

  private static func atLeast(_ name: String, _ value: Double, _ bound: Double, _ boundName: String)
    -> [InvalidDistribution.Problem]
  {
    check(value >= bound, name, value, "at least \(boundName), \(bound)")
  }
}
