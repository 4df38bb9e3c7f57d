import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// The queues of a clearing: what has come to stand in them settles when money, an opening or a set
/// lets it.
extension Simulator {
  /// Settles the first payment of a participant's queue, if its money lasts for it.
  ///
  /// - Returns: Its slot; it goes on.
  mutating func settleFirst(of pool: PoolID, _ currency: CurrencyID) -> Slot? {
    guard let slot = clearing?.settleFirst(of: pool) else { return nil }
    leaveStanding(slot)
    transfer(slot, nextLeg(slot), currency)
    return slot
  }

  /// Whether the queue of a participant may go now: its clearing settles payments one by one, is
  /// open and has any of it, and its branch has not failed.
  mutating func mayDrain(_ pool: PoolID) -> Bool {
    maySend(from: pool) && clearing?.isGross == true && clearing?.hasStanding(pool) == true
      && clearingIsOpen(world.currencyOfPool[pool.place])
  }

  /// Whether no participant has failed: while one has, queues are not settled together.
  private func allMaySend(_ currency: CurrencyID) -> Bool {
    world.disturbedHours.isCalm || world.poolsOfCurrency[currency].allSatisfy { maySend(from: $0) }
  }

  /// Settles together what can in a currency of which something has happened: every pool is paid
  /// before any pays, so that none passes its credit line on the way.
  ///
  /// - Returns: The slots of what has settled, in the order in which it goes on.
  mutating func settleTogether(in currency: CurrencyID) -> [Slot] {
    guard clearingIsOpen(currency), allMaySend(currency) else { return [] }
    let slots = clearing?.settleSet(in: currency) ?? []
    for slot in slots {
      leaveStanding(slot)
      let (payee, amount) = (nextLeg(slot).payee, payments[slot].moving)
      treasury.creditTogether(
        amount, to: clearingAccount(payee, currency), currency, slip(payments[slot].key))
      if let payee { booked(payee, by: amount) }
      float(slot, in: payee, amount)
    }
    for slot in slots {
      let (payer, amount) = (nextLeg(slot).payer, payments[slot].moving)
      treasury.collect(
        amount, from: clearingAccount(payer, currency), currency, slip(payments[slot].key))
      if let payer { booked(payer, by: -amount) }
      if let payee = nextLeg(slot).payee { lines.replenish(payee) }
    }
    return slots
  }

  /// A payment leaves its payer's queue.
  mutating func leaveStanding(_ slot: Slot) {
    register.step()
    if let payer = nextLeg(slot).payer {
      lines.leave(payments[slot].moving, for: payer)
      floors?.stir()
      noteStanding(slot, in: payer, until: now)
    }
    spendStanding(slot, until: now)
  }

  /// A system opens: limits start anew, and what stands in the queues may go.
  ///
  /// - Returns: The currencies that are cleared in it.
  func clearingOpens(timetable: TimetableID) -> [CurrencyID] {
    var open: [CurrencyID] = []
    for (currency, system) in (clearing?.systems ?? []).enumerated() {
      guard let system, world.hours(of: system) == timetable else { continue }
      open.append(CurrencyID(currency))
    }
    return open
  }

  /// The queues of a currency begin anew with a window of its system.
  mutating func beginWindow(_ currency: CurrencyID) {
    clearing?.opens(currency)
    trades.stir()
  }
}
