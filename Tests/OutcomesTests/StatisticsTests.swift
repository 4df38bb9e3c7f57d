import Testing

@testable import Outcomes

@Suite("Means and their intervals") struct StatisticsTests {
  private func mean(_ values: [Double]) -> RunningMean {
    var mean = RunningMean()
    for value in values { mean.add(value) }
    return mean
  }

  @Test(
    "Mean and variance agree with two passes over the values, also far from zero",
    arguments: [0.0, 1, 1e9, -1e9])
  func twoPasses(offset: Double) throws {
    let values = (0..<1_000).map { offset + Double(($0 * 7_919) % 1_000) / 8 }
    let exact = values.reduce(0) { $0 + ($1 - offset) } / 1_000
    let variance = values.reduce(0) { $0 + ($1 - offset - exact) * ($1 - offset - exact) } / 999
    let running = mean(values)
    #expect(running.count == 1_000)
    #expect(abs(running.mean - offset - exact) < 1e-6)
    #expect(abs(try #require(running.variance) / variance - 1) < 1e-6)
  }

  /// NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2, column 0.975.
  @Test(
    "Half the interval is Student's t times the standard error",
    arguments: [(1, 12.706), (2, 4.303), (9, 2.262), (99, 1.984)])
  func student(degrees: Int, quantile: Double) throws {
    let estimate = mean((0...degrees).map { Double($0 % 2) }).estimate
    let count = Double(degrees + 1)
    let ones = Double((degrees + 1) / 2)
    let average = ones / count
    #expect(abs(try #require(estimate.mean) - average) < 1e-12)
    let squares = ones * (1 - average) * (1 - average) + (count - ones) * average * average
    let error = (squares / Double(degrees) / count).squareRoot()
    let interval = try #require(estimate.interval)
    #expect(abs((interval.upperBound - average) / error - quantile) < 5e-4)
    #expect(abs((average - interval.lowerBound) / error - quantile) < 5e-4)
    #expect(estimate.replications == degrees + 1)
  }

  @Test("Without two values there is no interval, and nothing differs from zero")
  func oneValue() {
    #expect(mean([]).estimate == Estimate(mean: 0, interval: nil, replications: 0))
    let one = mean([5])
    #expect(one.variance == nil)
    #expect(one.estimate == Estimate(mean: 5, interval: nil, replications: 1))
    #expect(!one.estimate.differsFromZero)
  }

  @Test("An interval that touches zero does not differ from it")
  func differsFromZero() {
    #expect(Estimate(mean: 1, interval: 0.5...1.5, replications: 2).differsFromZero)
    #expect(Estimate(mean: -1, interval: -1.5...(-0.5), replications: 2).differsFromZero)
    #expect(!Estimate(mean: 1, interval: 0...2, replications: 2).differsFromZero)
    #expect(!Estimate(mean: 1, interval: -1...3, replications: 2).differsFromZero)
  }

  /// Probability, size of the sample of which the four smallest are known, expected value.
  private static let samples: [(Double, Int, Int?)] = [
    (0.5, 4, 20), (0.5, 5, 30), (0.25, 4, 10), (0.01, 4, 10), (0.75, 4, 30), (0.76, 4, 40),
    (1, 4, 40), (0.8, 5, 40), (0.81, 5, nil), (1, 5, nil), (0.5, 8, 40), (0.5, 9, nil),
  ]

  @Test(
    "A quantile is the value of rank ⌈p·n⌉ where that is known, and nothing where it is not",
    arguments: samples)
  func ranks(probability: Double, count: Int, expected: Int?) {
    #expect(OrderStatistic.value(probability, of: [10, 20, 30, 40], among: count) == expected)
  }

  @Test("Of no values there is no quantile, of one it is that one") func fewValues() {
    #expect(OrderStatistic.value(0.5, of: [Int](), among: 0) == nil)
    #expect(OrderStatistic.value(0.5, of: [Int](), among: 3) == nil)
    for probability in [0.01, 0.5, 1] {
      #expect(OrderStatistic.value(probability, of: [7], among: 1) == 7)
    }
  }

  /// 0.95 · 20 and 0.9 · 10 are whole numbers that binary fractions could round up past.
  @Test(
    "A rank that is whole is not rounded up",
    arguments: [(0.95, 20, 19), (0.9, 10, 9), (0.99, 100, 99), (0.9, 30, 27), (0.95, 60, 57)])
  func wholeRanks(probability: Double, count: Int, rank: Int) {
    #expect(OrderStatistic.value(probability, of: Array(1...count), among: count) == rank)
  }
}
