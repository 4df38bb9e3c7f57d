import MeasureLiterals
import Measures
import Testing
import Vocabulary

@testable import Outcomes

@Suite("Outcomes are held against what is committed") struct CommittedTests {
  private static func digest(_ seed: UInt64) -> Digest {
    var digest = Digest()
    digest.combine(seed)
    return digest
  }

  /// A comparison of one model, with some of its figures.
  private func comparison(
    replications: Int = 5, file: UInt64 = 1, events: UInt64 = 2, books: UInt64 = 3,
    outcomes: UInt64 = 4, rows: [OutcomeRow] = []
  ) -> Comparison {
    let start = Instant(seconds: 0)
    return Comparison(
      header: Header(
        name: "week", title: "", question: "", description: "", from: start, until: start,
        horizon: start, seed: 7, replications: replications,
        scenarioDigest: CommittedTests.digest(file), reportingCurrency: .usd),
      models: [
        ModelHeader(
          name: "batch", title: "Batch", rail: "", events: CommittedTests.digest(events),
          books: CommittedTests.digest(books), outcomes: CommittedTests.digest(outcomes))
      ], rows: rows, curves: [], poolHistories: [], journeys: [])
  }

  private func row(
    _ metric: Metric, _ mean: Double, half: Double = 0, unit: Unit = "s", _ scope: Scope = "all",
    model: String = "batch"
  ) -> OutcomeRow {
    OutcomeRow(
      model: model, metric: metric, scope: scope, unit: unit,
      estimate: Estimate(mean: mean, interval: mean - half...mean + half, replications: 5))
  }

  private func committed(_ comparison: Comparison, because: String = "first") -> Committed {
    Committed(
      fingerprints: Fingerprint.all(
        of: comparison, scenario: "week", platform: "here", because: because),
      figures: BaselineFigure.all(of: comparison))
  }

  // 23.4 over 5 replications is a sum of 117; the next sum makes 23.6, and 23.41 is none.
  @Test(
    "Counts and money are the same where their sums are, times and shares within a millionth",
    arguments: [
      ("count", 23.4, 23.4 + 1e-9, true), ("count", 23.4, 23.6, false),
      ("count", 0, 0.2, false), ("USD", 100, 100.002, false), ("USD", 100, 100.0009, true),
      ("JPY", 1_000, 1_000.2, false), ("JPY", 1_000, 1_000.09, true),
      ("s", 1_000, 1_000.000_9, true), ("s", 1_000, 1_000.002, false), ("s", 0, 1e-9, false),
      ("share", 0.5, 0.500_000_4, true), ("share", 0.5, 0.500_001, false),
      ("h", -2, -2.000_001, true), ("h", 2, -2, false),
    ])
  func tolerance(name: String, before: Double, after: Double, isSame: Bool) throws {
    let unit = try #require(Unit(name: name))
    #expect(Tolerance.admits(before, after, unit: unit, replications: 5) == isSame)
    #expect(Tolerance.admits(after, before, unit: unit, replications: 5) == isSame)
  }

  @Test("The same run moves nothing") func same() {
    let run = comparison(rows: [row("late", 0.2, unit: "share")])
    let movement = committed(run).movement(to: run, platform: "here")
    #expect(movement.holds && !movement.isIncomplete)
    #expect(movement.models.map(\.state) == [.same])
    #expect(movement.comparedFigures == 1 && movement.isFileChanged == false)
  }

  @Test("Outcomes tell more than books, books more than the order of events")
  func states() {
    let kept = committed(comparison())
    func state(_ now: Comparison, on platform: String = "here") -> OutcomeMovement.State {
      kept.movement(to: now, platform: platform).models[0].state
    }
    #expect(state(comparison(events: 20)) == .order)
    #expect(state(comparison(events: 20, books: 30)) == .books)
    #expect(state(comparison(books: 30)) == .books)
    #expect(state(comparison(events: 20, books: 30, outcomes: 40)) == .outcomes)
    #expect(state(comparison(events: 20), on: "there") == .notCompared(.otherPlatforms(["here"])))
    #expect(state(comparison(), on: "there") == .notCompared(.otherPlatforms(["here"])))
    #expect(!OutcomeMovement.State.notCompared(.nothing).isMoved)
  }

