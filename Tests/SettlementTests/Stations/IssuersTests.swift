import Testing
import Vocabulary

@testable import Settlement

@Suite struct IssuersTests {
  @Test func requestsAreServedInTheirOrder() {
    var queue = RedemptionQueue()
    for slot in [7, nil, 8, 9, nil, 10] as [Slot?] {
      queue.append(RedemptionQueue.Request(slot: slot, amount: 5))
    }
    #expect(queue.amount == 30 && queue.ofOthers == 2 && Array(queue.payments) == [7])
    var order: [Slot?] = []
    while let first = queue.first {
      order.append(first.slot)
      queue.removeFirst()
      if order.count == 2 { #expect(Array(queue.payments) == [8, 9]) }
    }
    #expect(order == [7, nil, 8, 9, nil, 10] && queue.amount == 0 && queue.ofOthers == 0)
  }

  @Test func aLongQueueForgetsWhoWasServed() {
    var queue = RedemptionQueue()
    var served: [Slot?] = []
    for slot in 0..<1_000 {
      queue.append(RedemptionQueue.Request(slot: Slot(slot), amount: 1))
      guard slot % 3 > 0, let first = queue.first else { continue }
      served.append(first.slot)
      queue.removeFirst()
    }
    #expect(served == (0..<666).map { Slot($0) } && queue.amount == 334)
  }

  @Test func aRequestIsPaidWholeOrNotYet() {
    var issuers = Issuers(currencies: 2)
    _ = issuers.ask(3, for: 100, in: 1)
    let served = [issuers.serve(1, with: 99), issuers.serve(0, with: 500)]
    #expect(served == [nil, nil] && issuers.requested(1) == 100)
    let paid = issuers.serve(1, with: 100)
    #expect(paid == RedemptionQueue.Request(slot: 3, amount: 100) && issuers.requested(1) == 0)
  }

  @Test func whoComesAfterOthersStandsBehindTheirRun() {
    var issuers = Issuers(currencies: 1)
    let before = issuers.ask(1, for: 5, in: 0)
    issuers.othersAsk(for: 7, in: 0)
    let behind = issuers.ask(2, for: 5, in: 0)
    #expect(!before && behind && Array(issuers.payments(0)) == [1])
    for _ in 0..<2 { _ = issuers.serve(0, with: 7) }
    #expect(Array(issuers.payments(0)) == [2])
  }

  @Test func noMoreIsSoldThanTheQueueLacksAndTheReserveHolds() {
    var issuers = Issuers(currencies: 1)
    _ = issuers.ask(1, for: 100, in: 0)
    // 100 asked, 30 in cash: 70 lack. The next 50 lack wholly, but only 40 of 110 are unsold.
    let first = issuers.sell(0, cash: 30, securities: 110)
    #expect(first.map { issuers[$0].amount } == 70)
    let none = issuers.sell(0, cash: 30, securities: 110)
    #expect(none == nil)
    _ = issuers.ask(2, for: 50, in: 0)
    let second = issuers.sell(0, cash: 30, securities: 110)
    #expect(second.map { issuers[$0].amount } == 40)
    // The first has become cash: 100 lie there, 70 less are securities, 50 still lack.
    let settled = first.map { issuers.settle($0).amount }
    let third = issuers.sell(0, cash: 100, securities: 40)
    #expect(settled == 70 && third == nil)
  }
}
