import Testing

@testable import Outcomes

@Suite("the difference of two independent means has Welch's interval")
struct UnpairedDifferenceTests {
  /// An estimate of a sample with a mean and a variance, its interval by the quantile of Student's
  /// t at 0.975 as tables give it.
  private func estimate(_ mean: Double, variance: Double, count: Int, quantile: Double) -> Estimate
  {
    let half = quantile * (variance / Double(count)).squareRoot()
    return Estimate(mean: mean, interval: mean - half...mean + half, replications: count)
  }

  /// Samples of 15 with means 20.82 and 22.98, variances 7.94 and 3.81: ν = 24.9 (a worked example
  /// of Welch's test that is often given), t(0.975; 24.9) = 2.060, half width 2.060 · √(11.75 / 15).
  @Test("Two samples of fifteen differ by −2.16 ± 1.823") func worked() throws {
    let one = estimate(20.82, variance: 7.94, count: 15, quantile: 2.144_787)
    let other = estimate(22.98, variance: 3.81, count: 15, quantile: 2.144_787)
    let difference = try #require(one.minus(other))
    let interval = try #require(difference.interval)
    #expect(abs(try #require(difference.mean) + 2.16) < 1e-9)
    #expect(abs((interval.upperBound - interval.lowerBound) / 2 - 1.823) < 0.001)
    #expect(difference.differsFromZero)
  }

  @Test("Means that do not vary differ by exactly what they are apart") func constant() throws {
    let one = Estimate(mean: 5, interval: 5...5, replications: 9)
    let difference = try #require(
      one.minus(Estimate(mean: 3, interval: 3...3, replications: 2)))
    #expect(difference.interval == 2...2)
    #expect(difference.replications == 2)
  }

  @Test("A mean without an interval gives a difference without one") func single() throws {
    let one = Estimate(mean: 5, interval: nil, replications: 1)
    let difference = try #require(
      one.minus(Estimate(mean: 3, interval: 2...4, replications: 9)))
    #expect(difference.interval == nil)
  }

  @Test("A mean that is not known gives no difference, and a cut interval its whole width")
  func bounded() throws {
    let whole = Estimate(mean: 5, interval: 1...9, replications: 5)
    let cut = Estimate(mean: 5, interval: 4...9, replications: 5)
    let other = Estimate(mean: 1, interval: 0...2, replications: 5)
    #expect(try #require(whole.minus(other)) == (try #require(cut.minus(other))))
    let censored = Estimate(censored: 2, replications: 3, atLeast: 7)
    #expect(censored.minus(other) == nil && other.minus(censored) == nil)
  }
}
