import Testing

@testable import Outcomes

@Suite("Quantiles over replications") struct QuantileEstimateTests {
  private func estimate(_ probability: Double, _ count: Int) throws -> QuantileEstimate {
    try #require(QuantileEstimate(probability, of: (1...count).map(Double.init)))
  }

  /// Hahn and Meeker, Statistical Intervals (1991), table A.15a: of 100 values, ranks 40 and 61 for
  /// the median at 95 %.
  @Test("The interval of a median of 100 is that of ranks 40 and 61") func median() throws {
    let estimate = try estimate(0.5, 100)
    #expect(estimate.value == 50 && estimate.interval == 40...61)
    #expect(estimate.shortage == nil)
  }

  /// The smallest n with p^n ≤ 2.5 %: ln 0.025 / ln 0.5 = 5.3, / ln 0.95 = 71.9, / ln 0.99 = 367.04.
  @Test(
    "An interval needs as many values as may lie on one side of the quantile by chance",
    arguments: [(0.5, 6), (0.05, 72), (0.95, 72), (0.99, 368)])
  func needs(probability: Double, needed: Int) throws {
    #expect(try estimate(probability, needed).interval != nil)
    let short = try estimate(probability, needed - 1)
    #expect(short.needs == needed && short.interval == nil)
  }

  @Test("Without enough values it says how many there should be") func shortage() throws {
    #expect(
      try estimate(0.99, 100).shortage
        == "a 95 % interval of the 99th percentile needs 368 values: found 100")
    #expect(
      try estimate(0.5, 2).shortage == "a 95 % interval of the median needs 6 values: found 2")
  }

  @Test("Values that depend on each other give a quantile and no interval") func dependent() throws
  {
    let values = (1...100).map(Double.init)
    let estimate = try #require(QuantileEstimate(0.5, of: values, areIndependent: false))
    #expect(estimate.value == 50 && estimate.interval == nil)
    #expect(estimate.shortage == "no interval: antithetic replications come in pairs")
    #expect(QuantileEstimate(0.5, of: []) == nil)
  }
}
