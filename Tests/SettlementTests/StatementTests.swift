import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

@Suite("A statement leads from the balance of one midnight to that of the next")
struct StatementTests {
  /// Friday 6 March 2026: P leaves New York at 10:00 local time, Q comes to it at 11:00 from London.
  private func world() throws -> World {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: P, at: 2026-03-06T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 100.25",
      "id: Q, at: 2026-03-06T16:00:00Z, from: LDN, to: NYC, currency: USD, amount: 40",
      "id: R, at: 2026-03-08T16:00:00Z, from: NYC, to: LDN, currency: USD, amount: 7",
    ]
    return try tiny.world()
  }

  /// The pool of New York in dollars is the first.
  private let pool = PoolID(0)

  @Test("Entries have their instants, signs and payments, and reconcile to the cent")
  func byHand() throws {
    let world = try world()
    let friday = try #require(CivilDate("2026-03-06"))
    let statement = try world.statement(of: pool, on: friday, ModelID(0))
    #expect(statement.branch == "NYC" && statement.currency == .usd)
    // New York's Friday is 05:00 to 05:00 UTC before the clocks change on 8 March.
    #expect(statement.day.lowerBound == Instant("2026-03-06T05:00:00Z"))
    #expect(statement.opening == 100_000_000_000, "the prefunding is brought forward")
    #expect(statement.entries.map(\.payment) == ["P", "Q"])
    #expect(statement.entries.map(\.amount) == [-10_025, 4_000])
    #expect(statement.entries.map(\.kind) == [.settlement, .settlement])
    // Nothing takes time but the correspondent, after the pool has paid.
    #expect(
      statement.entries.map(\.instant.description)
        == ["2026-03-06T15:00:00Z", "2026-03-06T16:00:00Z"])
    #expect(statement.closing == 100_000_000_000 - 10_025 + 4_000)
  }

  @Test("A day without entries keeps its balance; Sunday's payment settles on Monday by batch")
  func emptyDays() throws {
    let world = try world()
    let saturday = try #require(CivilDate("2026-03-07"))
    let statements = try (0..<3).map {
      try world.statement(of: pool, on: saturday + $0, ModelID(0))
    }
    #expect(statements.map(\.entries.count) == [0, 0, 1])
    #expect(statements[0].opening == statements[0].closing)
    #expect(statements[2].entries.map(\.payment) == ["R"])
    // The clocks change on Sunday the 8th: that day has 23 hours.
    #expect(statements[1].day.upperBound - statements[1].day.lowerBound == .hours(23))
  }

  @Test("For every pool, day and model the closing balance is the pool's at that midnight")
  func reconciles() throws {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: P, at: 2026-03-06T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 1"
    ]
    tiny.flows = """
        drawn: {from: any, to: any, currency: USD, arrivals: 4 per day, deadline: 1bd,
          amount: {lognormal: {median: 25k, p95: 500k}}}
        bought: {from: NYC, to: HKG, currency: USD, credited-in: HKD, arrivals: 30 per day,
          amount: {lognormal: {median: 25k, p95: 500k}}}
        outside: {from: outside, to: LDN, currency: USD, arrivals: 30 per day,
          amount: {constant: 1000.01}}
      """
    tiny.batch =
      ", returns: {rate: 5%, after: 4h}, "
      + "rebalancing: {windows: [14:00], zone: Europe/London, lag: 2h}"
    tiny.token = ", returns: {rate: 5%, after: 4h}, rebalancing: on-demand"
    tiny.pools = tiny.pools.replacing("1bn", with: "1M, floor: 900k")
    let world = try tiny.world()
    let start = world.scenario.experiment.from
    let friday = try #require(CivilDate("2026-03-06"))
    var entries = 0
    for model in world.scenario.models.indices.map({ ModelID($0) }) {
      let record = world.simulate(model, replication: 0, recordsBalances: true)
      // New York in dollars, Hong Kong in its own.
      for pool in [0, 6] as [PoolID] {
        let statements = try (0..<4).map {
          try world.statement(of: pool, on: friday + $0, model)
        }
        for (statement, next) in zip(statements, statements.dropFirst()) {
          #expect(statement.closing == next.opening)
          let midnight = statement.day.upperBound
          // The balance of a full hour is noted after all that happens at it, which is the next day's.
          let atMidnight = next.entries.filter { $0.instant == midnight }.map(\.amount)
          let hour = (midnight - start).microseconds / TimeSpan.hour.microseconds
          #expect(
            statement.closing + atMidnight.reduce(0, +) == record.balances[pool.place][Int(hour)])
          entries += statement.entries.count
        }
      }
    }
    #expect(entries > 100, "there is something to reconcile")
  }

  @Test("Writing down a pool's entries changes nothing of the run") func sameRun() throws {
    let world = try world()
    let before = world.simulate(ModelID(0), replication: 0)
    _ = try world.statement(of: pool, on: try #require(CivilDate("2026-03-06")), ModelID(0))
    let after = world.simulate(ModelID(0), replication: 0)
    #expect(before.books == after.books && before.entries.isEmpty && after.entries.isEmpty)
  }

  @Test("Payments stand as they are known at the end of the day") func standings() throws {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: credited, at: 2026-03-06T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 1",
      // London closes at 18:00 UTC: posted on Monday.
      "id: posted-later, at: 2026-03-06T18:30:00Z, from: NYC, to: LDN, currency: USD, amount: 2",
      // New York takes instructions until 18:45 local time: 23:45 UTC.
      "id: too-late, at: 2026-03-07T00:30:00Z, from: NYC, to: LDN, currency: USD, amount: 3",
      "id: other-way, at: 2026-03-06T15:00:00Z, from: LDN, to: NYC, currency: USD, amount: 4",
      "id: other-day, at: 2026-03-06T04:59:00Z, from: NYC, to: LDN, currency: USD, amount: 5",
    ]
    let friday = try #require(CivilDate("2026-03-06"))
    let standings = try tiny.world().standings(
      ofPaymentsFrom: BranchID(0), in: .usd, on: friday, ModelID(0))
    #expect(standings.map(\.payment) == ["credited", "posted-later", "too-late"])
    #expect(standings.map(\.status) == [.credited, .onItsWay, .pending])
    #expect(standings.map(\.cause) == [nil, .weekend, .night])
    #expect(standings.map(\.amount.minorUnits) == [100, 200, 300])
  }

  @Test("A payment that came back is returned, one in review is pending") func backAndHeld() throws
  {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: back, at: 2026-03-06T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 1"
    ]
    let friday = try #require(CivilDate("2026-03-06"))
    func standing(_ more: String) throws -> PaymentStanding? {
      tiny.token = more
      return try tiny.world().standings(
        ofPaymentsFrom: BranchID(0), in: .usd, on: friday, ModelID(1)
      ).first
    }
    let returned = try #require(try standing(", returns: {rate: 100%, after: 1h}"))
    #expect(returned.status == .returned && returned.cause == nil)
    let review = """
      , screening: {alert-rate: 100%, false-positive-share: 100%, check: 5s,
          review: {constant: 48h}, review-hours: around-the-clock}
      """
    let held = try #require(try standing(review))
    #expect(held.status == .pending && held.cause == .screening)
  }
}
