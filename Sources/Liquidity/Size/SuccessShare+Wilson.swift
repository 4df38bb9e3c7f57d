import CGSL

extension SuccessShare {
  /// The 95 % interval of Wilson (JASA 22, 1927), which covers the chance as often as it says on
  /// the average, where that of Clopper and Pearson covers it more often.
  ///
  /// Brown, Cai and DasGupta (Statistical Science 16, 2001) recommend it from a few trials on; at
  /// no success or no failure its outer end is 0 or 1.
  public var wilson: ClosedRange<Double> {
    let z = gsl_cdf_ugaussian_Pinv(0.975)
    let n = Double(count)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let low = successes == 0 ? 0 : max(0, centre - half)
    let high = successes == count ? 1 : min(1, centre + half)
    return low...high
  }
}
