import Bookkeeping
import Scenarios
import Vocabulary

/// What the book of the days is told, where one is kept.
extension Simulator {
  /// A payment is instructed: had it settled at once, it would have moved both pools now.
  mutating func noteInstructed(_ slot: Slot) {
    let (plan, amount) = (world.plans[payments[slot].plan], payments[slot].instructedAmount)
    let now = now
    if let payer = plan.payerPool { treasury.noteInstructed(-amount, in: payer, at: now) }
    if plan.rate == nil, let payee = plan.payeePool {
      treasury.noteInstructed(amount, in: payee, at: now)
    }
  }

  /// A payment has waited for its pool's money since the start of its segment.
  mutating func noteQueued(_ slot: Slot, for pool: PoolID, until instant: Instant) {
    let (start, amount) = (payments[slot].segmentStart, payments[slot].moving)
    treasury.noteQueued(amount, for: pool, from: start, until: instant)
  }

  /// A counted payment with a deadline has ended.
  mutating func noteDue(_ slot: Slot, isLate: Bool) {
    let payment = payments[slot]
    guard let payer = world.plans[payment.plan].payerPool else { return }
    treasury.noteDue(
      payment.instructedAmount, of: payer, by: payment.deadline, isLate: isLate)
  }
}