  /// Absence is not agreement: what there is nothing to compare with is neither the same nor moved.
  @Test("What is not compared is told with its reason, and does not hold strictly")
  func absences() {
    let run = comparison(rows: [row("late", 0.2, unit: "share")])
    let kept = committed(run)
    func absent(
      _ change: (inout Committed) -> Void, replications: Int = 5, on platform: String = "here"
    )
      -> [Absence?]
    {
      var changed = kept
      change(&changed)
      let now = comparison(replications: replications, rows: run.rows)
      let movement = changed.movement(to: now, platform: platform)
      #expect(movement.holds && movement.isIncomplete && !movement.holdsStrictly)
      return [movement.models[0].state.absence, movement.figureAbsence]
    }
    #expect(absent { $0 = Committed(fingerprints: [], figures: []) } == [.nothing, .nothing])
    #expect(absent { $0.fingerprints = [] } == [.nothing, nil])
    #expect(absent { $0.figures = [] } == [nil, .nothing])
    #expect(absent { $0.fingerprints[0].model = "other" } == [.nothing, nil])
    #expect(
      absent({ _ in }, replications: 6) == [.otherReplications([5]), .otherReplications([5])])
    #expect(absent({ _ in }, on: "there") == [.otherPlatforms(["here"]), nil])
    #expect(absent { $0.fingerprints[0].seed = 8 } == [.otherSeed(8), nil])
    #expect(kept.movement(to: run, platform: "here").holdsStrictly)
  }

  @Test("Of several platforms the row of this one is compared") func platforms() {
    let run = comparison()
    var kept = committed(run)
    var elsewhere = kept.fingerprints[0]
    (elsewhere.platform, elsewhere.events) = ("there", "0000000000000000")
    kept.fingerprints.insert(elsewhere, at: 0)
    #expect(kept.movement(to: run, platform: "here").models[0].state == .same)
    #expect(kept.movement(to: run, platform: "there").models[0].state == .order)
    #expect(
      kept.movement(to: run, platform: "moon").models[0].state
        == .notCompared(.otherPlatforms(["there", "here"])))
  }

  @Test("Committed rows of a model that the scenario has no longer are not compared")
  func strays() {
    var kept = committed(comparison())
    kept.fingerprints.append(kept.fingerprints[0])
    kept.fingerprints[1].model = "gone"
    let movement = kept.movement(to: comparison(), platform: "here")
    #expect(movement.holds && movement.strayModels == ["gone"] && !movement.holdsStrictly)
  }

  @Test("Another file is told apart from other rules") func file() {
    let kept = committed(comparison())
    #expect(kept.movement(to: comparison(file: 9), platform: "here").isFileChanged == true)
    let stale = kept.movement(to: comparison(file: 9), platform: "here")
    #expect(stale.holds && !stale.holdsStrictly, "the same outcomes, of another file")
    #expect(kept.movement(to: comparison(replications: 6), platform: "here").isFileChanged == nil)
  }

  @Test("Figures come by scope, then by their difference in widths of the interval")
  func order() {
    let before = comparison(rows: [
      row("pool.turnover", 100, unit: "USD", "pool NYC USD"), row("late", 0.5, half: 0.1),
      row("time_to_credit.p50", 100, half: 10), row("time_to_credit.p95", 200, half: 50),
      row("payments.open", 3, unit: "count"), row("payments.credited", 9, unit: "count"),
      row("value.credited", 5, unit: "USD", "currency USD"),
    ])
    // Differences in widths: 0.05/0.2, 40/20, 10/100; 9 is gone and undone is new.
    let after = comparison(rows: [
      row("pool.turnover", 900, unit: "USD", "pool NYC USD"), row("late", 0.55, half: 0.1),
      row("time_to_credit.p50", 140, half: 10), row("time_to_credit.p95", 210, half: 50),
      row("payments.open", 3, unit: "count"), row("undone", 0.1, unit: "share"),
      row("value.credited", 6, unit: "USD", "currency USD"),
    ])
    let movement = committed(before).movement(to: after, platform: "here")
    #expect(
      movement.figures.map(\.metric) == [
        "payments.credited", "undone", "time_to_credit.p50", "late", "time_to_credit.p95",
        "value.credited", "pool.turnover",
      ])
    #expect(movement.comparedFigures == 7)
    #expect(movement.figures[0].after == nil && movement.figures[1].before == nil)
  }

  @Test("Neither differences nor corridors nor days are committed, and many pools are not either")
  func choice() {
    let pools = (0..<41).map { row("pool.peak_use", 1, unit: "USD", "pool B\($0) USD") }
    let rows = [
      row("late", 0.1, model: "token minus batch"), row("late", 0.1, "corridor A>B USD"),
      row("late", 0.1, "day 2026-03-06"), row("late", 0.1), row("late", 0.1, "currency USD"),
      row("value.credited", 1, unit: "USD", "currency USD"),
      row("pool.lowest_balance", 1, unit: "USD", "pool B0 USD"),
    ]
    func scopes(_ count: Int) -> [Scope] {
      BaselineFigure.all(of: comparison(rows: rows + pools.prefix(count))).map(\.row.scope)
    }
    #expect(scopes(0) == ["all", "currency USD"])
    #expect(scopes(40).count == 42)
    #expect(scopes(41) == ["all", "currency USD"])
  }
}

