import Bookkeeping
import EventKernel
import Scenarios
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// A world of two branches at one system that never closes: Kathmandu, 5:45 hours ahead of UTC,
/// with the business days of TARGET, and B, below whose floor it must help.
private struct FloorWorld {
  var from = "2026-03-07T00:00:00Z"
  var further = ""
  var system = "days: Mon-Sun, opens: 00:00, closes: 24:00"
  /// What B begins with, and what A keeps.
  var opening = 1000
  var kept = 10000
  var disturbances = ""
  var payments = [
    "id: p1, at: 2026-03-07T12:00:00Z, from: B, to: A, amount: 500",
    "id: p2, at: 2026-03-08T18:40:00Z, from: B, to: A, amount: 700",
  ]

  func world() throws -> World {
    let text = """
      scenario: floor
      experiment: {seed: 1, replications: 1, from: \(from), until: 2026-03-11T00:10:00Z, run-out: 1d}
      systems:
        Own: {currency: USD, zone: UTC, calendar: NONE, \(system)}
      branches:
        A: {zone: Asia/Kathmandu, calendar: TARGET, opens: 08:00, closes: 18:00}
        B: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      \(further)
      pools:
        - {branch: A, currency: USD, system: Own, opening-balance: 10000, target: \(kept), funding-rate: 100bp, day-count: ACT/360}
        - {branch: B, currency: USD, system: Own, opening-balance: \(opening), floor: 900, target: 1000, funding-rate: 100bp, day-count: ACT/360}
      flows:
        listed:
          payments:
      \(payments.map { "      - {\($0), currency: USD}" }.joined(separator: "\n"))
      models:
        m:
          rail: interbank-clearing
          clearing: {system: Own, offsetting: false}
          rebalancing: {when: below-floor, lag: 30min}
      \(disturbances)
      """
    return try World(ScenarioFile.read(text: text, named: "floor.yaml", folder: ""))
  }

  /// When each payment ended, and the treasury's transfers as the journal has them.
  func run() throws -> (ends: [String], transfers: [String]) {
    let world = try world()
    let record = world.simulate(ModelID(0), replication: 0, journeys: .all)
    var transfers: [String] = []
    world.trace(ModelID(0)) { event in
      transfers += event.entries.filter { $0.hasPrefix("rebalancing") }.map {
        "\(event.instant) \($0)"
      }
      return true
    }
    return (record.journeys.map { "\($0.payment) \($0.ended)" }.sorted(), transfers)
  }
}

/// A treasury acts when something changes on which a transfer hangs, not when somebody looks.
@Suite struct FloorTimingTests {
  /// On Saturday 7 March B falls to 500, but Kathmandu, the only donor, has no business day. Its
  /// Monday starts at its midnight, on Sunday 18:15 UTC: then 500 leave, and land at 18:45. p2, for
  /// which 500 are too little at 18:40, waits five minutes.
  private let byHand = ["p1 2026-03-07T12:00:00Z", "p2 2026-03-08T18:45:00Z"]

  /// On Monday 500 leave for B at 9:00. p2 takes 400 meanwhile, so that B has 600 when they land at
  /// 9:30: less than its floor, and 400 more leave at once. p3 waits for them until 10:00.
  @Test("What left meanwhile is brought by another transfer as soon as the first has landed")
  func liftedAgain() throws {
    let world = FloorWorld(payments: [
      "id: p1, at: 2026-03-09T09:00:00Z, from: B, to: A, amount: 500",
      "id: p2, at: 2026-03-09T09:10:00Z, from: B, to: A, amount: 400",
      "id: p3, at: 2026-03-09T09:40:00Z, from: B, to: A, amount: 700",
    ])
    let expected = [
      "p1 2026-03-09T09:00:00Z", "p2 2026-03-09T09:10:00Z", "p3 2026-03-09T10:00:00Z",
    ]
    #expect(try world.run().ends == expected)
  }

