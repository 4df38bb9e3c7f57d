import Chance
import Testing

@Suite("A distribution that cannot be meant is refused with every reason")
struct InvalidDistributionTests {
  static let table = QuantileTable(points: [
    .init(probability: 0.1, value: 5), .init(probability: 0.1, value: 4),
    .init(probability: 0.9, value: .infinity),
  ])

  static let bad: [(Distribution, String)] = [
    (.constant(.nan), "value is nan, expected a finite number"),
    (.uniform(low: 3, high: 2), "high is 2.0, expected at least low, 3.0"),
    (.uniform(low: -.infinity, high: 2), "low is -inf, expected a finite number"),
    (.exponential(mean: 0), "mean is 0.0, expected a finite number above 0"),
    (
      .normal(mean: .nan, standardDeviation: -1),
      "mean is nan, expected a finite number; "
        + "standardDeviation is -1.0, expected a finite number of at least 0"
    ),
    (.lognormal(mu: 0, sigma: -0.1), "sigma is -0.1, expected a finite number of at least 0"),
    (
      .gamma(shape: 0, scale: .nan),
      "shape is 0.0, expected a number above 0 and at most 10,000; "
        + "scale is nan, expected a finite number above 0"
    ),
    (
      .pareto(minimum: 1, alpha: -2), "alpha is -2.0, expected a finite number above 0"
    ),
    (
      .table(table),
      "points[0].probability is 0.1, expected 0, the lowest value; "
        + "points[2].probability is 0.9, expected 1, the highest value; "
        + "points[1].probability is 0.1, expected more than the 0.1 before it; "
        + "points[1].value is 4.0, expected at least the 5.0 before it; "
        + "points[2].value is inf, expected a finite number"
    ),
    (.table(QuantileTable(points: [])), "points is 0, expected at least 2 points"),
    (
      .choice(WeightedValues(entries: [])),
      "entries is weights that sum to 0.0, expected at least one weight above 0"
    ),
    (
      .choice(WeightedValues(entries: [.init(value: .nan, weight: -1)])),
      "entries[0].value is nan, expected a finite number; "
        + "entries[0].weight is -1.0, expected a finite number of at least 0"
    ),
  ]

  @Test("naming parameter, what was found and what was expected", arguments: bad)
  func problems(distribution: Distribution, message: String) {
    let error = #expect(throws: InvalidDistribution.self) { try distribution.validated() }
    #expect(error?.description == message)
  }

  @Test("a 95th percentile below the median, or a median of nothing, is refused")
  func lognormal() {
    let error = #expect(throws: InvalidDistribution.self) {
      try Distribution.lognormal(median: 900, p95: 600)
    }
    #expect(error?.description == "p95 is 600.0, expected at least median, 900.0")
    #expect(throws: InvalidDistribution.self) {
      try Distribution.lognormal(median: 0, p95: 600)
    }
  }

  @Test("what makes sense passes")
  func good() throws {
    for form in ClosedForm.all { try form.distribution.validated() }
    try Distribution.lognormal(median: 5, p95: 5).validated()
  }
}
