import Bookkeeping
import Testing
import Vocabulary

/// Gross settlement between banks at one clearing bank: order, offsetting, limits, credit.
@Suite struct ClearingTests {
  /// Six payments of A, B and C; the upper bounds, the deepest cumulative net debits when each
  /// settles at once, are 100, 30 and 0; the lower ones, net outflows of the day, 60, 0 and 0.
  static func bounds(_ a: Int, _ b: Int, credit: String? = nil) -> ClearingScenario {
    var bounds = ClearingScenario()
    bounds.hold(a, b, credit: credit)
    let payments = [
      ("A", "B", 100), ("B", "C", 80), ("C", "A", 60), ("B", "A", 50), ("A", "C", 70),
      ("C", "B", 90),
    ]
    for (place, payment) in payments.enumerated() {
      bounds.pay("P\(place)", "10:00:\(place)0", payment.0, payment.1, payment.2)
    }
    return bounds
  }

  @Test func withAmpleLiquidityEachPaymentSettlesOnArrivalAndEveryCentIsSomebodys() throws {
    var clearing = ClearingScenario()
    clearing.model = ", fees: [1.25 USD]"
    clearing.pay("P", "03:00:00", "A", "B", 300)
    clearing.pay("Q", "03:00:00", "B", "C", 1_200)
    let record = try clearing.record()
    #expect(record.story("P").isEmpty && record.story("Q").isEmpty)
    // 1,000 each: A pays 300, B passes on 1,200 of its 1,300; the fees are the clients'.
    #expect(record.closings == [700, 100, 2_200, 1_000])
    #expect(record.corridors.map(\.fees) == [125, 125])
    #expect(record.journeys.map(\.credited?.minorUnits) == [30_000, 120_000])
    #expect(record.pools[1].paidIn == 30_000 && record.pools[1].paidOut == 120_000)
  }

  @Test func aRingWithoutMoneySettlesByOffsetting() throws {
    let record = try ring("true").record()
    #expect(record.story("AB") == ["liquidity until 13:00"])
    #expect(record.story("CD") == ["liquidity until 13:00"])
    #expect(record.story("DA").isEmpty)
    #expect(record.pools.allSatisfy { $0.lowest == 0 && $0.closing == 0 })
  }

  @Test func aRingWithoutMoneyStandsWithoutOffsetting() throws {
    let record = try ring("false").record()
    #expect(record.journeys.allSatisfy { $0.end == .open })
    // AB waits for the pool of A from Monday 10:00 to the end of the measured time, Saturday.
    #expect(record.pools[0].queuedMicroseconds == (4 * 24 + 14) * 3_600_000_000)
  }

  private func ring(_ offsetting: String) -> ClearingScenario {
    var ring = ClearingScenario()
    ring.hold(0)
    ring.terms += ", offsetting: \(offsetting)"
    ring.pay("AB", "10:00:00", "A", "B", 100)
    ring.pay("BC", "11:00:00", "B", "C", 100)
    ring.pay("CD", "12:00:00", "C", "D", 100)
    ring.pay("DA", "13:00:00", "D", "A", 100)
    return ring
  }

  @Test(arguments: ["true", "false"])
  func withTheUpperBoundsNothingQueues(offsetting: String) throws {
    var bounds = ClearingTests.bounds(100, 30)
    bounds.terms += ", offsetting: \(offsetting)"
    let record = try bounds.record()
    #expect(record.journeys.allSatisfy { $0.segments.isEmpty && $0.end == .credited })
    #expect(record.pools.prefix(2).map(\.lowest) == [0, 0])
  }

  @Test(arguments: [(99, 30), (100, 29)])
  func belowTheUpperBoundsSomethingIsDelayed(a: Int, b: Int) throws {
    let record = try ClearingTests.bounds(a, b).record()
    #expect(record.journeys.contains { $0.spent(on: .liquidity) > .zero })
  }

  @Test func withUnlimitedCreditTheDeepestOverdraftIsTheMaximumNetDebit() throws {
    let record = try ClearingTests.bounds(0, 0, credit: "unlimited").record()
    #expect(record.pools.map(\.lowest) == [-10_000, -3_000, 0, 0])
    #expect(record.journeys.allSatisfy { $0.segments.isEmpty && $0.end == .credited })
  }

  @Test func eachQueueKeepsItsOrderAndTheUrgentGoFirst() throws {
    var clearing = ClearingScenario()
    clearing.hold(100)
    clearing.pay("large", "10:00:00", "A", "B", 120)
    clearing.pay("small", "10:01:00", "A", "B", 10)
    clearing.pay("urgent", "10:02:00", "A", "C", 30, priority: 1)
    clearing.pay("in", "11:00:00", "C", "A", 30)
    clearing.pay("more", "12:00:00", "B", "A", 20)
    let record = try clearing.record()
    // 100 pay the urgent at once: 70 are left. 30 come back: 100, still short of 120. B has
    // nothing, but with the 120 it could pay its 20: both settle together, and 0 is left.
    #expect(record.story("urgent").isEmpty)
    #expect(record.story("large") == ["liquidity until 12:00"])
    #expect(record.story("more").isEmpty)
    // With 120 of 120 gone the small one waits on.
    #expect(record.story("small").last == "open")
    #expect(record.closings == [0, 100, 0, 0])
  }