  /// B begins with 400, below its floor of 900: 600 leave in the first instant of the run where
  /// Kathmandu has a business day, and land half an hour later, when p1 finds the 700 it needs. From
  /// Saturday on they leave when Kathmandu's Monday begins, on Sunday 18:15 UTC. At its floor a pool
  /// is not below it.
  @Test(
    "A pool that a run finds below its floor is lifted at once",
    arguments: [
      ("2026-03-09T00:17:00Z", "2026-03-09T00:17:00Z", "2026-03-09T00:47:00Z"),
      ("2026-03-07T00:00:00Z", "2026-03-08T18:15:00Z", "2026-03-08T18:45:00Z"),
    ])
  func belowFromTheStart(_ from: String, _ leaves: String, _ lands: String) throws {
    var floor = FloorWorld(
      from: from, opening: 400, kept: 5000,
      payments: ["id: p1, at: \(from), from: B, to: A, amount: 700"])
    let (ends, transfers) = try floor.run()
    #expect(ends == ["p1 \(lands)"])
    #expect(transfers.first?.hasPrefix("\(leaves) rebalancing: pool A USD -") == true)
    floor.payments = ["id: p1, at: 2026-03-10T12:00:00Z, from: A, to: B, amount: 1"]
    let quiet = try floor.run().transfers
    #expect(quiet.map { String($0.prefix(20)) } == [leaves, lands])
    #expect(quiet.first?.contains("pool A USD -600.00") == true)
    floor.opening = 900
    #expect(try floor.run().transfers.isEmpty)
  }

  @Test(
    "A transfer leaves at the midnight that begins its donor's day, whoever looks",
    arguments: [
      ("2026-03-07T00:00:00Z", ""), ("2026-03-07T00:17:00Z", ""),
      (
        "2026-03-07T00:00:00Z",
        "  IDLE: {zone: UTC, calendar: NONE, opens: 18:20, closes: 23:00}"
      ),
      (
        "2026-03-07T00:00:00Z",
        "  IDLE: {zone: UTC, calendar: NONE, opens: 18:15, closes: 23:00}"
      ),
    ])
  func oneWorld(_ from: String, _ further: String) throws {
    let (ends, transfers) = try FloorWorld(from: from, further: further).run()
    #expect(ends == byHand)
    #expect(transfers.first?.hasPrefix("2026-03-08T18:15:00Z") == true)
    #expect(transfers.first?.contains("pool A USD -500.00") == true)
    #expect(transfers.dropFirst().first?.hasPrefix("2026-03-08T18:45:00Z") == true)
  }

  @Test("Where the system is closed it leaves at the opening") func opening() throws {
    var floor = FloorWorld(system: "days: Mon-Fri, opens: 07:00, closes: 18:00")
    // Monday 9 March: below the floor at 17:59:30, a second before p2 finds nothing; Tuesday's
    // window opens at 07:00.
    floor.payments = [
      "id: p1, at: 2026-03-09T17:50:00Z, from: B, to: A, amount: 500",
      "id: p2, at: 2026-03-10T07:10:00Z, from: B, to: A, amount: 700",
    ]
    // Lifted at once at 17:50, since Kathmandu's Monday lasts until 18:15: nothing waits.
    #expect(try floor.run().transfers.first?.hasPrefix("2026-03-09T17:50:00Z") == true)
    // On Friday after 18:15 UTC it has Saturday; the next day on which both are open is Monday.
    floor.system = "days: Mon-Sun, opens: 07:00, closes: 19:00"
    floor.from = "2026-03-06T00:00:00Z"
    floor.payments = ["id: p1, at: 2026-03-06T18:30:00Z, from: B, to: A, amount: 500"]
    let transfers = try floor.run().transfers
    // Its Monday begins on Sunday at 18:15, within the hours of the system.
    #expect(transfers.first?.hasPrefix("2026-03-08T18:15:00Z") == true)
    floor.system = "days: Mon-Sun, opens: 07:00, closes: 18:00"
    floor.payments = ["id: p1, at: 2026-03-07T17:30:00Z, from: B, to: A, amount: 500"]
    // Where they end before, at Monday's opening.
    #expect(try floor.run().transfers.first?.hasPrefix("2026-03-09T07:00:00Z") == true)
  }

