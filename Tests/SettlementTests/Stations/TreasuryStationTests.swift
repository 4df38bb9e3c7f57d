import Bookkeeping
import Scenarios
import Testing
import Vocabulary

@testable import Settlement

/// The treasury without a simulator: two pools of dollars and one of euros, of two branches.
@Suite struct TreasuryStationTests {
  private let one = PoolID(0)
  private let other = PoolID(1)
  private let start = Instant("2026-03-09T00:00:00Z")!
  private let chart = ChartOfAccounts(pools: 3, branches: 2, currencies: 2)
  private let key = PaymentKey(flow: 0, day: 0, number: 7)

  private func after(_ seconds: Int64) -> Instant { start + .seconds(seconds) }
  private func slip(_ seconds: Int64 = 0) -> Treasury.Slip {
    Treasury.Slip(key, at: after(seconds))
  }

  /// Pools of 1,000, 500 and 300, the first with a credit line of 200; a minute is counted.
  private func treasury() -> Treasury {
    let codes = [Currency("USD")!, Currency("EUR")!]
    let pools = [(Int64(1_000), Int64(200), 0), (500, 0, 0), (300, 0, 1)]
    let accounts = chart.accounts(
      pools: pools.map { opening, credit, currency in
        Account(name: "pool", currency: codes[currency], kind: .pool, floor: -credit)
      }, branches: ["A", "B"], currencies: codes)
    var treasury = Treasury(
      chart, accounts,
      Pools(
        pools.map { (opening: $0.0, credit: $0.1, currency: CurrencyID($0.2)) }, currencies: 2,
        at: start,
        counted: start..<after(60)))
    for (place, pool) in pools.enumerated() {
      treasury.fund(PoolID(place), pool.0, CurrencyID(pool.2), Treasury.Slip(at: start))
    }
    return treasury
  }

  /// What is left of a treasury after a minute.
  private func closed(_ treasury: inout Treasury) -> RunRecord {
    var record = RunRecord(corridors: 1, pools: 3, currencies: 2)
    treasury.close(at: after(60), into: &record)
    return record
  }

  @Test func aPaymentMovesPoolsAndAccountsTogether() {
    var treasury = treasury()
    treasury.pay(
      400, less: 3, from: chart.pool(one), to: chart.pool(other), 0, slip(10))
    #expect(treasury.balance(one) == 600 && treasury.balance(chart.pool(one)) == 600)
    #expect(treasury.balance(other) == 897 && treasury.balance(chart.fees(0)) == 3)
    #expect(treasury.headroom(one) == 800 && treasury.credit(one) == 200)
    let record = closed(&treasury)
    #expect(record.pools[0].paidOut == 400 && record.pools[1].paidIn == 397)
    #expect(record.totals[0].paidOut == 400 && record.totals[0].paidIn == 397)
    // 1,000 for 10 s, 600 for 50 s.
    #expect(record.pools[0].heldMicroseconds == 40_000 * 1_000_000)
    #expect(record.pools[0].lowest == 600 && record.totals[0].closing == 1_497)
  }

  @Test func aSetThatSettlesTogetherPassesNoCreditLine() {
    var treasury = treasury()
    // Each pays more than it has: 2,000 and 1,800.
    treasury.payAhead(2_000, to: chart.pool(other), 0, slip())
    treasury.payAhead(1_800, to: chart.pool(one), 0, slip())
    treasury.collect(2_000, from: chart.pool(one), 0, slip())
    treasury.collect(1_800, from: chart.pool(other), 0, slip())
    #expect(treasury.balance(one) == 800 && treasury.balance(other) == 700)
    #expect(treasury.balance(chart.treasury(0)) == 0)
  }

  @Test func whatIsSentIsFundedByItsSenderUntilItArrives() {
    var treasury = treasury()
    treasury.send(100, from: one, 0, slip(10))
    #expect(treasury.balance(chart.treasury(0)) == 100)
    treasury.arrive(100, from: one, in: other, 0, slip(30))
    let record = closed(&treasury)
    #expect(record.pools[0].inTransitMicroseconds == 100 * 20_000_000)
    #expect(record.pools[1].transferredIn == 100 && record.pools[1].paidIn == 0)
    #expect(record.pools[0].paidOut == 0 && record.totals[0].lowest == 1_400)
  }

