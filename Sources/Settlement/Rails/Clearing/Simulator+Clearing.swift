import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// Clearing: a payment is one book transfer between two participants' accounts. What is not
/// settled at once stands in its payer's queue, by priority, then first in, first out.
extension Simulator {
  /// Takes a step in a clearing. What has settled goes on at its payee's bank, or at its payer's.
  @inline(never)
  mutating func take(_ step: ClearingStep, _ slot: Slot) -> Next {
    switch step {
    case .clear: clear(slot)
    case .cleared: payments[slot].isReturning ? .credit : .land
    }
  }

  /// A payment asks its clearing to settle.
  ///
  /// - Returns: `.rest` where it stands in a queue, waits for the other leg or is held.
  private mutating func clear(_ slot: Slot) -> Next {
    if turnsBack(slot) { return .refuse }
    let leg = nextLeg(slot)
    if isHeldByFailure(slot, leg, toResume: .clearing(.clear)) { return .rest }
    if settlesWithTwin(slot) { return awaitTwin(slot) }
    let currency = world.plans[payments[slot].plan].currency
    guard let payer = leg.payer else { return clearFromDesk(slot, leg, currency) }
    guard let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee) else {
      preconditionFailure("only a clearing clears")
    }
    if settlesAtOnce(slot, payment, currency) {
      clearing?.settleAtOnce(payment, in: currency)
      transfer(slot, leg, currency)
      return .clearing(.cleared)
    }
    return stand(slot, payment, currency)
  }

  /// Whether nothing keeps a payment from settling now.
  ///
  /// Gross alone, in the system's hours, with nobody of its priority before it, funded and within
  /// limits.
  private mutating func settlesAtOnce(
    _ slot: Slot, _ payment: QueuedPayment, _ currency: CurrencyID
  ) -> Bool {
    guard clearing?.isGross == true, clearingIsOpen(currency) else { return false }
    return clearing?.holdsBack(payment, payments[slot].priority, in: currency) == false
      && clearing?.covers(payment, in: currency) == true
  }

  /// Puts a payment in its payer's queue.
  ///
  /// From now on its amount counts as queued: a treasury sees it as need.
  private mutating func stand(_ slot: Slot, _ payment: QueuedPayment, _ currency: CurrencyID)
    -> Next
  {
    payments[slot].stage = clearing?.isGross == true ? .standing : .awaitingCycle
    if let payer = nextLeg(slot).payer {
      lines.join(payment.amount, for: payer)
      watchFloor(of: payer)
    }
    let priority = payments[slot].priority
    clearing?.stand(payment, priority, by: slot, in: currency)
    return .rest
  }

  /// The exchange desk gives back what it bought: it is no participant and never short.
  private mutating func clearFromDesk(_ slot: Slot, _ leg: Leg, _ currency: CurrencyID) -> Next {
    payments[slot].stage = .settling
    guard clearingIsOpen(currency) else {
      return waitForOpening(slot, of: world.hours(of: leg.system))
    }
    transfer(slot, leg, currency)
    let amount = payments[slot].moving
    if let payee = leg.payee { clearing?.moved(payee, by: amount) }
    return .clearing(.cleared)
  }
}
