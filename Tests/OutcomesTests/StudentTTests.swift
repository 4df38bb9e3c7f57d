import Testing

@testable import Outcomes

@Suite("A mean whose interval cannot be made stands without it") struct StudentTTests {
  /// Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, table 26.10.
  @Test(
    "quantiles are those of the tables",
    arguments: [(1, 12.706), (2, 4.303), (10, 2.228), (30, 2.042), (120, 1.980)])
  func table(_ freedom: Double, _ expected: Double) throws {
    #expect(abs(try #require(StudentT.quantile(freedom: freedom)) - expected) < 5e-4)
  }

  @Test("there is one for every number of replications, and it falls towards that of the normal")
  func everyCount() throws {
    var before = Double.infinity
    for freedom in Array(1...5_000) + [10_000, 100_000, 999_999, 1_000_000_000] {
      let quantile = try #require(StudentT.quantile(freedom: Double(freedom)))
      #expect(quantile < before && quantile > 1.959_96)
      before = quantile
    }
  }

  @Test("there is one for fractions, as Satterthwaite's degrees are, between its neighbours")
  func fractions() throws {
    for whole in stride(from: 1.0, to: 300, by: 7) {
      let above = try #require(StudentT.quantile(freedom: whole))
      let below = try #require(StudentT.quantile(freedom: whole + 1))
      for part in [1e-9, 0.1, 0.5, 0.999] {
        let quantile = try #require(StudentT.quantile(freedom: whole + part))
        #expect((below...above).contains(quantile))
      }
    }
  }

  @Test("no degrees give none", arguments: [0, -1, Double.nan, .infinity])
  func none(_ freedom: Double) {
    #expect(StudentT.quantile(freedom: freedom) == nil)
    #expect(StudentT.interval(around: 1, error: 1, freedom: freedom) == nil)
  }

  @Test("values beyond all numbers leave a mean without an interval, and nothing ends")
  func overflow() {
    var mean = RunningMean()
    for value in [1e308, -1e308, 1e308] { mean.add(value) }
    #expect(mean.estimate.interval == nil && mean.estimate.replications == 3)
    var control = ControlRegression(expectation: 0)
    for (place, value) in [1e308, -1e308, 1e308, 0].enumerated() {
      control.add(value, control: Double(place))
    }
    #expect(control.estimate?.interval == nil)
    let batches = BatchMeans(
      whole: 0, values: [.value(1e308), .value(-1e308), .value(1e308)], isSum: false)
    #expect(batches.estimate.interval == nil)
  }
}
