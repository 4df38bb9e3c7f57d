import Chance
import Liquidity
import Outcomes
import Testing

@Suite("Of 1,000 intervals of a share or a quantile at 95 %, 93 to 97 % hold the truth")
struct ShareCoverageTests {
  @Test("Wilson's interval of a share of 60 trials", arguments: [0.1, 0.3, 0.5])
  func wilson(chance: Double) {
    var coverage = Coverage()
    for experiment in 0..<UInt64(1_000) {
      let stream = RandomStream(
        seed: 5_000 + experiment, replication: 0, purpose: .falseAlert, entity: 0)
      let successes = (0..<UInt64(60)).count { stream.happens(chance, draw: $0) }
      coverage.add(SuccessShare(successes: successes, count: 60).wilson, truth: chance)
    }
    #expect(Coverage.allowed.contains(coverage.percent), "\(chance): \(coverage.percent) %")
  }

  /// The quantile of an exponential distribution of mean 1 is −ln(1 − p).
  @Test(
    "The order-statistic interval of a quantile of 110 values",
    arguments: [(0.05, 0.051_293_294), (0.5, 0.693_147_181), (0.95, 2.995_732_274)])
  func quantiles(probability: Double, truth: Double) {
    var coverage = Coverage()
    for experiment in 0..<UInt64(1_000) {
      let stream = RandomStream(
        seed: 9_000 + experiment, replication: 0, purpose: .amount, entity: 0)
      let values = (0..<UInt64(110)).map { stream.value(of: .exponential(mean: 1), draw: $0) }
      let estimate = QuantileEstimate(probability, of: values.sorted())
      coverage.add(estimate?.interval, truth: truth)
    }
    #expect(Coverage.allowed.contains(coverage.percent), "\(probability): \(coverage.percent) %")
  }
}
