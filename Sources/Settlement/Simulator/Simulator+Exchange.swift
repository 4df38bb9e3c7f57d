import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Exchange: the receiving branch's desk buys the currency that is credited, in its own hours.
///
/// Tokens do not open the market: a payment waits for the desk on either rail.
extension Simulator {
  /// A payment that has arrived waits for the desk and is converted.
  mutating func convert(_ slot: Int32) -> Next {
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
  mutating func converted(_ slot: Int32) -> Next {
    converted(slot, spread: model.exchange.spreadBasisPoints)
  }

  private mutating func converted(_ slot: Int32, spread: Int64) -> Next {
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    let rate = midRate(of: lane, at: now)
    let sold = Money(minorUnits: payment.moving, lane.route.currency)
    let atMid = rate.converted(sold, .halfToEven).minorUnits
    let bought = rate.converted(
      sold, spreadBasisPoints: spread, .towardZero
    ).minorUnits
    let charged = payment.owed - payment.moving
    treasury.exchange(
      owed: payment.owed, moving: payment.moving, lane.currency, for: bought, lane.creditedIn,
      dealer: (accounts.exchange(lane.currency), accounts.exchange(lane.creditedIn)),
      slip(payment.key))
    if payment.isCounted {
      register.charge(charged, in: Int(lane.corridor))
      register.lose(atMid - bought, in: Int(lane.corridor))
    }
    (payments[slot].owed, payments[slot].moving) = (bought, bought)
    payments[slot].isConverted = true
    return awaitDelivery(slot, lane)
  }

  /// A deal is delivered at once, or when the value date begins in the system of what was bought.
  private mutating func awaitDelivery(_ slot: Int32, _ lane: Lane) -> Next {
    guard let days = model.exchange.delivery.days(lane.route.currency, lane.route.creditedIn) else {
      return .delivered
    }
    payments[slot].stage = .delivering
    return continueLater(
      slot, at: world.delivery(days: days, after: now, on: Int(payments[slot].lane)))
  }

  /// The dealer delivers to the payee's pool what the bank owes the payee.
  mutating func delivered(_ slot: Int32) -> Next {
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    guard let pool = lane.payeePool else { preconditionFailure("a conversion needs a pool") }
    treasury.deliver(payment.moving, to: pool, lane.creditedIn, slip(payment.key))
    changed(pool, by: payment.moving)
    float(slot, in: pool, payment.moving)
    return .credit
  }
}
