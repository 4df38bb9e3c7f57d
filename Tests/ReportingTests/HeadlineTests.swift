import MeasureLiterals
import Measures
import Outcomes
import Testing

@testable import Reporting

@Suite struct HeadlineTests {
  /// The sentences of two models with these medians, tails and half widths, in seconds.
  private func sentences(
    p50: [Double], p95: [Double], half: Double?, models: [ModelHeader] = [Week.batch, Week.token]
  ) -> [String] {
    func rows(_ metric: Metric, _ means: [Double]) -> [OutcomeRow] {
      let own = zip(models, means).map { Week.row($0.name, metric, "s", $1, half) }
      guard models.count > 1 else { return own }
      return own + [
        Week.row(
          "\(models[1].name) minus \(models[0].name)", metric, "s", means[1] - means[0], half)
      ]
    }
    let all = rows("time_to_credit.p50", p50) + rows("time_to_credit.p95", p95)
    return Headline(Findings(Week.comparison(models: models, rows: all))).sentences
  }

  @Test("a model that is faster in both is said to be, with size and interval")
  func faster() {
    #expect(
      sentences(p50: [25_920, 4], p95: [90_000, 7_200], half: 60) == [
        "With Tokenized deposits, payments are credited faster than with Correspondent banking: "
          + "the median falls from 7 h 12 min to 4.0 s (7 h 12 min less, 95 % interval 7 h 11 min "
          + "to 7 h 13 min); the 95th percentile falls from 1.0 d to 2 h (23.0 h less, 95 % "
          + "interval 22 h 59 min to 23 h 1 min)."
      ])
  }

  @Test("a model that is slower in both is said to be")
  func slower() {
    let sentence = sentences(p50: [4, 25_920], p95: [7_200, 90_000], half: 60)[0]
    #expect(sentence.hasPrefix("With Tokenized deposits, payments are credited more slowly than"))
    #expect(sentence.contains("the median rises from 4.0 s to 7 h 12 min (7 h 12 min more"))
  }

  @Test("a difference whose interval holds zero is called one that cannot be told")
  func undecided() {
    let sentence = sentences(p50: [100, 101], p95: [500, 490], half: 60)[0]
    #expect(sentence.hasPrefix("Tokenized deposits and Correspondent banking cannot be told apart"))
    #expect(sentence.contains("no significant difference (95 % interval −59 s to +1 min 1 s)"))
    #expect(!sentence.contains("falls") && !sentence.contains("rises"))
  }

  @Test("faster at the median and slower in the tail is said side by side")
  func mixed() {
    let sentence = sentences(p50: [600, 60], p95: [600, 7_200], half: 10)[0]
    #expect(sentence.contains("the median falls from") && sentence.contains("percentile rises"))
    #expect(!sentence.contains("faster") && !sentence.contains("slowly"))
  }

  @Test("one replication gives figures and no verdict")
  func single() {
    let sentence = sentences(p50: [600, 60], p95: [900, 90], half: nil)[0]
    #expect(sentence.contains("without an interval"))
    #expect(!sentence.contains("faster"))
  }

  @Test("a model alone is described and compared with nothing")
  func alone() {
    #expect(
      sentences(p50: [25_920], p95: [90_000], half: nil, models: [Week.batch]) == [
        "Correspondent banking: half of the payments are credited within 7 h 12 min, and 95 % "
          + "within 1.0 d."
      ])
  }

  /// One model of which the tail is later than the horizon in 61 of 200 replications.
  @Test("a time beyond the horizon is told as that, with the median over all replications")
  func beyondHorizon() {
    let rows = [
      Week.row("batch", "time_to_credit.p50", "s", 600, nil),
      Week.beyond("batch", "time_to_credit.p95"),
      Week.row("token", "time_to_credit.p50", "s", 60, nil),
      Week.row("token", "time_to_credit.p95", "s", 90, nil),
    ]
    var comparison = Week.comparison(models: [Week.batch], rows: rows)
    comparison.quantiles = [
      QuantileRow(
        model: "batch", metric: "time_to_credit.p95", scope: "all", unit: "s",
        estimate: QuantileEstimate(
          probability: 0.5, value: 605, atLeast: nil, low: 600, high: nil, count: 139,
          censored: 61, note: ""))
    ]
    #expect(
      Headline(Findings(comparison)).sentences == [
        "Correspondent banking: half of the payments are credited within 10.0 min; the 95th "
          + "percentile lies beyond the horizon in 61 of 200 replications (median over the "
          + "replications 10.1 min)."
      ])
    comparison.models = [Week.batch, Week.token]
    #expect(
      Headline(Findings(comparison)).sentences == [
        "Tokenized deposits beside Correspondent banking: the median is 1 min against 10.0 min; the "
          + "95th percentile with Tokenized deposits is 1 min 30 s, with Correspondent banking it "
          + "lies beyond the horizon in 61 of 200 replications (median over the replications "
          + "10.1 min)."
      ])
    let answer = Answer(Findings(comparison)).sentences[0]
    #expect(
      answer == "With Tokenized deposits, half of the payments are credited within 1 min, against "
        + "10.0 min with Correspondent banking; with Correspondent banking, the 95th percentile "
        + "lies beyond the horizon in 61 of 200 replications (median over the replications "
        + "10.1 min).")
  }

  @Test("without any figure it says that there is none")
  func empty() {
    let models = [Week.batch, Week.token]
    let none = Headline(Findings(Week.comparison(models: models, rows: []))).sentences
    #expect(none.count == 1 && none[0].contains("the median is given by no model"))
    #expect(Headline(Findings(Week.comparison(models: [], rows: []))).sentences.isEmpty)
  }
}