  @Test func aSenderSendsNoMoreThanItsLimitBeyondWhatItReceives() throws {
    var clearing = ClearingScenario()
    clearing.terms += ", sender-limits: [{branch: A, limit: 150 USD}]"
    clearing.pay("first", "10:00:00", "A", "B", 100)
    clearing.pay("second", "10:05:00", "A", "C", 100)
    clearing.pay("back", "11:00:00", "B", "A", 50)
    clearing.pay("third", "12:00:00", "A", "C", 1)
    let record = try clearing.record()
    #expect(record.story("first").isEmpty)
    // 100 + 100 − 50 = 150.
    #expect(record.story("second") == ["liquidity until 11:00"])
    // The limit is used up until the next window opens, at midnight.
    #expect(record.story("third") == ["liquidity until 10th 00:00"])
  }

  @Test func aBilateralLimitBindsOnePairOnly() throws {
    var clearing = ClearingScenario()
    clearing.terms += ", bilateral-limits: [{from: A, to: B, limit: 100 USD}]"
    clearing.pay("first", "10:00:00", "A", "B", 80)
    clearing.pay("other", "10:01:00", "A", "C", 500)
    clearing.pay("second", "10:05:00", "A", "B", 30)
    clearing.pay("behind", "10:06:00", "A", "C", 10)
    clearing.pay("back", "11:00:00", "B", "A", 10)
    let record = try clearing.record()
    #expect(record.story("first").isEmpty && record.story("other").isEmpty)
    // 80 + 30 − 10 = 100.
    #expect(record.story("second") == ["liquidity until 11:00"])
    #expect(record.story("behind") == ["liquidity until 11:00"])
  }

  @Test func offsettingKeepsToBilateralLimits() throws {
    var clearing = ClearingScenario()
    clearing.hold(0)
    clearing.terms += ", bilateral-limits: [{from: A, to: B, limit: 5 USD}]"
    clearing.pay("there", "10:00:00", "A", "B", 100)
    clearing.pay("back", "11:00:00", "B", "A", 90)
    clearing.pay("more", "12:00:00", "B", "A", 10)
    let record = try clearing.record()
    // 100 against 90 would send B 10 net, and A has nothing either; 100 against 100 is even.
    #expect(record.story("there") == ["liquidity until 12:00"])
    #expect(record.story("back") == ["liquidity until 12:00"])
    #expect(record.story("more").isEmpty)
  }

  @Test func aReturnGoesBackThroughTheClearing() throws {
    var clearing = ClearingScenario()
    clearing.hold(100)
    clearing.model = ", returns: {rate: 100%, after: 2h}"
    clearing.pay("P", "10:00:00", "A", "B", 100)
    let record = try clearing.record()
    #expect(record.story("P") == ["processing until 12:00", "returned"])
    #expect(record.closings == [100, 0, 0, 0])
  }

  @Test func moneyFromOutsideLetsAQueueGo() throws {
    var clearing = ClearingScenario()
    clearing.hold(0)
    clearing.pay("P", "10:00:00", "A", "B", 100)
    clearing.payments.append(
      "id: in, at: 2026-03-09T14:00:00Z, from: outside, to: A, currency: USD, amount: 100")
    let record = try clearing.record()
    #expect(record.story("P") == ["liquidity until 14:00"])
    #expect(record.closings == [0, 100, 0, 0])
  }

  @Test(arguments: ["", ", settlement: net, cycles: {times: [12:00], zone: UTC}"])
  func aPaymentMayBeCreditedInAnotherCurrency(settlement: String) throws {
    var clearing = ClearingScenario()
    clearing.pools = """
      - {branch: A, currency: USD, system: Always USD, opening-balance: 200}
        - {branch: B, currency: USD, system: Always USD, opening-balance: 0}
        - {branch: B, currency: EUR, system: Always EUR, opening-balance: 0}
      """
    clearing.terms = "system: [Always USD, Always EUR]" + settlement
    clearing.payments = [
      "id: P, at: 2026-03-09T10:00:00Z, from: A, to: B, currency: USD, credited-in: EUR, "
        + "amount: 116"
    ]
    let record = try clearing.record()
    // The desk of B takes the 116 USD and delivers 100 EUR.
    #expect(record.closings == [84, 0, 100])
    #expect(record.story("P") == (settlement.isEmpty ? [] : ["batch until 12:00"]))
    clearing.model = ", returns: {rate: 100%, after: 1h}"
    let returned = try clearing.record()
    #expect(returned.journeys.map(\.end) == [.returned])
    #expect(returned.closings == [200, 0, 0])
  }

  @Test func participantsTogetherHoldWhatTheyHeld() throws {
    var clearing = ClearingScenario()
    clearing.pools = "- {branch: any, currency: USD, system: Always USD, opening-balance: 50k}"
    clearing.payments = [
      "id: P, at: 2026-03-09T10:00:00Z, from: A, to: B, currency: USD, amount: 1"
    ]
    clearing.flows = """
        random: {from: any, to: any, spread: total, concentration: 1, currency: USD,
          arrivals: 500 per day, amount: {lognormal: {median: 5k, p95: 60k}}, maximum: 100k}
      """
    let record = try clearing.record()
    #expect(record.pools.reduce(0) { $0 + $1.closing } == 4 * 5_000_000)
    #expect(record.totals[0].lowest == record.totals[0].opening)
    // Some settle at once and some stand, or the test would show little.
    let waited = record.journeys.filter { $0.spent(on: .liquidity) > .zero }.count
    #expect(waited > 100 && waited < record.journeys.count - 100)
  }
}
