import Chance
import Foundation
import Testing

/// A distribution beside its closed form, typed from its definition without GSL.
struct ClosedForm: Sendable, CustomTestStringConvertible {
  let name: String
  let distribution: Distribution
  let mean: Double
  let variance: Double
  let cumulative: @Sendable (Double) -> Double

  var testDescription: String { name }

  static func bell(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// Continuous distributions, parameters at random.
  static let all: [ClosedForm] = [
    ClosedForm(
      name: "uniform", distribution: .uniform(low: -2, high: 6), mean: 2, variance: 64 / 12
    ) { ($0 + 2) / 8 },
    ClosedForm(
      name: "exponential", distribution: .exponential(mean: 3), mean: 3, variance: 9
    ) { 1 - exp(-$0 / 3) },
    ClosedForm(
      name: "normal", distribution: .normal(mean: 10, standardDeviation: 4), mean: 10,
      variance: 16
    ) { bell(($0 - 10) / 4) },
    ClosedForm(
      name: "lognormal", distribution: .lognormal(mu: 1, sigma: 0.5), mean: exp(1.125),
      variance: (exp(0.25) - 1) * exp(2.25)
    ) { bell((log($0) - 1) / 0.5) },
    // Shape 3 is an Erlang: three exponential stages, whose sum is closed.
    ClosedForm(
      name: "gamma, shape 3", distribution: .gamma(shape: 3, scale: 2), mean: 6, variance: 12
    ) { 1 - exp(-$0 / 2) * (1 + $0 / 2 + $0 * $0 / 8) },
    // Shape ½ with scale 2 is the square of a standard normal.
    ClosedForm(
      name: "gamma, shape ½", distribution: .gamma(shape: 0.5, scale: 2), mean: 1, variance: 2
    ) { erf(($0 / 2).squareRoot()) },
    ClosedForm(
      name: "Pareto", distribution: .pareto(minimum: 2, alpha: 5), mean: 2.5,
      variance: 4 * 5 / (16.0 * 3)
    ) { 1 - pow(2 / $0, 5) },
    // Density ½ on 0...1, ½ · ¼ on 1...5.
    ClosedForm(
      name: "table",
      distribution: .table(
        QuantileTable(points: [
          .init(probability: 0, value: 0), .init(probability: 0.5, value: 1),
          .init(probability: 1, value: 5),
        ])),
      mean: 1.75, variance: 0.5 * (1.0 / 3) + 0.5 * (124.0 / 12) - 1.75 * 1.75
    ) { $0 < 1 ? $0 / 2 : 0.5 + ($0 - 1) / 8 },
  ]
}

@Suite("Distribution")
struct DistributionTests {
  static let count = 20_000

  func sample(_ distribution: Distribution) -> [Double] {
    let stream = RandomStream(seed: 2_026, replication: 0, StreamName("flow", "f"))
    let tables = QuantileTables([distribution])
    return (0..<UInt64(Self.count)).map {
      tables.value(of: distribution, at: stream.uniform(draw: $0))
    }
  }

  @Test("gives back the probability that was asked", arguments: ClosedForm.all)
  func roundTrip(form: ClosedForm) {
    for u in [1e-9, 0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 1 - 1e-9] {
      let back = form.cumulative(form.distribution.quantile(u))
      #expect(abs(back - u) < 1e-9, "\(form.name) at \(u)")
    }
  }

  @Test("has the mean that its definition says", arguments: ClosedForm.all)
  func exactMean(form: ClosedForm) throws {
    let mean = try #require(form.distribution.mean)
    #expect(abs(mean - form.mean) < 1e-12 * abs(form.mean))
  }

  @Test("draws with the mean and variance of its definition", arguments: ClosedForm.all)
  func moments(form: ClosedForm) {
    let draws = sample(form.distribution)
    let mean = draws.reduce(0, +) / Double(Self.count)
    let squares = draws.map { ($0 - form.mean) * ($0 - form.mean) }
    let variance = squares.reduce(0, +) / Double(Self.count)
    let fourth = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) } / Double(Self.count)
    // Four standard errors each, those of the variance estimated from the draws.
    #expect(abs(mean - form.mean) < 4 * (form.variance / Double(Self.count)).squareRoot())
    #expect(abs(variance - form.variance) < 4 * (fourth / Double(Self.count)).squareRoot())
  }

  @Test("passes Kolmogorov and Smirnov at one in a thousand", arguments: ClosedForm.all)
  func kolmogorovSmirnov(form: ClosedForm) {
    let sorted = sample(form.distribution).sorted()
    var distance = 0.0
    for (rank, value) in sorted.enumerated() {
      let u = form.cumulative(value)
      distance = max(
        distance, u - Double(rank) / Double(Self.count),
        Double(rank + 1) / Double(Self.count) - u)
    }
    // Critical value 1.949 / √n for α = 0.001 (Smirnov 1948).
    #expect(distance < 1.949 / Double(Self.count).squareRoot())
  }

  @Test("a constant is a constant")
  func constant() {
    #expect(sample(.constant(7)).allSatisfy { $0 == 7 })
    #expect(Distribution.constant(7).mean == 7)
  }

  @Test("values are chosen by their weights, a weight of 0 never")
  func choice() {
    let choice = Distribution.choice(
      WeightedValues(entries: [
        .init(value: 5, weight: 0), .init(value: 1, weight: 3), .init(value: 2, weight: 0),
        .init(value: 9, weight: 1), .init(value: 4, weight: 0),
      ]))
    #expect(choice.mean == 3)
    #expect(choice.quantile(1e-12) == 1)
    #expect(choice.quantile(0.749_999) == 1)
    #expect(choice.quantile(0.750_001) == 9)
    #expect(choice.quantile(1 - 0x1p-53) == 9)
  }

  @Test("a lognormal has the median and the 95th percentile it was given")
  func medianAndP95() throws {
    let amount = try Distribution.lognormal(median: 1_200, p95: 48_000)
    #expect(abs(amount.quantile(0.5) - 1_200) < 1e-9)
    #expect(abs(amount.quantile(0.95) - 48_000) < 1e-6)
  }

  @Test(
    "a gamma of a small shape, where GSL's iteration gives up, still has every quantile",
    arguments: [0.02, 0.05, 0.1])
  func smallShape(shape: Double) {
    let gamma = Distribution.gamma(shape: shape, scale: 3)
    var before = 0.0
    for step in 1..<1_000 {
      let u = Double(step) / 1_000
      let value = gamma.quantile(u)
      #expect(value >= before)
      before = value
      // P(x) = xᵃ / Γ(a + 1) for small x: the first term of the series.
      if value > 1e-290, value < 1e-9 {
        #expect(abs(pow(value / 3, shape) / tgamma(shape + 1) - u) < 1e-8)
      }
    }
  }

  @Test("a Pareto tail of index 1 has no mean")
  func noMean() {
    #expect(Distribution.pareto(minimum: 1, alpha: 1).mean == nil)
  }
}
