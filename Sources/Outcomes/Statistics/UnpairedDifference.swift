extension Estimate {
  /// The difference to another mean, as of two independent samples, with its 95 % interval.
  ///
  /// Welch's interval (Biometrika 34, 1947): the variance of each mean is read back from its own
  /// interval, the degrees of freedom are those of Satterthwaite. Where both samples share their
  /// chance the true interval is narrower, but means alone do not tell by how much.
  ///
  /// - Returns: This mean less the other; without an interval where one of the two has none, and
  ///   with the smaller number of replications. `nil` where one of the means is not known.
  public func minus(_ other: Estimate) -> Estimate? {
    guard let mean, let others = other.mean else { return nil }
    let distance = mean - others
    func difference(interval: ClosedRange<Double>?) -> Estimate {
      Estimate(
        mean: distance, interval: interval,
        replications: min(replications, other.replications))
    }
    guard let own = varianceOfMean, let its = other.varianceOfMean else {
      return difference(interval: nil)
    }
    let sum = own + its
    guard sum > 0 else { return difference(interval: distance...distance) }
    let freedom =
      sum * sum
      / (own * own / Double(replications - 1) + its * its / Double(other.replications - 1))
    return difference(
      interval: StudentT.interval(
        around: distance, error: sum.squareRoot(), freedom: freedom))
  }

  /// The variance of the mean that its interval under Student's t stands for, read from the end
  /// that is farther away: the other may be cut off where the figure cannot lie.
  private var varianceOfMean: Double? {
    guard let mean, let interval, replications > 1,
      let quantile = StudentT.quantile(freedom: Double(replications - 1))
    else { return nil }
    let error = max(interval.upperBound - mean, mean - interval.lowerBound) / quantile
    return error * error
  }
}
