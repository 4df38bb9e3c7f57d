import Bookkeeping
import Calendars
import Outcomes
import Reporting
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Two payments from New York to Singapore through CHIPS, on a Tuesday.
///
/// By hand, New York being at UTC−4 and Singapore at UTC+8: `early` is instructed at 10:00, settles
/// at once, is 10 minutes with the correspondent and waits for Singapore to open at 09:00, 01:00
/// UTC on Wednesday: 11 h. `late` is instructed at 17:30, half an hour before the cut-off of CHIPS:
/// at 01:00 UTC too, 3 h 30 min. Were the cut-off at 17:00, `late` would wait for CHIPS to open at
/// 21:00 for Wednesday, 01:00 UTC, and be credited ten minutes later: 3 h 40 min.
private struct Tuesday {
  let scenario: Scenario

  init() throws {
    scenario = try ScenarioFile.read(
      text: """
        scenario: tuesday
        title: Tuesday
        question: What if CHIPS closed an hour sooner?
        experiment: {seed: 1, replications: 2, from: 2026-03-10T00:00:00Z,
          until: 2026-03-11T00:00:00Z, run-out: 2d}
        branches:
          NYC: {title: New York, zone: America/New_York, calendar: USFED, opens: 09:00,
            closes: 19:00, customer-cut-off: 18:45}
          SIN: {title: Singapore, zone: Asia/Singapore, calendar: SG, opens: 09:00, closes: 18:00}
        pools:
          - {branch: any, currency: USD, system: CHIPS, opening-balance: 1M, funding-rate: 100bp,
             day-count: ACT/360}
        corridors:
          - {from: any, to: any, currency: USD, hops: [{correspondent: clearer, system: CHIPS,
             cut-off: customer, processing: 10min, fee: 0}]}
        flows:
          given:
            payments:
              - {id: early, at: 2026-03-10T14:00:00Z, from: NYC, to: SIN, currency: USD, amount: 10}
              - {id: late, at: 2026-03-10T21:30:00Z, from: NYC, to: SIN, currency: USD, amount: 20}
        models:
          batch: {title: Correspondent banking, rail: correspondent}
          token: {title: Tokenized deposits, rail: tokenized-deposit,
            ledger: {block-interval: 5s, finality: 0s, step-failure: 0%, time-out: 10s}}
        """, named: "tuesday.yaml", folder: "")
  }

  /// The scenario as the present rules run it.
  func world() throws -> World { try World(scenario) }

  /// The same file under a changed rule: the one line of CHIPS that says when it closes to
  /// customers.
  func patched() throws -> World {
    var scenario = scenario
    let chips = try #require(scenario.systems.firstIndex { $0.name == "CHIPS" })
    let system = scenario.systems[chips]
    let rule = system.hours
    let hours = try OperatingHours(
      zone: rule.zone, days: rule.days, opening: rule.opening, opens: rule.opens,
      customerCutOff: try #require(WallTime("17:00")), interbankCutOff: rule.interbankCutOff,
      closes: rule.closes, effectiveFrom: rule.effectiveFrom, effectiveUntil: rule.effectiveUntil)
    scenario.systems[chips] = SettlementSystem(
      name: system.name, currency: system.currency, hours: hours, source: system.source)
    return try World(scenario)
  }
}

@Suite("A changed rule of a rail is caught, and led back to its first event")
struct PatchedRailTests {
  private let tuesday: Tuesday

  init() throws { tuesday = try Tuesday() }

  private func comparison(_ world: World) -> Comparison {
    var study = Study(world.scenario, corridors: world.corridors)
    for replication in 0..<UInt32(world.scenario.experiment.replications) {
      study.add(
        world.scenario.models.indices.map {
          study.figures(of: world.simulate(ModelID($0), replication: replication))
        })
    }
    return study.comparison
  }

  private func movement() throws -> OutcomeMovement {
    let before = comparison(try tuesday.world())
    let committed = Committed(
      fingerprints: Fingerprint.all(
        of: before, scenario: "tuesday", platform: "here", because: "as it is"),
      figures: BaselineFigure.all(of: before))
    #expect(committed.movement(to: before, platform: "here").holds)
    return committed.movement(to: comparison(try tuesday.patched()), platform: "here")
  }

  @Test("check says which model moved, by how much, and that the rules have") func caught() throws {
    let movement = try movement()
    #expect(!movement.holds)
    #expect(movement.models.map(\.state) == [.outcomes, .same], "tokens pass CHIPS by")
    #expect(movement.figures.allSatisfy { $0.model == "batch" })
    let sentences = MovementText.sentences(movement)
    #expect(
      sentences.first
        == "tuesday, Correspondent banking: payments end otherwise; the scenario file "
        + "has not changed: the rules have")
    #expect(
      sentences.contains(
        "tuesday, Correspondent banking: the median time to credit rose from 3 h 30 min to 3 h 40 "
          + "min (10.0 min more; before 3 h 30 min)"))
  }

  @Test("bisect leads to the payment that misses the cut-off, in its instruction")
  func bisected() throws {
    let sides = (source(try tuesday.world()), source(try tuesday.patched()))
    let found = try #require(try FirstDifference.find(sides.0, sides.1))
    // It is the same instruction on both sides; today it settles at once, else it stays.
    #expect(found.isOfEntries)
    let event = try #require(found.left.first)
    #expect(event.what == "late is instructed: 20.00 USD, NYC to SIN")
    #expect(event.instant == Instant("2026-03-10T21:30:00Z"))
    #expect(event.entries.map { $0.prefix { $0 != ":" } } == ["debit", "settlement"])
    #expect(found.right.first?.entries.map { $0.prefix { $0 != ":" } } == ["debit"])
    let text = DifferenceText.text(
      found, DifferenceText.Side(name: "before", header: sides.0.header),
      DifferenceText.Side(name: "after", header: sides.1.header), model: "Correspondent banking"
    ) { instant, zone in zone == "UTC" ? "\(instant)" : "local" }
    #expect(
      text.hasPrefix(
        "tuesday, Correspondent banking, replication 0: \(found.number) events are the same, the "
          + "next one is the same too, but posts other entries\n\nbefore (version 0):\n"
          + "  UTC                       New York                  Singapore                 what "
          + "happens\n  2026-03-10T21:30:00Z      local                     local                "
          + "     late is instructed: 20.00 USD, NYC to SIN\n"))
  }

  @Test("Without a change there is no differing event") func unchanged() throws {
    let source = source(try tuesday.world())
    #expect(try FirstDifference.find(source, source) == nil)
  }

  private func source(_ world: World) -> TraceSource {
    let header = TraceHeader(
      version: "0", scenario: world.scenario.name, scenarioDigest: "\(world.scenario.digest)",
      model: "batch", seed: world.scenario.experiment.seed, replication: 0)
    return TraceSource(header: header) { try world.trace(ModelID(0), visit: $0) }
  }
}
