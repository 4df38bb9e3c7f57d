extension Metric {
  /// Whether it is a mean or a total over payments or over time, which moves in proportion to them:
  /// what a control variate may correct.
  ///
  /// Quantiles, the longest time, peaks and lows are order statistics; shares are bounded, and those
  /// within a time stand in an order that a correction of each by its own slope would break.
  public var isMeanOrTotal: Bool {
    switch self {
    case .medianTime, .time90, .time95, .time99, .longestTime, .openingBalance, .peakUse,
      .lowestBalance, .peakOfTotal, .sumOfPeaks:
      false
    default: measure != .share
    }
  }

  /// Where it can lie: shares from 0 to 1; times, counts and money from 0 on, but for the lowest
  /// balance, which may be drawn, and for what a conversion costs, which may be a gain.
  public var range: ClosedRange<Double> {
    switch self {
    case .lowestBalance, .exchangeCost: -.infinity ... .infinity
    default: measure == .share ? 0...1 : 0 ... .infinity
    }
  }
}