@Suite("Accepting keeps what says the same") struct AcceptanceTests {
  private func print(
    _ model: String, _ replications: Int, _ outcomes: String, because: String = "now"
  ) -> Fingerprint {
    Fingerprint(
      scenario: "week", model: model, replications: replications, seed: 7, scenarioDigest: "d",
      platform: "here", events: "e", books: "b", outcomes: outcomes, because: because)
  }

  private func figure(_ replications: Int, _ mean: Double, half: Double = 1) -> BaselineFigure {
    BaselineFigure(
      replications: replications,
      row: OutcomeRow(
        model: "batch", metric: "late", scope: "all", unit: "s",
        estimate: Estimate(
          mean: mean, interval: mean - half...mean + half, replications: replications)))
  }

  @Test("A row that is the same keeps its reason, one that moved takes the new one")
  func reasons() {
    let before = Committed(
      fingerprints: [
        print("batch", 5, "x", because: "old"), print("token", 5, "y", because: "old"),
      ],
      figures: [])
    let fresh = Committed(
      fingerprints: [print("batch", 5, "x"), print("token", 5, "z")], figures: [])
    let after = before.accepting(fresh, keepsOthers: false)
    #expect(after.fingerprints.map(\.because) == ["old", "now"])
    #expect(after.fingerprints.map(\.outcomes) == ["x", "z"])
    #expect(before.accepting(before, keepsOthers: false) == before)
  }

  @Test("A platform accepts its own rows; those of others stand beside them as they are")
  func platforms() {
    func made(_ platform: String, _ outcomes: String, _ because: String, _ count: Int = 5)
      -> Fingerprint
    {
      var made = print("batch", count, outcomes, because: because)
      made.platform = platform
      return made
    }
    let before = Committed(
      fingerprints: [
        made("b", "x", "old"), made("a", "x", "old", 100), made("b", "x", "old", 100),
      ],
      figures: [])
    let fresh = Committed(fingerprints: [made("a", "y", "new")], figures: [])
    #expect(
      before.accepting(fresh, keepsOthers: true).fingerprints == [
        made("a", "y", "new"), made("b", "x", "old"), made("a", "x", "old", 100),
        made("b", "x", "old", 100),
      ])
    #expect(
      before.accepting(fresh, keepsOthers: false).fingerprints
        == [made("a", "y", "new"), made("b", "x", "old")], "nobody runs 100 any more")
    let same = Committed(fingerprints: [made("b", "x", "new")], figures: [])
    #expect(before.accepting(same, keepsOthers: true).fingerprints == before.fingerprints)
  }

  @Test("A reason is due as well where figures alone moved") func figuresAlone() {
    let before = Committed(
      fingerprints: [print("batch", 5, "x", because: "old")], figures: [figure(5, 10)])
    let fresh = Committed(fingerprints: [print("batch", 5, "x")], figures: [figure(5, 11)])
    let after = before.accepting(fresh, keepsOthers: false)
    #expect(after.fingerprints.map(\.because) == ["now"])
    #expect(after.figures == [figure(5, 11)])
  }

  @Test("A figure within its tolerance stays to the last digit, its interval too")
  func tolerance() {
    let before = Committed(
      fingerprints: [print("batch", 5, "x", because: "old")], figures: [figure(5, 10)])
    let near = Committed(
      fingerprints: [print("batch", 5, "x")], figures: [figure(5, 10.000_001, half: 1.000_1)])
    #expect(before.accepting(near, keepsOthers: false) == before)
    let wide = Committed(fingerprints: [print("batch", 5, "x")], figures: [figure(5, 10, half: 2)])
    #expect(before.accepting(wide, keepsOthers: false).figures == wide.figures)
  }

  @Test("Other numbers of replications stay where only one was run, and go where all were")
  func counts() {
    let before = Committed(
      fingerprints: [print("batch", 5, "x"), print("batch", 100, "y")],
      figures: [figure(5, 1), figure(100, 2)])
    let quick = Committed(fingerprints: [print("batch", 5, "z")], figures: [figure(5, 3)])
    let kept = before.accepting(quick, keepsOthers: true)
    #expect(kept.fingerprints.map(\.outcomes) == ["z", "y"])
    #expect(kept.figures == [figure(5, 3), figure(100, 2)])
    let all = before.accepting(quick, keepsOthers: false)
    #expect(all.fingerprints.map(\.replications) == [5])
    #expect(all.figures == [figure(5, 3)])
  }
}