  @Test("Where its donor has failed it leaves when the failure ends") func failure() throws {
    var floor = FloorWorld()
    floor.payments = ["id: p1, at: 2026-03-09T10:00:00Z, from: B, to: A, amount: 500"]
    for kind in ["failure", "outage"] {
      floor.disturbances = """
        disturbances:
          - \(kind): {branch: A, from: 2026-03-09T09:00:00Z, for: 127min}
        """
      #expect(try floor.run().transfers.first?.hasPrefix("2026-03-09T11:07:00Z") == true)
    }
  }

  /// Three branches on three clocks, a system of the day and an outage; a seed decides the payments.
  private func random(_ seed: Int, from: String, idle: String) throws -> [String] {
    var dice = Dice(seed)
    var floor = FloorWorld(from: from, system: "days: Mon-Sat, opens: 06:00, closes: 20:00")
    floor.further = idle
    floor.disturbances = """
      disturbances:
        - outage: {system: Own, from: 2026-03-10T\(dice.one("08", "13")):20:00Z, for: 1h}
      """
    floor.payments = (0..<30).map { number in
      let isOut = dice.int(0...3) > 0
      return "id: P\(number), at: 2026-03-\(dice.one("07", "08", "09", "10"))T"
        + "\(dice.one("06", "09", "13", "17", "18", "19", "20")):\(dice.one("00", "15", "40")):00Z, "
        + "from: \(isOut ? "B" : "A"), to: \(isOut ? "A" : "B"), amount: \(dice.int(1...900))"
    }
    return try floor.run().ends
  }

  @Test("Neither another start nor a branch that does nothing changes a payment", arguments: 0..<8)
  func metamorphic(_ seed: Int) throws {
    let plain = try random(seed, from: "2026-03-07T00:00:00Z", idle: "")
    #expect(plain.count == 30)
    #expect(try random(seed, from: "2026-03-07T03:41:00Z", idle: "") == plain)
    for opens in ["06:00", "13:07", "18:15"] {
      let idle = "  IDLE: {zone: UTC, calendar: NONE, opens: \(opens), closes: 23:00}"
      #expect(try random(seed, from: "2026-03-07T00:00:00Z", idle: idle) == plain, "\(opens)")
    }
  }
}

/// A measurement changes nothing.
@Suite struct MeasurementTests {
  /// The record of a run without any event of a full hour.
  private func withoutHours(_ world: World, _ model: ModelID) -> RunRecord {
    var simulator = Simulator(
      world, model: model, replication: 0, journeys: .all, recordsBalances: false, flows: nil)
    simulator.open()
    let horizon = world.scenario.experiment.horizon
    while let event = simulator.clock.next(before: horizon) {
      if event.kind != EventKind.hour.rawValue { simulator.process(event) }
    }
    return simulator.close(at: horizon)
  }

  @Test("A run without measurements has the same books and outcomes", arguments: 0..<8)
  func without(_ seed: Int) throws {
    var worlds = [try RandomWorld(seed).tiny.world(), try FloorWorld().world()]
    var lifted = RandomWorld(seed).tiny
    lifted.batch += ", rebalancing: {when: below-floor, lag: 45min}"
    if !RandomWorld(seed).tiny.batch.contains("rebalancing") { worlds.append(try lifted.world()) }
    for world in worlds {
      for place in world.scenario.models.indices {
        let model = ModelID(place)
        let without = withoutHours(world, model)
        for balances in [true, false] {
          let record = world.simulate(
            model, replication: 0, journeys: .all, recordsBalances: balances)
          #expect(record.books == without.books && record.outcomes == without.outcomes)
          #expect(record.pools == without.pools && record.totals == without.totals)
          #expect(record.journeys == without.journeys)
        }
      }
    }
  }
}
