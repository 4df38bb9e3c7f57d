import Measures
import Testing
import Vocabulary

@testable import Scenarios

@Suite("Expectations say what should hold of the outcomes") struct ExpectationTests {
  /// The small scenario, which has one model, batch, with these expectations.
  private func expecting(_ lines: String...) -> SmallScenario {
    var small = SmallScenario()
    small.text += "expect:\n" + lines.map { "  - \($0)\n" }.joined()
    return small
  }

  private func claim(_ text: String) throws -> Scenarios.Expectation.Claim {
    try #require(expecting(text).read().expectations.first).claim
  }

  @Test("A text alone and a text with its reason are both expectations, with their lines")
  func bothForms() throws {
    let scenario = try expecting(
      "batch.late <= 5%", "{that: batch.late >= 1%, because: deadlines are short}"
    ).read()
    #expect(scenario.expectations.map(\.that) == ["batch.late <= 5%", "batch.late >= 1%"])
    #expect(scenario.expectations.map(\.because) == [nil, "deadlines are short"])
    // The small scenario has 18 lines, `expect:` is the 19th.
    #expect(scenario.expectations.map(\.line) == [20, 21])
    #expect(try SmallScenario().read().expectations.isEmpty)
  }

  @Test(
    "A number is read in the unit of its metric",
    arguments: [
      ("batch.time_to_credit.p95 <= 5min", 300), ("batch.time_to_credit.p95 <= 1d", 86_400),
      ("batch.time_to_credit.p95 <= 1.5 h", 5_400), ("batch.hours.night <= 2h", 7_200),
      ("batch.late <= 75%", 0.75), ("batch.late <= 75 %", 0.75), ("batch.late <= 0.75", 0.75),
      ("batch.payments.open <= 1.5k", 1_500), ("batch.fees <= 380M USD", 380e6),
      ("batch.fees <= 2bn", 2e9), ("batch.fees <= 1_234.50 USD", 1_234.5),
      ("batch.pool.lowest_balance[pool NYC USD] <= -5M USD", -5e6),
    ])
  func units(text: String, value: Double) throws {
    #expect(try claim(text) == .value(.atMost, value))
  }

  @Test("All comparisons are known, the longer before the shorter")
  func comparators() throws {
    for comparator in Comparator.allCases {
      #expect(try claim("batch.late \(comparator.rawValue) 5%") == .value(comparator, 0.05))
      #expect(try claim("batch.late\(comparator.rawValue)5%") == .value(comparator, 0.05))
    }
  }

  @Test("The low end of a range takes the unit of the high end where it has none")
  func ranges() throws {
    #expect(try claim("batch.late in 5..10%") == .range(0.05...0.1))
    #expect(try claim("batch.late in 5% .. 10%") == .range(0.05...0.1))
    #expect(try claim("batch.fees in 380M..420M USD") == .range(380e6...420e6))
    #expect(try claim("batch.fees in 380..420M USD") == .range(380e6...420e6))
    #expect(try claim("batch.time_to_credit.mean in 30s..2min") == .range(30...120))
  }

  @Test("Figures are added, taken away and multiplied, with the scopes of outcomes.csv")
  func terms() throws {
    let text = "batch.time_to_credit.mean[corridor NYC>LDN USD] - 2 * batch.hours.night > 1h"
    let expectation = try #require(expecting(text).read().expectations.first)
    let corridor = Scope.Corridor(from: "NYC", to: "LDN", currency: .usd, creditedIn: .usd)
    #expect(
      expectation.left == [
        .init(factor: 1, model: "batch", metric: .meanTime, scope: .corridor(corridor)),
        .init(factor: -2, model: "batch", metric: .hoursOfNight, scope: .all),
      ])
    #expect(expectation.left.map(\.worth) == [1, 3_600])
    #expect(expectation.unit == .seconds)
    let relation = try claim("batch.late < 0.1 * batch.missed_cut_off[day 2026-03-06]")
    let term = Scenarios.Expectation.Term(
      factor: 0.1, model: "batch", metric: .missedCutOff,
      scope: .day(try #require(CivilDate("2026-03-06"))))
    #expect(relation == .terms(.below, [term]))
  }

  @Test("A model may have points and blanks in its name; the longest name that fits is meant")
  func modelNames() throws {
    var small = expecting("batch.late.late <= 5%", "a b - c.late <= 5%")
    small = small.with(
      "batch: {rail: correspondent}",
      "batch: {rail: correspondent}\n  batch.late: {rail: correspondent}\n"
        + "  a b - c: {rail: correspondent}")
    let models = try small.read().expectations.map { $0.left[0].model }
    #expect(models == ["batch.late", "a b - c"])
  }

  @Test(
    "Where the scenario has other problems, names of metrics and models are checked all the same")
  func amongOtherProblems() {
    let small = expecting("batch.lat <= 5%", "batch.late[corridor NYC>LDN GBP] <= 5%")
      .with("opening-balance: 5M", "opening-balance: -5M")
    #expect(
      small.problems.count == 2, "the corridor is not held against routes that may be missing")
    #expect(small.problems.last?.hasSuffix("no metric 'lat'; did you mean 'late'?") == true)
  }

  @Test("A text past the limit is refused unread") func longText() {
    let long = "batch.late <= " + String(repeating: "0", count: 1_000)
    #expect(expecting(long).problems == ["week.yaml:20:5: expect[0]: longer than 1000 bytes"])
  }
}
