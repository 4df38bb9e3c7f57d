import Bookkeeping
import Scenarios
import Vocabulary

/// What the book of the days is told, where one is kept.
extension Simulator {
  /// A payment is instructed: had it settled at once, it would have moved both pools now.
  mutating func noteInstructed(_ slot: Int32) {
    let (lane, amount) = (world.lanes[Int(payments[slot].lane)], payments[slot].instructedAmount)
    let now = now
    if let payer = lane.payerPool { treasury.noteInstructed(-amount, in: payer, at: now) }
    if lane.rate == nil, let payee = lane.payeePool {
      treasury.noteInstructed(amount, in: payee, at: now)
    }
  }

  /// A payment has waited for its pool's money since its mark.
  mutating func noteQueued(_ slot: Int32, for pool: PoolID, until instant: Instant) {
    let (mark, amount) = (payments[slot].mark, payments[slot].moving)
    treasury.noteQueued(amount, for: pool, from: mark, until: instant)
  }

  /// A counted payment with a deadline has ended.
  mutating func noteDue(_ slot: Int32, isLate: Bool) {
    let payment = payments[slot]
    guard let payer = world.lanes[Int(payment.lane)].payerPool else { return }
    treasury.noteDue(
      payment.instructedAmount, of: payer, by: payment.deadline, isLate: isLate)
  }
}
