import Bookkeeping
import Scenarios
import Vocabulary

/// What the book of the days is told, where one is kept.
extension Simulator {
  /// A pool is about to change, or to be told of.
  mutating func turnDay(of pool: PoolID) {
    guard days != nil else { return }
    let (balance, now) = (pools[pool.place].balance, now)
    days?.turn(pool, balance: balance, at: now)
  }

  /// A payment, or the net of many, has moved a pool.
  mutating func noteSettled(_ pool: PoolID, by amount: Int64) {
    let now = now
    days?.settled(pool, by: amount, at: now)
  }

  /// A payment has settled: below zero one out of the pool.
  mutating func notePaid(_ pool: PoolID, _ amount: Int64) {
    let now = now
    days?.paid(pool, amount, at: now)
  }

  /// A payment is instructed: had it settled at once, it would have moved both pools now.
  mutating func noteInstructed(_ slot: Int32) {
    guard days != nil else { return }
    let (lane, amount) = (world.lanes[Int(payments[slot].lane)], payments[slot].instructedAmount)
    if let payer = lane.payerPool { noteInstructed(payer, by: -amount) }
    if lane.rate == nil, let payee = lane.payeePool { noteInstructed(payee, by: amount) }
  }

  private mutating func noteInstructed(_ pool: PoolID, by amount: Int64) {
    turnDay(of: pool)
    let now = now
    days?.instructed(pool, by: amount, at: now)
  }

  /// A payment has waited for its pool's money since its mark.
  mutating func noteQueued(_ slot: Int32, for pool: PoolID, until instant: Instant) {
    let (mark, amount) = (payments[slot].mark, payments[slot].moving)
    pools[pool.place].noteQueued(from: mark, until: instant)
    days?.waited(pool, amount, from: mark, until: instant, isShort: true)
  }

  /// A payment has waited inside its clearing since its mark: for its pool's money, or for a
  /// cycle, the other leg of its trade or finality, which only the book of the days is told.
  mutating func noteStanding(_ slot: Int32, in pool: PoolID, until instant: Instant) {
    if isShort(slot), !settlesWithTwin(slot) {
      return noteQueued(slot, for: pool, until: instant)
    }
    let (mark, amount) = (payments[slot].mark, payments[slot].moving)
    days?.waited(pool, amount, from: mark, until: instant, isShort: false)
  }

  /// A counted payment with a deadline has ended.
  mutating func noteDue(_ slot: Int32, isLate: Bool) {
    let payment = payments[slot]
    guard let payer = world.lanes[Int(payment.lane)].payerPool else { return }
    days?.fellDue(payer, payment.instructedAmount, by: payment.deadline, isLate: isLate)
  }

  /// Writes the days into the record.
  mutating func closeDays(at horizon: Instant) {
    for place in pools.indices {
      let balance = pools[place].balance
      if let closed = days?.closed(PoolID(place), balance: balance, at: horizon) {
        record.days.append(closed)
      }
    }
  }
}
