import Scenarios
import Testing
import Vocabulary

@testable import Settlement

@Suite struct TradeBookTests {
  private let start = Instant("2026-03-09T00:00:00Z")!
  private func after(_ seconds: Int64) -> Instant { start + .seconds(seconds) }

  /// A book in which the payments of slots 4 and 7 are the legs of one trade.
  private func book() -> (book: TradeBook, trade: TradeID) {
    var book = TradeBook(flows: 2, pools: 3)
    let trade = book.open(by: 4, of: 1)
    #expect(book.join(7, of: 1) == trade)
    return (book, trade)
  }

  @Test func aSecondLegJoinsTheLastTradeOfItsFlow() {
    var book = TradeBook(flows: 2, pools: 0)
    #expect(book.join(3, of: 0) == nil)
    let (one, other) = (book.open(by: 1, of: 0), book.open(by: 2, of: 1))
    #expect(book.join(3, of: 0) == one && book.join(5, of: 1) == other)
    #expect(book[one].legs == [1, 3] && book[other].legs == [2, 5])
    #expect(book[one].other(than: 1) == 3 && book[one].other(than: 3) == 1)
  }

  @Test func principalIsAtRiskFromTheFirstLegToTheSecond() {
    var (book, trade) = book()
    #expect(book.settled(trade, 500, in: 1, at: after(10)) == nil)
    // 500 minor units for 30 s; what the second leg moves does not matter.
    let exposure = book.settled(trade, 9, in: 0, at: after(40))
    #expect(exposure == Trade.Exposure(currency: 1, area: 500 * 30_000_000))
    #expect(book.exposures(at: after(100)).isEmpty)
  }

  @Test func legsOfOneInstantAndLegsThatAreNotCountedAreNoRisk() {
    var (book, trade) = book()
    #expect(book.settled(trade, 500, in: 1, at: after(10)) == nil)
    #expect(book.settled(trade, 500, in: 0, at: after(10)) == nil)
    let other = book.open(by: 9, of: 0)
    #expect(book.settled(other, 0, in: 1, at: after(10)) == nil)
    #expect(book.exposures(at: after(100)).isEmpty)
  }

  @Test func aTradeOfOneLegIsAtRiskToTheEnd() {
    var (book, trade) = book()
    #expect(book.settled(trade, 3, in: 0, at: after(10)) == nil)
    #expect(book.exposures(at: after(12)) == [Trade.Exposure(currency: 0, area: 6_000_000)])
  }

  @Test func bothLegsWaitBeforeTheTradeIsTried() {
    var (book, trade) = book()
    _ = book.wait(4, in: trade)
    #expect(book.takeStirred() == [])
    (book, trade) = self.book()
    let waits = [book.wait(7, in: trade), book.wait(4, in: trade)]
    #expect(waits == [false, true])
    #expect(book.takeStirred() == [trade])
    #expect(book.takeStirred() == [])
  }

  @Test func moneyOfItsPoolsAloneStirsATrade() {
    var (book, trade) = book()
    let waits = [book.wait(4, in: trade), book.wait(7, in: trade)]
    #expect(waits == [false, true])
    book.expectMoney(in: PoolID(2))
    book.keepWaiting(book.takeStirred()[0])
    book.moneyCame(to: PoolID(0))
    #expect(book.takeStirred() == [])
    book.moneyCame(to: PoolID(2))
    #expect(book.takeStirred() == [trade])
    book.expectNoMoney(in: PoolID(2))
    book.keepWaiting(trade)
    book.moneyCame(to: PoolID(2))
    #expect(book.takeStirred() == [])
    book.stir()
    #expect(book.takeStirred() == [trade])
  }

  @Test func whoGoesOnWaitingKeepsHisPlaceBeforeThoseWhoComeLater() {
    var book = TradeBook(flows: 3, pools: 0)
    let trades = (0..<3).map { flow in
      let trade = book.open(by: Slot(2 * flow), of: flow)
      #expect(book.join(Slot(2 * flow + 1), of: flow) == trade)
      return trade
    }
    for slot in [0, 2] {
      _ = book.wait(Slot(slot), in: trades[slot / 2])
      _ = book.wait(Slot(slot + 1), in: trades[slot / 2])
    }
    for trade in book.takeStirred() { book.keepWaiting(trade) }
    _ = book.wait(4, in: trades[2])
    _ = book.wait(5, in: trades[2])
    #expect(book.takeStirred() == trades)
  }

  @Test func aBrokenTradeNamesWhoWaitsInVainOnce() {
    var (book, trade) = book()
    _ = book.wait(7, in: trade)
    #expect(book.breakUp(trade) == [7] && book[trade].isBroken)
    #expect(book.breakUp(trade) == [])
  }
}
