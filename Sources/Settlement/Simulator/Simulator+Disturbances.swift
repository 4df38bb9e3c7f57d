import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Disturbances: a payment is held where it cannot go on, and asks again when it can.
///
/// Outages of branches, desks and systems need nothing here: they are cut out of the hours that
/// every station asks.
extension Simulator {
  /// Holds a payment at a gate that is closed, to go on with `next` when it opens.
  ///
  /// - Parameter gate: A timetable, or `nil` where nothing can hold it.
  /// - Returns: Whether it is held.
  mutating func isHeld(_ slot: Slot, at gate: TimetableID?, toResume next: Next) -> Bool {
    guard let gate, !clock.isOpen(gate) else { return false }
    payments[slot].awaited = next
    payments[slot].stage = .held
    _ = waitForOpening(slot, of: gate)
    return true
  }

  /// Whether the payer of a new payment, or with tokens its branch, holds it.
  mutating func isHeldAtStart(_ slot: Slot) -> Bool {
    guard !world.disturbedHours.isCalm else { return false }
    let payment = payments[slot]
    if isHeld(slot, at: world.disturbedHours.payers[payment.plan], toResume: .start) { return true }
    guard payment.rail.traits.waitsForPayersBranch else { return false }
    let home = world.plans[payment.plan].home
    return isHeld(slot, at: world.disturbedHours.presence[home.place], toResume: .start)
  }

  /// A gate has opened: who waits for money may have that of a branch again.
  mutating func moneyIsBack(at gate: TimetableID) {
    guard gate.place >= world.disturbedHours.plannedCount else { return }
    for (branch, sending) in world.disturbedHours.sending.enumerated() where sending == gate {
      for pool in world.poolsOfBranch[branch] {
        lines.replenish(pool)
        suspectGridlock(of: pool)
        clearing?.expectAll(world.currencyOfPool[pool.place])
      }
    }
  }

  /// Whether the branch that pays a leg has failed; the payment is held.
  mutating func isHeldByFailure(_ slot: Slot, _ leg: Leg, toResume next: Next) -> Bool {
    guard let pool = leg.payer, !world.disturbedHours.isCalm else { return false }
    let branch = world.scenario.pools[pool.place].branch
    guard world.disturbedHours.dispatch[branch.place] != world.hours(of: branch) else {
      return false
    }
    return isHeld(slot, at: world.disturbedHours.sending[branch.place], toResume: next)
  }

  /// Whether a payment cannot be converted because the branch is down; the desk's own hours say
  /// so themselves.
  mutating func isHeldBeforeExchange(_ slot: Slot) -> Bool {
    guard model.exchange.hours == .market || model.exchange.outsideHours == .dealer else {
      return false
    }
    let branch = world.plans[payments[slot].plan].destination
    return isHeld(slot, at: world.disturbedHours.presence[branch.place], toResume: .convert)
  }
}
