import CGSL

extension Estimate {
  /// The difference to another mean, as of two independent samples, with its 95 % interval.
  ///
  /// Welch's interval (Biometrika 34, 1947): the variance of each mean is read back from its own
  /// interval, the degrees of freedom are those of Satterthwaite. Where both samples share their
  /// chance the true interval is narrower, but means alone do not tell by how much.
  ///
  /// - Returns: This mean less the other; without an interval where one of the two has none, and
  ///   with the smaller number of replications.
  public func minus(_ other: Estimate) -> Estimate {
    var difference = Estimate(
      mean: mean - other.mean, interval: nil,
      replications: min(replications, other.replications))
    guard let own = varianceOfMean, let others = other.varianceOfMean else { return difference }
    let sum = own + others
    guard sum > 0 else {
      difference.interval = difference.mean...difference.mean
      return difference
    }
    let freedom =
      sum * sum
      / (own * own / Double(replications - 1) + others * others / Double(other.replications - 1))
    let half = gsl_cdf_tdist_Pinv(0.975, freedom) * sum.squareRoot()
    guard half.isFinite, difference.mean.isFinite else { return difference }
    difference.interval = difference.mean - half...difference.mean + half
    return difference
  }

  /// The variance of the mean that its interval under Student's t stands for.
  private var varianceOfMean: Double? {
    guard let interval, replications > 1 else { return nil }
    let half = (interval.upperBound - interval.lowerBound) / 2
    let deviation = half / gsl_cdf_tdist_Pinv(0.975, Double(replications - 1))
    return deviation * deviation
  }
}
