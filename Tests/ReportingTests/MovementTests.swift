import MeasureLiterals
import Measures
import Testing
import Vocabulary

@testable import Outcomes
@testable import Reporting

@Suite("What moved is told in the words of the desk") struct MovementTests {
  private func estimate(_ mean: Double, _ half: Double? = nil) -> Estimate {
    Estimate(mean: mean, interval: half.map { mean - $0...mean + $0 }, replications: 100)
  }

  private func figure(
    _ metric: Metric, _ unit: Unit, _ before: Estimate?, _ after: Estimate?,
    scope: Scope = "all", title: String = "Correspondent banking"
  ) -> FigureMovement {
    FigureMovement(
      model: "batch", title: title, metric: metric, scope: scope, unit: unit, before: before,
      after: after)
  }

  private func movement(
    _ states: [OutcomeMovement.State], _ figures: [FigureMovement] = [], compared: Int = 10,
    isFileChanged: Bool? = false, name: String = "five-branches"
  ) -> OutcomeMovement {
    OutcomeMovement(
      scenario: name, replications: 100,
      models: states.enumerated().map {
        OutcomeMovement.ModelMovement(
          name: $0.offset == 0 ? "batch" : "token",
          title: $0.offset == 0 ? "Correspondent banking" : "Tokenized deposits",
          state: $0.element)
      }, figures: figures, comparedFigures: compared, isFileChanged: isFileChanged)
  }

  private func checked(_ movement: OutcomeMovement, file: String = "Scenarios/five-branches.yaml")
    -> CheckedScenario
  {
    CheckedScenario(
      file: file, name: movement.scenario, replications: 100, verdicts: [], movement: movement)
  }

