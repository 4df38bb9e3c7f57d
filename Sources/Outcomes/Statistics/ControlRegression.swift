/// The mean of a figure, corrected for the luck that another figure shows.
///
/// Of the control x the expectation μ is known. Where x̄ lies beside μ, ȳ lies beside its own by
/// about b(x̄ − μ), with b the slope of the regression of y on x; ȳ − b(x̄ − μ) is the regression's
/// value at μ. Its interval is that of the regression, Student's t with n − 2 degrees of freedom:
/// exact where x and y are jointly normal (Lavenberg and Welch, Management Science 27, 1981).
struct ControlRegression: Hashable, Sendable {
  /// The expectation of the control.
  let expectation: Double
  private var count = 0
  private var (meanX, meanY) = (0.0, 0.0)
  private var (sumXX, sumXY, sumYY) = (0.0, 0.0, 0.0)

  /// No values yet.
  init(expectation: Double) {
    self.expectation = expectation
  }

  /// Adds what one replication gave.
  mutating func add(_ y: Double, control x: Double) {
    count += 1
    let (fromX, fromY) = (x - meanX, y - meanY)
    meanX += fromX / Double(count)
    meanY += fromY / Double(count)
    sumXX += fromX * (x - meanX)
    sumXY += fromX * (y - meanY)
    sumYY += fromY * (y - meanY)
  }

  /// The corrected mean, and the variance of it; `nil` below three replications and where the
  /// control never differed.
  var corrected: (mean: Double, variance: Double)? {
    guard count > 2, sumXX > 0 else { return nil }
    let slope = sumXY / sumXX
    let distance = meanX - expectation
    let residual = max(0, sumYY - slope * sumXY) / Double(count - 2)
    return (
      meanY - slope * distance,
      residual * (1 / Double(count) + distance * distance / sumXX)
    )
  }

  /// The corrected mean with its 95 % interval.
  var estimate: Estimate? {
    corrected.map { mean, variance in
      let interval = StudentT.interval(
        around: mean, error: variance.squareRoot(), freedom: Double(count - 2))
      return Estimate(mean: mean, interval: interval, replications: count)
    }
  }
}
