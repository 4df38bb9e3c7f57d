import MeasureLiterals
import Outcomes
import Testing
import Vocabulary

@testable import Reporting

@Suite struct ModelCaveatsTests {
  /// What is said of the size of a sample.
  private func sample(
    _ rows: [OutcomeRow], replications: Int = 100, variation: Variation = .payments
  ) -> [String] {
    var header = Week.header()
    header.replications = replications
    var comparison = Week.comparison(header: header, rows: rows)
    comparison.variation = variation
    let groups = ModelCaveats.view(
      Findings(comparison), limits: ["A limit."], sources: [], sizing: nil
    ).flatMap(\.groups)
    #expect(groups.first?.title == "What the model leaves out")
    return groups.first { $0.title == "How large the sample is" }?.items ?? []
  }

  private func row(_ model: String, _ estimate: Estimate) -> OutcomeRow {
    OutcomeRow(
      model: model, metric: "time_to_credit.p50", scope: "all", unit: "s", estimate: estimate)
  }

  private let whole = Estimate(mean: 60, interval: 50...70, replications: 100)

  @Test("nothing is said of no figures, and of one replication that it has no intervals")
  func oneReplication() {
    #expect(sample([]) == [])
    let single = row("batch", Estimate(mean: 60, interval: nil, replications: 1))
    #expect(
      sample([single], replications: 1) == [
        "One replication shows what can happen, not what is to be expected; it has no intervals."
      ])
  }

  @Test("differences with an interval, rare figures and late ones are counted, one as one")
  func counts() {
    let interval =
      "An interval says how well 100 replications know the mean of this scenario. It says nothing of "
      + "how well the scenario is like the world."
    #expect(sample([row("batch", whole)]) == [interval])
    let (rare, late) = (
      row("batch", Estimate(mean: 60, interval: 50...70, replications: 99)),
      row("batch", Estimate(censored: 1, replications: 99, atLeast: 60))
    )
    let difference = row("token minus batch", whole)
    let bare = row("token minus batch", Estimate(mean: 1, interval: nil, replications: 100))
    let ending = "If there were none at all, about one in twenty would still bear a star."
    #expect(
      sample([row("batch", whole), rare, late, difference, bare]) == [
        interval, "outcomes.csv holds 1 difference. \(ending)",
        "1 figure is a mean of fewer than 100 replications: in the others there was nothing to "
          + "measure.",
        "1 figure has no mean: later than the horizon in some replications; outcomes.csv says in how "
          + "many.",
      ])
    let many = sample([rare, rare, late, late, late, difference, difference])
    #expect(many[1] == "outcomes.csv holds 2 differences. \(ending)")
    #expect(many[2].hasPrefix("2 figures are means of fewer than 100 replications: "))
    #expect(many[3].hasPrefix("3 figures have no mean: "))
  }

  @Test("of one observation no figure is told to be rare") func oneObservation() {
    let rare = row("batch", Estimate(mean: 60, interval: nil, replications: 1))
    #expect(sample([rare], variation: .nothing).count == 1)
  }
}
