import MeasureLiterals
import Measures
import Outcomes
import Testing

@testable import Reporting

@Suite struct QuantityTests {
  @Test(
    "a time is said in the units that people use for its size",
    arguments: [
      (0, "0 s"), (0.42, "420 ms"), (0.999_9, "1.0 s"), (3.44, "3.4 s"), (9.96, "10 s"),
      (59.4, "59 s"), (59.6, "1 min"), (192, "3 min 12 s"), (599.6, "10.0 min"),
      (3_100, "51.7 min"), (3_598, "1 h"), (25_930, "7 h 12 min"), (35_999, "10.0 h"),
      (86_250, "1.0 d"), (164_160, "1.9 d"),
    ])
  func times(_ seconds: Double, _ expected: String) {
    #expect(Quantity(value: seconds, unit: "s").text == expected)
    #expect(Quantity(value: seconds / 3_600, unit: "h").text == expected)
  }

  @Test(
    "money is said in major units with the suffixes of a scenario",
    arguments: [
      (0, "0 USD"), (0.004, "0 USD"), (12.3, "12.30 USD"), (999.996, "1,000 USD"),
      (84_120, "84,120 USD"), (99_999.6, "100k USD"), (340_000, "340k USD"),
      (999_600, "1.00M USD"), (12_400_000, "12.4M USD"), (-1_240_000_000, "−1.24bn USD"),
    ])
  func money(_ amount: Double, _ expected: String) {
    #expect(Quantity(value: amount, unit: "USD").text == expected)
  }

  @Test("shares are per cent, their differences percentage points")
  func shares() {
    #expect(Quantity(value: 0.402, unit: "share").text == "40.2 %")
    #expect(Quantity(value: -0.402, unit: "share").signedText == "−40.2 pp")
  }

  @Test("what reads as zero has no sign", arguments: ["s", "share", "USD", "count"])
  func zero(_ name: String) throws {
    let unit = try #require(Unit(name: name))
    #expect(!Quantity(value: -0.000_000_1, unit: unit).signedText.contains("−"))
    #expect(!Quantity(value: 0, unit: unit).signedText.contains("+"))
  }

  @Test("a mean that is not known is told by how many replications have a value")
  func beyondHorizon() {
    let row = Week.beyond("batch", "time_to_credit.p95")
    #expect(row.meanText == "– (139 of 200)" && row.meanAndHalfWidth == "– (139 of 200)")
    #expect(row.differenceAndHalfWidth == "– (139 of 200)")
    #expect(
      EstimateText(row.estimate, row.unit).known
        == "later than the horizon in 61 of 200 replications; mean at least 17.5 h")
    #expect([row].notes == [EstimateNote.count])
    let one = EstimateText(Estimate(censored: 1, replications: 0, atLeast: nil), .seconds)
    #expect(one.mean == "–" && one.known == "later than the horizon")
  }

  @Test("an interval that is cut off is told by its other end")
  func cut() {
    func text(_ mean: Double, _ interval: ClosedRange<Double>, _ unit: Unit) -> String {
      EstimateText(Estimate(mean: mean, interval: interval, replications: 5), unit)
        .meanAndHalfWidth
    }
    #expect(text(1.2, 0...3.1, "count") == "1.2 (≤ 3.1)")
    #expect(text(0.99, 0.97...1, "share") == "99.0 (≥ 97.0) %")
    #expect(text(0.5, 0.25...0.75, "share") == "50.0 ± 25.0 %")
    #expect(text(5, 0...10, "count") == "5 ± 5", "it ends at zero by itself")
  }

  @Test("counts have commas between thousands")
  func counts() {
    #expect(Quantity(value: 1_234_567, unit: "count").text == "1,234,567")
    #expect(Quantity(value: 71.25, unit: "count").text == "71.3")
    #expect(Quantity(value: 71, unit: "count").text == "71")
  }
}