  @Test("A figure that moves across the horizon is told in words, and tells most")
  func acrossHorizon() {
    let beyond = Estimate(censored: 61, replications: 139, atLeast: 63_000)
    let gone = figure("time_to_credit.p95", "s", estimate(600, 5), beyond)
    #expect(
      MovementText.sentence(gone, of: "week")
        == "week, Correspondent banking: the 95th percentile of the time to credit is now later "
        + "than the horizon in 61 of 200 replications; mean at least 17.5 h (before 10.0 min ± "
        + "5.0 s)")
    #expect(gone.difference == nil && gone.weight == .infinity)
    let back = figure("time_to_credit.p95", "s", beyond, estimate(600, 5))
    #expect(
      MovementText.sentence(back, of: "week").contains("is now 10.0 min ± 5.0 s (before later"))
  }

  @Test("A figure with how far it moved, in which direction, and against which interval")
  func figures() {
    let cases: [(FigureMovement, String)] = [
      (
        figure("time_to_credit.p95", "s", estimate(224_640, 180), estimate(228_600)),
        "the 95th percentile of the time to credit rose from 2.6 d to 2.6 d"
      ),
      (
        figure("time_to_credit.p95", "s", estimate(224_640, 180), estimate(233_280)),
        "the 95th percentile of the time to credit rose from 2.6 d to 2.7 d (2 h 24 min more; "
          + "before 2.6 d ± 3 min)"
      ),
      (
        figure("within.30min", "share", estimate(0.533_7, 0.002), estimate(0.5)),
        "the share credited within 30 min fell from 53.4 % to 50.0 % (3.4 pp less; before 53.4 ± "
          + "0.2 %)"
      ),
      (
        figure("late", "share", estimate(0.2, 0.01), estimate(0.201)),
        "the share of late payments rose from 20.0 % to 20.1 % (0.1 pp more; before 20.0 ± 1.0 %, "
          + "within its interval)"
      ),
      (
        figure("payments.returned", "count", estimate(241, 3), estimate(244)),
        "the number of returned payments rose from 241 to 244 (3 more; before 241 ± 3, within its "
          + "interval)"
      ),
      (
        figure("pools.peak_use", "USD", estimate(98_900_000), nil, scope: "currency USD"),
        "the peak of all pools together of currency USD is given no longer (before 98.9M USD)"
      ),
      (
        figure("hours.night", "h", nil, estimate(6.75)),
        "the mean time that goes to night is new: 6 h 45 min"
      ),
      (
        figure("fees", "USD", estimate(100), estimate(100.001)),
        "the fees rose from 100.00 USD (0.001 USD more; before 100.00 USD)"
      ),
    ]
    for (figure, text) in cases {
      let sentence = MovementText.sentence(figure, of: "five-branches")
      // The first reads alike before and after: it is told once.
      let expected = text.replacing("from 2.6 d to 2.6 d", with: "from 2.6 d (1 h 6 min more; ")
      #expect(
        sentence.hasPrefix("five-branches, Correspondent banking: \(expected)"), "\(sentence)")
    }
  }

  @Test("A model by what moved most of it, and whether the file or the rules have changed")
  func models() {
    func sentence(_ state: OutcomeMovement.State, _ isFileChanged: Bool) -> String? {
      MovementText.sentences(movement([state], isFileChanged: isFileChanged)).first
    }
    #expect(
      sentence(.order, false)
        == "five-branches, Correspondent banking: events differ, their number or order; books and "
        + "outcomes are the same; the scenario file has not changed: the rules have")
    #expect(
      sentence(.books, true)
        == "five-branches, Correspondent banking: other entries are posted, though every payment "
        + "ends alike; the scenario file has changed")
    #expect(sentence(.same, false) == nil && sentence(.notCompared(.nothing), false) == nil)
    var reseeded = movement([.outcomes], isFileChanged: true)
    (reseeded.seed, reseeded.models[0].committedSeed) = (7, 8)
    #expect(
      MovementText.sentences(reseeded)[0].hasSuffix(
        "payments end otherwise; the seed has changed from 8 to 7"))
  }

  @Test("Five figures are told, of more their number") func limit() {
    let many = (0..<117).map { _ in figure("late", "share", estimate(0.1), estimate(0.2)) }
    let sentences = MovementText.sentences(movement([.outcomes], many))
    #expect(sentences.count == 7)
    #expect(sentences.last == "five-branches: 112 more figures moved")
  }

  @Test("Beneath the expectations: what moved, how to find the event, what is the same or new")
  func lines() {
    let moved = movement(
      [.outcomes, .same], [figure("late", "share", estimate(0.2, 0.01), estimate(0.4))])
    #expect(
      VerdictText.text(checked(moved)) == """
        Scenarios/five-branches.yaml: five-branches, 100 replications, expects nothing
          MOVED  five-branches, Correspondent banking: payments end otherwise; the scenario file has not changed: the rules have
          MOVED  five-branches, Correspondent banking: the share of late payments rose from 20.0 % to 40.0 % (20.0 pp more; before 20.0 ± 1.0 %)
                 first differing event: with each build, nostro trace Scenarios/five-branches.yaml --model batch --out BUILD.csv; then nostro bisect BEFORE.csv AFTER.csv
          same   1 fingerprint and 9 figures

        """)
    var elsewhere = movement(
      [.same, .notCompared(.otherPlatforms(["macos-arm64"]))], isFileChanged: true)
    elsewhere.platform = "linux-x86_64"
    #expect(
      MovementLines.lines(checked(elsewhere))
        == [
          "same   1 fingerprint and 10 figures; the scenario file has changed, what comes of it has "
            + "not",
          "absent fingerprints of token are not compared: made on macos-arm64, not on linux-x86_64",
        ])
    #expect(
      MovementLines.bisect(checked(moved), movement([.books], isFileChanged: true))
        == "first differing event: nostro bisect BEFORE.yaml Scenarios/five-branches.yaml --model "
        + "batch")
    #expect(
      VerdictText.summary([checked(moved)])
        == "1 scenario, 0 expectations: none fails\n"
        + "fingerprints: 2 compared, 1 moved, 0 not compared\n"
        + "figures: 10 compared, 1 moved\n")
  }

  @Test("Each reason why something is not compared is told once, and counted as absent")
  func absences() {
    var absent = movement(
      [.notCompared(.nothing), .notCompared(.otherSeed(8))], compared: 0, isFileChanged: nil)
    (absent.seed, absent.figureAbsence) = (7, .otherReplications([5, 50]))
    absent.strayModels = ["coin"]
    #expect(
      MovementLines.lines(checked(absent)) == [
        "absent fingerprints of batch are not compared: none is committed",
        "absent fingerprints of token are not compared: committed as of seed 8, this is seed 7",
        "absent figures are not compared: committed for 5 and 50 replications, not for 100",
        "absent fingerprints of coin are not compared: the scenario has no such model",
      ])
    let counts = Absence.otherReplications([5, 50])
    absent = movement([.notCompared(counts), .notCompared(counts)], compared: 0)
    absent.figureAbsence = counts
    #expect(
      MovementLines.lines(checked(absent)) == [
        "absent fingerprints and figures are not compared: committed for 5 and 50 replications, "
          + "not for 100"
      ])
    #expect(
      VerdictText.summary([checked(absent), checked(movement([.same, .same]))])
        == "2 scenarios, 0 expectations: none fails\n"
        + "fingerprints: 2 compared, 0 moved, 2 not compared\n"
        + "figures: 10 compared, 0 moved; those of 1 scenario not compared\n")
  }

  @Test("JSON tells the same to programs") func json() {
    let moved = movement(
      [.outcomes, .notCompared(.nothing)], [figure("late", "share", estimate(0.2), nil)],
      isFileChanged: nil)
    let text = CheckJSON.text([checked(moved)], identity: Week.identity)
    for part in [
      "\"format\": 3", "\"file_changed\": null", "\"state\": \"outcomes\"",
      "\"state\": \"not-compared\"",
      "\"compared_figures\": 10", "\"metric\": \"late\"", "\"after\": null",
    ] { #expect(text.contains(part), "\(part)") }
  }
}
