import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// Payment versus payment: both legs of a trade settle at one instant, or neither.
///
/// A trade settles past the queues: it does not wait for the payments that stand in them, nor they
/// for it, but only for the money and the hours of both its legs.
extension Simulator {
  /// Whether a new payment is a leg that settles with the other or not at all: both are cleared,
  /// whatever other rails there are.
  func settlesWithTwin(_ key: PaymentKey, on lane: Lane) -> Bool {
    guard clearing?.terms.paymentVersusPayment == true, lane.isInternal else { return false }
    let terms = world.flows.terms[key.flow]
    guard terms.isListed else { return terms.against != nil }
    return world.flows.listed[key.flow][key.number].leg != nil
  }

  /// Whether a payment is a leg that settles with the other or not at all.
  func settlesWithTwin(_ slot: Int32) -> Bool {
    let payment = payments[slot]
    return payment.trade != nil && payment.rail == .interbankClearing && !payment.isReturning
      && clearing?.terms.paymentVersusPayment == true
  }

  /// A leg waits for the other, or both settle.
  mutating func awaitTwin(_ slot: Int32) {
    guard let trade = payments[slot].trade else { preconditionFailure("a leg has its trade") }
    guard !trades[trade].isBroken else { return refuse(slot) }
    payments[slot].stage = .standing
    guard trades.wait(slot, in: trade) else { return }
    for leg in trades[trade].legs {
      if let payer = nextLeg(leg).payer { trades.expectMoney(in: payer) }
    }
  }

  /// Settles the waiting trades that can, in their order.
  mutating func settleTrades() {
    for trade in trades.takeStirred() where !settleTrade(trade) { trades.keepWaiting(trade) }
  }

  private mutating func settleTrade(_ trade: TradeID) -> Bool {
    let legs = trades[trade].legs
    for slot in legs where !canSettle(slot) { return false }
    for slot in legs {
      if let payer = nextLeg(slot).payer { trades.expectNoMoney(in: payer) }
    }
    if legs.contains(where: { turnsBack($0) }) {
      breakTrade(trade)
      return true
    }
    for slot in legs {
      spendInTrade(slot, until: now)
      let (leg, currency) = (nextLeg(slot), world.lanes[Int(payments[slot].lane)].currency)
      guard let payer = leg.payer,
        let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee)
      else { preconditionFailure("a leg of a trade has two participants") }
      clearing?.settleAtOnce(payment, in: currency)
      transfer(slot, leg, currency)
    }
    for slot in legs { goOnCleared(slot) }
    return true
  }

  /// Whether a leg's system is open and its payer covered and within its limits.
  private mutating func canSettle(_ slot: Int32) -> Bool {
    let (leg, currency) = (nextLeg(slot), world.lanes[Int(payments[slot].lane)].currency)
    guard clearingIsOpen(currency), let payer = leg.payer, maySend(from: payer),
      let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee)
    else { return false }
    return clearing?.covers(payment, in: currency) == true
  }

  /// One leg of a trade was refused: with payment versus payment so is the other.
  mutating func breakTrade(_ trade: TradeID?) {
    guard let trade, clearing?.terms.paymentVersusPayment == true else { return }
    for slot in trades.breakUp(trade) {
      spendInTrade(slot, until: now)
      refuse(slot)
    }
  }

  /// A leg waited for the other from its mark to `end`: where its own system or that of the other
  /// is closed, for that; else for money, its own or that of the other.
  mutating func spendInTrade(_ slot: Int32, until end: Instant) {
    let trade = payments[slot].trade
    let own = nextLeg(slot)
    if let payer = own.payer { noteStanding(slot, in: payer, until: end) }
    let other = trade.flatMap { trades[$0].other(than: slot) }
    let twin = other.flatMap { payments[$0].trade == trade ? nextLeg($0) : nil } ?? own
    while payments[slot].mark < end, !payments[slot].isCredited {
      let mine = stretch(of: own, from: payments[slot].mark)
      let its = stretch(of: twin, from: payments[slot].mark)
      let until = min(mine.until, its.until, end)
      let system = mine.cause == nil ? twin.system : own.system
      let cause = mine.cause ?? its.cause
      register.segment(
        slot, payments[slot], cause ?? .liquidity, until: until,
        cause == nil
          ? "waits for the money of both legs"
          : world.story(
            ofWaitingFor: world.hours(of: system), cause == .outage ? .outage : .night))
      payments.spend(slot, on: cause ?? .liquidity, until: until)
    }
  }
}
