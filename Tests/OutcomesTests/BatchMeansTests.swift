import Testing

@testable import Outcomes

@Suite("Batch means of one long run") struct BatchMeansTests {
  /// What batches gave, `nil` where there was nothing to measure.
  private func known(_ values: [Double?]) -> [Observation] { values.map(Observation.init) }

  /// Around 2.5 the squares of 1, 2, 3, 4 are 2.25, 0.25, 0.25, 2.25: 5 in all; √(5/3/4) = 0.6455,
  /// t(0.975, 3) = 3.182.
  @Test("Half the interval is Student's t times the standard error over batches")
  func interval() throws {
    let means = BatchMeans(whole: 2.5, values: known([1, 2, 3, 4]), isSum: false)
    let interval = try #require(means.estimate.interval)
    #expect(means.estimate.mean == 2.5)
    #expect(abs(interval.upperBound - 2.5 - 3.182 * 0.645_5) < 1e-3)
  }

  @Test("A number of payments is that of all batches, its batches each times their number")
  func sums() throws {
    let means = BatchMeans(whole: 10, values: known([1, 2, 3, 4]), isSum: true)
    let interval = try #require(means.estimate.interval)
    #expect(means.estimate.mean == 10)
    #expect(abs(interval.upperBound - 10 - 4 * 3.182 * 0.645_5) < 4e-3)
  }

  /// 1 − Σ(step)²/2Σ(z − z̄)²: rising 1 … 4 has 1 − 3/10; to and fro 1, 4, 1, 4 has 1 − 27/18.
  @Test("What rises depends on what was before; what swings does the opposite")
  func lag1() throws {
    let rising = BatchMeans(whole: 2.5, values: known([1, 2, 3, 4]), isSum: false)
    #expect(abs(try #require(rising.lag1) - 0.7) < 1e-12)
    let swinging = BatchMeans(whole: 2.5, values: known([1, 4, 1, 4]), isSum: false)
    #expect(abs(try #require(swinging.lag1) + 0.5) < 1e-12)
    #expect(swinging.isTrusted && swinging.doubt == nil)
  }

  /// 1.645 · √(18 / 399) = 0.349.
  @Test("Twenty batches are trusted up to a lag-1 autocorrelation of 0.349") func trust() {
    let trend = BatchMeans(whole: 10.5, values: known((1...20).map(Double.init)), isSum: false)
    #expect(abs(trend.highestTrusted - 0.349) < 5e-4)
    #expect(!trend.isTrusted)
    #expect(
      trend.doubt
        == "lag-1 autocorrelation above 0.349: the batches are too short and the interval too narrow"
    )
  }

  @Test("A batch without a value leaves the figure without an interval, and says so")
  func missing() {
    let means = BatchMeans(whole: 2, values: known([1, nil, 3, 2]), isSum: false)
    #expect(means.estimate.interval == nil && means.lag1 == nil && !means.isTrusted)
    #expect(
      means.doubt == "a 95 % interval from batches needs a value of each: 1 of 4 have none")
    let two = BatchMeans(whole: 2, values: known([1, 3]), isSum: false)
    #expect(two.doubt == "a 95 % interval from batches needs 3 of them: found 2")
  }

  @Test("A batch that lies beyond the horizon takes the interval, not only its own value")
  func censored() {
    let values = known([1, 2, 3]) + [.laterThan(9)]
    let means = BatchMeans(whole: 2, values: values, isSum: false)
    #expect(means.estimate.interval == nil && means.count == 3 && means.expected == 4)
  }

  @Test("An interval of what cannot be below zero ends there") func cut() throws {
    let means = BatchMeans(
      whole: 1, values: known([0, 0, 3]), isSum: false, in: 0 ... .infinity)
    #expect(try #require(means.estimate.interval).lowerBound == 0)
  }

  @Test("Batches that are all alike do not depend on each other") func constant() {
    let means = BatchMeans(whole: 5, values: known([5, 5, 5, 5]), isSum: false)
    #expect(means.lag1 == 0 && means.estimate.interval == 5...5)
  }
}
