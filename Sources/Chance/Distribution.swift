import CGSL

/// How a random quantity is spread; drawn by inversion, one uniform number to one value.
///
/// Inversion keeps common random numbers common: a larger uniform number never gives a smaller
/// value, whatever the parameters (but for `choice`, which keeps its own order). Parameters are checked by `validated()`, once, where a scenario
/// is read; `quantile(_:)` relies on it.
public enum Distribution: Hashable, Sendable {
  /// Always the same value.
  case constant(Double)
  /// Evenly from `low` to `high`.
  case uniform(low: Double, high: Double)
  /// Waiting times without memory, with a mean above zero.
  case exponential(mean: Double)
  /// The bell curve.
  case normal(mean: Double, standardDeviation: Double)
  /// A value whose natural logarithm is normal with mean `mu` and standard deviation `sigma`.
  case lognormal(mu: Double, sigma: Double)
  /// A gamma distribution: mean `shape × scale`, variance `shape × scale²`; `shape` at most
  /// 10,000, beyond which it is a normal distribution to the eye and GSL loses its footing.
  case gamma(shape: Double, scale: Double)
  /// A Pareto distribution: P(X > x) = (minimum / x)^alpha from `minimum` on.
  case pareto(minimum: Double, alpha: Double)
  /// An empirical table of quantiles, linear between its points.
  case table(QuantileTable)
  /// One of several values, each with a weight.
  case choice(WeightedValues)
}

extension Distribution {
  /// The value that is not passed with a probability of `u`.
  ///
  /// Measured with its uniform number (`Benchmarks`, case `draws`): exponential 16 ns, normal 23,
  /// lognormal 30, Pareto 23, gamma 1,300; `QuantileTables` draw the last by a table.
  ///
  /// The quantile of the normal distribution is a quotient of polynomials in GSL (Wichura's
  /// algorithm AS 241): no iteration that might not converge, ±8.21 at the outermost probabilities.
  ///
  /// - Parameter u: A probability inside (0, 1), as a stream's `uniform(draw:)` gives it: a
  ///   multiple of 2⁻⁵³, so that `1 - u` is exact and `log` (4 ns) does for `log1p` (12 ns).
  public func quantile(_ u: Double) -> Double {
    precondition(u > 0 && u < 1, "a quantile is asked of a probability inside (0, 1)")
    switch self {
    case .constant(let value): return value
    case .uniform(let low, let high): return low + (high - low) * u
    case .exponential(let mean): return -mean * log(1 - u)
    case .normal(let mean, let deviation): return mean + deviation * gsl_cdf_ugaussian_Pinv(u)
    case .lognormal(let mu, let sigma): return exp(mu + sigma * gsl_cdf_ugaussian_Pinv(u))
    case .gamma(let shape, let scale): return scale * GammaQuantile.value(u, shape: shape)
    case .pareto(let minimum, let alpha): return minimum * exp(-log(1 - u) / alpha)
    case .table(let table): return table.quantile(u)
    case .choice(let values): return values.quantile(u)
    }
  }

  /// The mean, or `nil` where it is infinite (Pareto with `alpha` of at most 1).
  public var mean: Double? {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): low + (high - low) / 2
    case .exponential(let mean): mean
    case .normal(let mean, _): mean
    case .lognormal(let mu, let sigma): exp(mu + sigma * sigma / 2)
    case .gamma(let shape, let scale): shape * scale
    case .pareto(let minimum, let alpha): alpha > 1 ? minimum * alpha / (alpha - 1) : nil
    case .table(let table): table.mean
    case .choice(let values): values.mean
    }
  }
}

extension RandomStream {
  /// A value of `distribution`, from the uniform number at `draw`.
  public func value(of distribution: Distribution, draw: UInt64) -> Double {
    distribution.quantile(uniform(draw: draw))
  }
}
