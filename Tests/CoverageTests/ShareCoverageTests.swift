import Chance
import Liquidity
import Outcomes
import Testing

@Suite(
  "Of 1,000 intervals of a share at 95 % at least 95 % hold the truth, of a quantile 93 to 97 %")
struct ShareCoverageTests {
  @Test("The interval of Clopper and Pearson of a share of 60 trials", arguments: [0.1, 0.3, 0.5])
  func clopperPearson(chance: Double) {
    var coverage = Coverage()
    for experiment in 0..<UInt64(1_000) {
      let stream = RandomStream(
        seed: 5_000 + experiment, replication: 0, StreamName("test", "trials"))
      let successes = (0..<UInt64(60)).count { stream.happens(chance, draw: $0) }
      coverage.add(SuccessShare(successes: successes, count: 60).interval, truth: chance)
    }
    // At least 95 % is what it promises; three standard errors of 1,000 experiments are 2.1 %.
    #expect(coverage.percent > 95 - 2.1, "\(chance): \(coverage.percent) %")
  }

  /// The quantile of an exponential distribution of mean 1 is −ln(1 − p).
  @Test(
    "The order-statistic interval of a quantile of 110 values",
    arguments: [(0.05, 0.051_293_294), (0.5, 0.693_147_181), (0.95, 2.995_732_274)])
  func quantiles(probability: Double, truth: Double) {
    var coverage = Coverage()
    for experiment in 0..<UInt64(1_000) {
      let stream = RandomStream(
        seed: 9_000 + experiment, replication: 0, StreamName("test", "values"))
      let values = (0..<UInt64(110)).map { stream.value(of: .exponential(mean: 1), draw: $0) }
      let estimate = QuantileEstimate(probability, of: values.sorted())
      let ends = estimate.flatMap { estimate in
        estimate.low.flatMap { low in estimate.high.map { low...$0 } }
      }
      coverage.add(ends, truth: truth)
    }
    #expect(Coverage.allowed.contains(coverage.percent), "\(probability): \(coverage.percent) %")
  }
}
