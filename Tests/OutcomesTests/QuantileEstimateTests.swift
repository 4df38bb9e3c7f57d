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
    #expect(estimate.value == 50 && estimate.low == 40 && estimate.high == 61)
    #expect(estimate.note == nil)
  }

  /// The smallest n with p^n ≤ 2.5 %: ln 0.025 / ln 0.5 = 5.3, / ln 0.95 = 71.9, / ln 0.99 = 367.04.
  @Test(
    "An interval needs as many values as may lie on one side of the quantile by chance",
    arguments: [(0.5, 6), (0.05, 72), (0.95, 72), (0.99, 368)])
  func needs(probability: Double, needed: Int) throws {
    #expect(try estimate(probability, needed).high != nil)
    let short = try estimate(probability, needed - 1)
    #expect(short.needs == needed && short.low == nil && short.high == nil)
  }

  @Test("Without enough values it says how many there should be") func shortage() throws {
    #expect(
      try estimate(0.99, 100).note
        == "a 95 % interval of the 99th percentile needs 368 values: found 100")
    #expect(
      try estimate(0.5, 2).note == "a 95 % interval of the median needs 6 values: found 2")
  }

  @Test("Values that depend on each other give a quantile and no interval") func dependent() throws
  {
    let values = (1...100).map(Double.init)
    let estimate = try #require(QuantileEstimate(0.5, of: values, areIndependent: false))
    #expect(estimate.value == 50 && estimate.low == nil && estimate.high == nil)
    #expect(estimate.note == "no interval: antithetic replications come in pairs")
    #expect(QuantileEstimate(0.5, of: []) == nil)
  }

  /// Of 100 the ranks 40, 50 and 61 (Hahn and Meeker): with 45 values the interval starts at one and
  /// the median is among the 55 that are later; with 55 the median is the 50th value.
  @Test("Those later than the horizon stand behind all others, however small their bounds are")
  func censored() throws {
    func estimate(_ known: Int) throws -> QuantileEstimate {
      try #require(
        QuantileEstimate(
          0.5, of: (1...known).map(Double.init),
          censored: Array(repeating: 30.5, count: 100 - known)))
    }
    let most = try estimate(45)
    #expect(most.value == nil && most.low == 40 && most.high == nil)
    // Of 1 … 30, then 55 times 30.5, then 31 … 45 the 50th is 30.5.
    #expect(most.atLeast == 30.5 && most.count == 45 && most.censored == 55)
    #expect(most.note == "the upper end of the interval lies beyond the horizon")
    let few = try estimate(55)
    #expect(few.value == 50 && few.atLeast == nil && few.low == 40 && few.high == nil)
    #expect(try estimate(61).high == 61)
    #expect(try estimate(39).note == "the interval lies beyond the horizon")
  }
}
