import CGSL

/// Student's t, by which means of few values get their intervals.
///
/// GSL inverts it by iteration, which need not converge: then there is no quantile, and a figure
/// stands without its interval. (None was missing for 1 to 3,000 degrees, powers of ten to 10¹²
/// and 8,000 fractions from 0.01 on.)
enum StudentT {
  /// What is passed with a chance of 2.5 %.
  ///
  /// - Parameter freedom: The degrees of freedom, above 0; need not be whole.
  /// - Returns: `nil` where the degrees are none or GSL finds nothing.
  static func quantile(freedom: Double) -> Double? {
    guard freedom > 0, freedom.isFinite else { return nil }
    errorsAreReturned
    let value = gsl_cdf_tdist_Pinv(0.975, freedom)
    return value.isFinite && value > 0 ? value : nil
  }

  /// The two-sided 95 % interval of a mean.
  ///
  /// - Parameters:
  ///   - error: The standard error of the mean.
  ///   - freedom: The degrees of freedom that it was estimated with.
  /// - Returns: `nil` where there is no quantile, or an end is not finite.
  static func interval(around mean: Double, error: Double, freedom: Double) -> ClosedRange<Double>?
  {
    guard let quantile = quantile(freedom: freedom) else { return nil }
    let half = quantile * error
    guard (mean - half).isFinite, (mean + half).isFinite, half >= 0 else { return nil }
    return mean - half...mean + half
  }

  /// By default an iteration that does not converge ends the process.
  private static let errorsAreReturned: Void = { _ = gsl_set_error_handler_off() }()
}
