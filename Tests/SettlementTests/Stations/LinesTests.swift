import Scenarios
import Testing
import Vocabulary

@testable import Settlement

@Suite struct LinesTests {
  private let one = PoolID(0)
  private let other = PoolID(1)

  private func payment(_ number: Int, priority: UInt8 = 5) -> Payment {
    Payment(
      key: PaymentKey(flow: 0, day: 0, number: number), instructed: Instant(seconds: 0),
      segmentStart: Instant(seconds: 0), deadline: .distantFuture, instructedAmount: 1, owed: 1,
      moving: 1,
      plan: 0, progress: Progress(on: .correspondent, by: RouteID(0)), stage: .queueing,
      priority: priority,
      isCounted: true, hour: 0)
  }

  @Test func noLineIsAnothers() {
    var payments = PaymentTable()
    var lines = Lines(timetables: 2, branches: 2, pools: 2)
    let all: [Lines.Line] = [
      .opening(0), .opening(1), .release(0), .release(1), .posting(0), .posting(1), .money(one),
      .money(other),
    ]
    let slots = all.indices.map { payments.insert(payment($0)) }
    for (slot, line) in zip(slots, all) { lines.append(slot, to: line, in: &payments) }
    #expect(all.map { lines.count($0) } == [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(all.map { lines.first($0) } == slots)
  }

  @Test func theUrgentComeFirstThenWhoCameFirst() {
    var payments = PaymentTable()
    var lines = Lines(timetables: 0, branches: 0, pools: 1)
    let slots = [UInt8(5), 1, 5, 0].enumerated().map { payments.insert(payment($0, priority: $1)) }
    for slot in slots { lines.append(slot, to: .money(one), in: &payments) }
    #expect(lines.holdsBack(0, in: .money(one)))
    lines.remove(slots[3], from: .money(one), in: &payments)
    #expect(!lines.holdsBack(0, in: .money(one)) && lines.holdsBack(1, in: .money(one)))
    #expect(lines.slots(in: .money(one), of: payments) == [slots[1], slots[0], slots[2]])
    let first = lines.popFirst(.money(one), in: payments)
    #expect(first == slots[1] && lines.count(.money(one)) == 2)
  }

  @Test func whatWaitsForAPoolIsAwaitedByAnother() {
    var lines = Lines(timetables: 0, branches: 0, pools: 2)
    lines.join(70, for: one, to: other)
    lines.join(5, for: one)
    #expect(lines.queued(one) == 75 && lines.awaited(other) == 70 && lines.queued(other) == 0)
    lines.leave(70, for: one, to: other)
    #expect(lines.queued(one) == 5 && lines.awaited(other) == 0)
  }

  @Test func poolsThatGainMeanwhileAreLookedAtToo() {
    var lines = Lines(timetables: 0, branches: 0, pools: 2)
    lines.replenish(one)
    #expect(lines.isReplenished)
    var order: [PoolID] = []
    while let pool = lines.nextReplenished() {
      order.append(pool)
      if order.count < 3 { lines.replenish(pool == one ? other : one) }
    }
    #expect(order == [one, other, one] && !lines.isReplenished)
    let after = lines.nextReplenished()
    #expect(after == nil)
  }

  @Test func aCurrencyIsSuspectedOnce() {
    var lines = Lines(timetables: 0, branches: 0, pools: 0)
    for currency in [0, 1, 0] as [CurrencyID] { lines.suspectGridlock(currency) }
    let order = [lines.nextGridlocked(), lines.nextGridlocked(), lines.nextGridlocked()]
    #expect(order == [1, 0, nil])
  }
}
