import MeasureLiterals
import Measures
import Outcomes
import Testing

@testable import Reporting

@Suite struct AnswerTests {
  /// Means of each model with half the width of the intervals, metric by metric.
  private func answer(
    _ figures: [(metric: Metric, unit: Unit, means: [Double], half: Double?)],
    models: Int = 2, replications: Int = 100
  ) -> Answer {
    let headers = (0..<models).map { place in
      var model = Week.batch
      (model.name, model.title) = ("m\(place)", ["First", "Second", "Third"][place])
      return model
    }
    let rows = figures.flatMap { figure -> [OutcomeRow] in
      let own = zip(headers, figure.means).map {
        Week.row($0.name, figure.metric, figure.unit, $1, figure.half)
      }
      let differences = zip(headers, figure.means).dropFirst().map { model, mean in
        Week.row(
          "\(model.name) minus m0", figure.metric, figure.unit, mean - figure.means[0],
          figure.half)
      }
      return own + differences
    }
    var header = Week.header()
    header.replications = replications
    return Answer(Findings(Week.comparison(header: header, models: headers, rows: rows)))
  }

  @Test("two sentences: how soon, and what it costs, each with the interval of its difference")
  func two() {
    let answer = answer([
      ("time_to_credit.p50", "s", [25_920, 4], 60),
      ("time_to_credit.p95", "s", [90_000, 7_200], 60),
      ("pools.funding_cost", "USD", [1_000, 800], 50),
    ])
    #expect(
      answer.sentences == [
        "With Second, half of the payments are credited within 4.0 s, against 7 h 12 min with First "
          + "(7 h 11 min to 7 h 13 min less), and 95 % within 2 h, against 1.0 d (22 h 59 min to "
          + "23 h 1 min less).",
        "Funding the pools costs 800.00 USD with Second, against 1,000 USD with First (150.00 USD "
          + "to 250.00 USD less).",
      ])
    #expect(
      answer.note
        == "In brackets: the 95 % interval of the paired difference over 100 replications.")
  }

  @Test("a difference that chance could have made is not told")
  func silent() {
    let tail = answer([
      ("time_to_credit.p50", "s", [100, 101], 60), ("time_to_credit.p95", "s", [7_200, 600], 60),
      ("pools.funding_cost", "USD", [1_000, 990], 50),
    ])
    #expect(
      tail.sentences == [
        "With Second, 95 % of the payments are credited within 10.0 min, against 2 h with First (1 h 49 min to 1 h 51 min less).",
        "Funding the pools costs 1,000 USD with First; no difference is significant.",
      ])
    let none = answer([("time_to_credit.p50", "s", [100, 101], 60)])
    #expect(none.sentences == ["No difference in speed to First is significant."])
  }

  @Test("of several models the fastest and the cheapest are named, and what the fastest costs")
  func several() {
    let answer = answer(
      [
        ("time_to_credit.p50", "s", [600, 60, 300], 1),
        ("time_to_credit.p95", "s", [900, 90, 500], 1),
        ("pools.funding_cost", "USD", [1_000, 1_200, 700], 10),
      ], models: 3)
    #expect(
      answer.sentences[0].hasPrefix(
        "With Second, the fastest of the 2 others, half of the payments are credited within 1 min,")
    )
    #expect(
      answer.sentences[1]
        == "Funding the pools costs 700.00 USD with Third, against 1,000 USD with "
        + "First (290.00 USD to 310.00 USD less); with Second, it costs 1,200 USD.")
    #expect(answer.sentences.count == 2)
  }

  @Test("where every other model costs more, the fastest is told, not the second cheapest")
  func dearer() {
    let answer = answer(
      [
        ("time_to_credit.p50", "s", [600, 60, 300], 1),
        ("pools.funding_cost", "USD", [1_000, 1_200, 1_100], 10),
      ], models: 3)
    #expect(answer.sentences[1].hasPrefix("Funding the pools costs 1,200 USD with Second, against"))
  }

  @Test("what rounds to the same is never said to rise or fall")
  func alike() {
    let answer = answer([
      ("time_to_credit.p50", "s", [190_000, 189_700], 60),
      ("pools.funding_cost", "USD", [19_260, 19_260.02], 0.001),
    ])
    #expect(
      answer.sentences == [
        "With Second, half of the payments are credited within 2.2 d, as with First, but for 5 min "
          + "less (4 min to 6 min).",
        "Funding the pools costs 19,260 USD with Second as with First, but for 0.02 USD more (0.02 "
          + "USD to 0.02 USD).",
      ])
  }

  @Test("without a quantile the share of a day answers, and without either nothing is claimed")
  func fewCredits() {
    let share = answer([("within.24h", "share", [0.02, 0.45], 0.01)])
    #expect(
      share.sentences == [
        "With Second, the share of payments credited within a day is 45.0 %, against 2.0 % with "
          + "First (42.0 % to 44.0 % less)."
          .replacing("less", with: "more")
      ])
    #expect(answer([]).sentences == ["The run gives no times that could be compared."])
  }

  @Test("one replication tells both values, without brackets, and says so")
  func single() {
    let answer = answer([("time_to_credit.p50", "s", [600, 60], nil)], replications: 1)
    #expect(
      answer.sentences == [
        "With Second, half of the payments are credited within 1 min, against 10.0 min with First."
      ])
    #expect(answer.note?.hasPrefix("One replication gives no interval") == true)
    let equal = self.answer([("pools.funding_cost", "USD", [500, 500], nil)], replications: 1)
    #expect(equal.sentences.last == "Funding the pools costs 500.00 USD with Second as with First.")
  }
}