  @Test func whatIsDrawnLeavesTheTotalAsItWas() {
    var treasury = treasury()
    treasury.draw(250, from: other, to: one, slip(20))
    #expect(treasury.balance(one) == 1_250 && treasury.balance(other) == 250)
    let record = closed(&treasury)
    #expect(record.totals[0].lowest == 1_500 && record.pools[0].transferredIn == 250)
    #expect(record.pools[1].transferredIn == 0)
  }

  @Test func theNetOfACycleIsNoTurnover() {
    var treasury = treasury()
    treasury.payNet(-40, of: one, 0, Treasury.Slip(at: after(5)))
    treasury.payNet(40, of: other, 0, Treasury.Slip(at: after(5)))
    treasury.noteTurnover(-140, in: one, at: after(5))
    treasury.noteTurnover(100, in: one, at: after(5))
    #expect(treasury.balance(one) == 960 && treasury.balance(other) == 540)
    let record = closed(&treasury)
    #expect(record.pools[0].paidOut == 140 && record.pools[0].paidIn == 100)
  }

  @Test func whatAContractLocksIsNeitherSidesUntilItIsPaid() {
    var treasury = treasury()
    treasury.lock(300, of: one, 0, slip(0))
    treasury.release(120, of: one, 0, slip(10))
    treasury.paySetAside(120, to: other, 0, slip(20))
    #expect(treasury.balance(one) == 700 && treasury.balance(other) == 620)
    #expect(treasury.balance(chart.locked(0)) == 180 && treasury.balance(chart.released(0)) == 0)
    // 300 for 10 s, 180 for 50 s.
    let record = closed(&treasury)
    #expect(record.pools[0].lockedMicroseconds == 12_000 * 1_000_000)
  }

  @Test func aCreditThatIsTakenBackLeavesNoTrace() {
    var treasury = treasury()
    let branch = BranchID(1)
    treasury.debitClient(BranchID(0), 105, 0, slip())
    treasury.credit(branch, owed: 105, 100, 0, isInTokens: true, .credit, slip(1))
    #expect(treasury.balance(chart.wallets(branch, 0)) == -100)
    #expect(treasury.balance(chart.fees(0)) == -5 && treasury.balance(chart.owed(0)) == 0)
    treasury.takeBack(branch, owed: 105, 100, 0, isInTokens: true, slip(2))
    #expect(treasury.balance(chart.wallets(branch, 0)) == 0)
    #expect(treasury.balance(chart.fees(0)) == 0 && treasury.balance(chart.owed(0)) == -105)
  }

  @Test func aDealerGetsOneCurrencyAndGivesAnother() {
    var treasury = treasury()
    treasury.debitClient(BranchID(0), 110, 0, slip())
    let dealer = (sold: chart.exchange(0), bought: chart.exchange(1))
    treasury.exchange(owed: 110, moving: 108, 0, for: 97, 1, dealer: dealer, slip())
    #expect(treasury.balance(chart.exchange(0)) == -108 && treasury.balance(chart.fees(0)) == -2)
    #expect(treasury.balance(chart.exchange(1)) == 97 && treasury.balance(chart.owed(1)) == -97)
    treasury.deliver(97, to: PoolID(2), 1, slip())
    #expect(treasury.balance(PoolID(2)) == 397 && treasury.balance(chart.exchange(1)) == 0)
  }

  @Test func asManyCoinsExistAsTheReserveIsWorth() {
    var treasury = treasury()
    treasury.openReserve(cash: 70, securities: 30, 0, Treasury.Slip(at: start))
    treasury.payHolders(50, 0, Treasury.Slip(at: start))
    treasury.sellSecurities(30, 0, Treasury.Slip(at: start))
    treasury.checkReserve(0)
    let reserve = treasury.reserve(0)
    #expect(reserve.cash == 50 && reserve.securities == 0 && reserve.supply == 50)
    #expect(treasury.balance(chart.others(0)) == 50)
    treasury.checkTokens()
  }

  @Test func aFloatIsMeasuredWhileItIsHeld() {
    var treasury = treasury()
    treasury.float(80, in: one, at: after(10))
    #expect(treasury.floating(one) == 80)
    treasury.float(-80, in: one, at: after(25))
    treasury.noteQueued(5, for: one, from: after(0), until: after(4))
    let record = closed(&treasury)
    #expect(record.pools[0].floatMicroseconds == 80 * 15_000_000)
    #expect(record.pools[0].queuedMicroseconds == 4_000_000)
  }
}
