import CGSL

/// The quantile function of the gamma distribution of scale 1.
enum GammaQuantile {
  /// GSL's Newton iteration, or a bisection where it gives up.
  ///
  /// `gsl_cdf_gamma_Pinv` of GSL 2.7.1 finds nothing for one in seven probabilities at shape 0.1,
  /// four in five at 0.01, and now and then from shape 1,000 on; where it does find a value, the
  /// distribution function gives the probability back within 1e-8 up to shape 10,000. That function
  /// is a number and rises wherever it was tried: shapes from 1e-6 to 10,000, 600 values each.
  static func value(_ u: Double, shape: Double) -> Double {
    ErrorHandler.switchOff()
    let value = gsl_cdf_gamma_Pinv(u, shape, 1)
    return value.isFinite ? value : bisected(u, shape: shape)
  }

  /// The value at which GSL's distribution function passes `u`, by halving on a logarithmic scale
  /// until neighbouring numbers are left: about 60 steps, 10 µs.
  private static func bisected(_ u: Double, shape: Double) -> Double {
    // ln of the smallest normal number, and of a bound that 1 − 2⁻⁵³ does not reach.
    var (low, high) = (-708.0, log(shape + 50 * shape.squareRoot() + 800))
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return exp(high) }
      if gsl_cdf_gamma_P(exp(middle), shape, 1) < u { low = middle } else { high = middle }
    }
  }
}
