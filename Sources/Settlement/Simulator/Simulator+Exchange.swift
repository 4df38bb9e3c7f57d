import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Exchange: the receiving branch's desk buys the currency that is credited, in its own hours.
///
/// Tokens do not open the market: a payment waits for the desk on either rail.
extension Simulator {
  /// A payment that has arrived waits for the desk and is converted.
  mutating func convert(_ slot: Slot) -> Next {
    payments[slot].stage = .converting
    guard !isHeldBeforeExchange(slot) else { return .rest }
    let desk = exchangeHours(slot)
    if model.exchange.outsideHours == .dealer, !clock.isOpen(desk) {
      return converted(slot, spread: model.exchange.dealerSpreadBasisPoints)
    }
    return continueLater(
      slot, at: clock.finished(model.exchange.processing, from: now, at: desk))
  }

  /// The desk has dealt at mid less its spread.
  @inline(never)
  mutating func converted(_ slot: Slot) -> Next {
    converted(slot, spread: model.exchange.spreadBasisPoints)
  }

  /// Amounts are rounded against the payer, the mid towards the even: the difference is the cost of
  /// exchange.
  private mutating func converted(_ slot: Slot, spread: Int64) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    let rate = midRate(of: plan, at: now)
    let sold = Money(minorUnits: payment.moving, plan.corridor.currency)
    let atMid = rate.converted(sold, .halfToEven).minorUnits
    let bought = rate.converted(
      sold, spreadBasisPoints: spread, .towardZero
    ).minorUnits
    let charged = payment.owed - payment.moving
    treasury.exchange(
      owed: payment.owed, moving: payment.moving, plan.currency, for: bought, plan.creditedIn,
      dealer: (accounts.exchange(plan.currency), accounts.exchange(plan.creditedIn)),
      slip(payment.key))
    if payment.isCounted {
      register.charge(charged, in: Int(plan.counted))
      register.lose(atMid - bought, in: Int(plan.counted))
    }
    (payments[slot].owed, payments[slot].moving) = (bought, bought)
    payments[slot].isConverted = true
    return awaitDelivery(slot, plan)
  }

  /// A deal is delivered at once, or when the value date begins in the system of what was bought.
  private mutating func awaitDelivery(_ slot: Slot, _ plan: CorridorPlan) -> Next {
    guard let days = model.exchange.delivery.days(plan.corridor.currency, plan.corridor.creditedIn)
    else {
      return .delivered
    }
    payments[slot].stage = .delivering
    return continueLater(
      slot, at: world.delivery(days: days, after: now, on: payments[slot].plan))
  }

  /// The dealer delivers to the payee's pool what the bank owes the payee.
  mutating func delivered(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    guard let pool = plan.payeePool else { preconditionFailure("a conversion needs a pool") }
    treasury.deliver(payment.moving, to: pool, plan.creditedIn, slip(payment.key))
    changed(pool, by: payment.moving)
    float(slot, in: pool, payment.moving)
    return .credit
  }
}
