import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// What waits inside a clearing is delayed, whatever for: the delay indicator was made to compare
/// gross, hybrid and net settlement (Leinonen and Soramäki, Bank of Finland discussion paper
/// 16/1999).
@Suite struct ClearingDelayTests {
  private let minute = Int128(60_000_000)

  /// Two banks whose system is open from 08:00 to 18:00: A pays 100 at 09:00 and 70 at 16:00, B 40
  /// at 10:00.
  private func days(_ terms: String, opening: Int = 200) throws -> [PoolDayFact] {
    let text = """
      scenario: two-banks
      experiment: {seed: 1, replications: 1, from: 2026-03-02T00:00:00Z, until: 2026-03-03T00:00:00Z}
      systems:
        RTGS: {currency: EUR, zone: UTC, calendar: NONE, days: Mon-Sun, opens: 08:00, closes: 18:00}
      branches:
        A: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
        B: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      pools:
        - {branch: any, currency: EUR, system: RTGS, opening-balance: \(opening), funding-rate: 100bp, day-count: ACT/360}
      flows:
        all:
          payments:
            - {id: p1, at: 2026-03-02T09:00:00Z, from: A, to: B, currency: EUR, amount: 100}
            - {id: p2, at: 2026-03-02T10:00:00Z, from: B, to: A, currency: EUR, amount: 40}
            - {id: p3, at: 2026-03-02T16:00:00Z, from: A, to: B, currency: EUR, amount: 70}
      models:
        m: {rail: interbank-clearing, clearing: {system: RTGS, \(terms)}}
      """
    let world = try World(ScenarioFile.read(text: text, named: "two-banks.yaml", folder: ""))
    let record = world.simulate(ModelID(0), replication: 0, recordsDays: true)
    return try record.days.map { try #require($0.days.first) }
  }

  @Test func grossSettlementThatIsCoveredDelaysNothing() throws {
    let days = try days("offsetting: false")
    #expect(days.map(\.waited) == [0, 0] && days.map(\.queued) == [0, 0])
  }

  @Test("A net cycle at 17:59 delays p1 by 8 h 59 min, for no want of money") func net() throws {
    let days = try days("settlement: net, cycles: {times: [17:59], zone: UTC}")
    #expect(days[0].waited == (10_000 * 539 + 7_000 * 119) * minute)
    #expect(days[1].waited == 4_000 * 479 * minute)
    #expect(days.map(\.spared) == [17_000 * minute, 4_000 * minute])
    #expect(days.map(\.queued) == [0, 0])
  }

  @Test("What a cycle has settled is delayed until it is final") func finality() throws {
    let days = try days(
      "settlement: net, cycles: {times: [17:00], zone: UTC, final-after: 30min}")
    #expect(days[0].waited == (10_000 * 510 + 7_000 * 90) * minute)
    #expect(days[0].spared == 17_000 * 30 * minute)
  }

  @Test("What misses a cycle for want of money waits for the cycle, then for money") func both()
    throws
  {
    // Nobody has anything: at 12:00 and for ever neither can A pay 100 nor, behind nothing, B 40.
    let days = try days("settlement: batch, cycles: {times: [12:00], zone: UTC}", opening: 0)
    // p1 waits from 09:00 to the end of the day at 18:00, of that from 12:00 for money; p3 comes
    // after the only cycle of the day and waits for the next.
    #expect(days[0].waited == (10_000 * 540 + 7_000 * 120) * minute)
    #expect(days[0].queued == 10_000 * 360 * minute)
    #expect(days[0].spared == 0)
  }

  @Test("A leg of a trade that waits for the other is delayed, not short") func trade() throws {
    var trade = ClearingScenario()
    trade.terms = "system: [Always USD, Always EUR], pvp: true"
    trade.pools = """
      - {branch: any, currency: USD, system: Always USD, opening-balance: 1000}
        - {branch: C, currency: EUR, system: Always EUR, opening-balance: 100}
        - {branch: [A, B], currency: EUR, system: Always EUR, opening-balance: 0}
      """
    trade.payments = [
      "id: T, at: 2026-03-09T10:00:00Z, from: A, to: B, currency: USD, against: EUR, amount: 116",
      "id: P, at: 2026-03-09T14:00:00Z, from: C, to: B, currency: EUR, amount: 100",
    ]
    let record = try trade.world().simulate(ModelID(0), replication: 0, recordsDays: true)
    let day = try #require(record.days[0].days.first)
    #expect(day.waited == 11_600 * 240 * minute && day.queued == 0)
    #expect(day.spared == 11_600 * 600 * minute)
    #expect(record.pools.allSatisfy { $0.queuedMicroseconds == 0 })
  }
}
