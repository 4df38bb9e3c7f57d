import Bookkeeping
import Testing
import Vocabulary

/// The treasurer's policies: watching floors, and estimating what the next closed period needs.
@Suite struct TreasuryTests {
  private let pools = """
      - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 1000, floor: 400, target: 900}
      - {branch: LDN, currency: USD, system: Fedwire Funds, opening-balance: 5000, floor: 0, target: 1000}
      - {branch: [HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 0}
      - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
    """

  private func out(_ id: String, _ at: String, _ amount: Int) -> String {
    "id: \(id), from: NYC, to: outside, currency: USD, at: \(at), amount: \(amount)"
  }

  @Test func aPoolBelowItsFloorIsLiftedOnceUntilItHasBeenAtItsTarget() throws {
    var tiny = TinyScenario()
    tiny.pools = pools
    tiny.batch = ", rebalancing: {when: below-floor, lag: 1h}"
    // 14:00: 1000 − 700 = 300, below 400: 600 are on their way. 14:30: 300 − 250 = 50; with the
    // 600 it holds 650, not below. 15:00: 650. 15:10: 650 − 300 = 350: below, but it has not been
    // back at its target of 900, so nothing is ordered. 15:20: 1,000 come in, it is watched again.
    // 15:30: 1,350 − 1,000 = 350: 550 are ordered and land at 16:30.
    tiny.payments = [
      out("A", "2026-03-09T14:00:00Z", 700), out("B", "2026-03-09T14:30:00Z", 250),
      out("C", "2026-03-09T15:10:00Z", 300),
      "id: D, from: outside, to: NYC, currency: USD, at: 2026-03-09T15:20:00Z, amount: 1000",
      out("E", "2026-03-09T15:30:00Z", 1000),
    ]
    let record = try tiny.record("batch")
    #expect(record.pools[0].transferredIn == 60_000 + 55_000)
    #expect(record.pools[0].closing == 90_000)
    #expect(record.pools[1].closing == 500_000 - 115_000)
  }

  @Test func aPoolWaitsForItsDonorsBusinessDay() throws {
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: SIN, currency: USD, system: Fedwire Funds, opening-balance: 1000, floor: 400, target: 900}
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 5000, floor: 0, target: 1000}
        - {branch: [LDN, HKG], currency: USD, system: Fedwire Funds, opening-balance: 0}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
      """
    tiny.batch = ", rebalancing: {when: below-floor, lag: 0s}"
    // Monday morning in Singapore: Fedwire's Monday has been open since 01:00 UTC, but New York, the
    // only donor, has Sunday until 04:00. A takes the pool to 300; B asks for 500 at 03:00 and has
    // it at 04:00, with the 900 + 200 that the pool then lacks.
    tiny.payments = [
      "id: A, from: SIN, to: outside, currency: USD, at: 2026-03-09T01:30:00Z, amount: 700",
      "id: B, from: SIN, to: outside, currency: USD, at: 2026-03-09T03:00:00Z, amount: 500",
    ]
    let record = try tiny.record("batch")
    let late = try #require(record.journeys.first { $0.payment == "B" })
    #expect(late.story == ["liquidity until 2026-03-09T04:00:00Z"])
    #expect(record.pools[0].transferredIn == 110_000 && record.pools[0].closing == 90_000)
    #expect(record.pools[1].closing == 500_000 - 110_000)
  }

  @Test func theEstimateCoversTheComingClosedPeriod() throws {
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: NYC, currency: USD, system: TIPS like, opening-balance: 10k, floor: 0, target: 0}
        - {branch: LDN, currency: USD, system: TIPS like, opening-balance: 1M, floor: 0, target: 0}
        - {branch: [HKG, SIN], currency: USD, system: TIPS like, opening-balance: 0}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
      """
    tiny.root = """
      systems:
        TIPS like: {currency: USD, zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      """
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [{system: TIPS like, processing: 0s}]}
      """
    // One given payment of 50,000 on Saturday: every sample of the past has it, so the estimate of
    // Friday's only window, 17:00 UTC, is 50,000 for New York: 40,000 more than the 10,000 there.
    tiny.payments = [
      "id: P, from: outside, to: LDN, currency: USD, at: 2026-03-06T10:00:00Z, amount: 1",
      "id: Q, from: LDN, to: NYC, currency: USD, at: 2026-03-06T11:00:00Z, amount: 1",
      out("A", "2026-03-09T13:30:00Z", 50_000),
    ]
    tiny.batch =
      ", rebalancing: {windows: [17:00], zone: UTC, estimate: {quantile: 95%, samples: 3}}"
    let record = try tiny.record("batch")
    #expect(record.pools[0].transferredIn == 3_999_900)
    let payment = try #require(record.journeys.first { $0.payment == "A" })
    #expect(payment.spent(on: .liquidity) == .zero)
    // With floor and target of 0 it waits from 13:30 for Monday's window.
    tiny.batch = ", rebalancing: {windows: [17:00], zone: UTC}"
    #expect(try tiny.journey("batch", "A").spent(on: .liquidity) == .minutes(210))
  }
}
