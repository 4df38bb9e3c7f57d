import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Conversion on the way: a correspondent changes the currency between two legs, or the sending
/// branch before the first, from its own book.
extension Simulator {
  /// Whether the currency is changed before the next leg, there or back.
  func changesCurrencyHere(_ slot: Slot) -> Bool {
    let (place, settled) = payments[slot].progress.alongRoute
    let route = world.routes[place.place]
    let isReturning = payments[slot].isReturning
    guard let after = route.exchangeAfter, payments[slot].isConverted == isReturning else {
      return false
    }
    return settled == (isReturning ? route.legCount - after : after)
  }

  /// A payment waits for the dealer in its hours.
  ///
  /// A desk that is closed is waited for, or passed by for the dealer of after hours, at its own
  /// spread.
  mutating func changeCurrency(_ slot: Slot) -> Next {
    payments[slot].stage = .changing
    let work = model.exchange.processing
    guard let desk = dealingDesk(slot) else { return continueLater(slot, at: now + work) }
    if model.exchange.outsideHours == .dealer, !clock.isOpen(desk) {
      return changed(slot, spread: model.exchange.dealerSpreadBasisPoints)
    }
    return continueLater(slot, at: clock.finished(work, from: now, at: desk))
  }

  /// The timetable of who deals: the market's where the model says so, else that of the sending
  /// branch's desk or of the correspondent, if it has hours.
  ///
  /// - Returns: `nil` where whoever deals works without a break.
  private func dealingDesk(_ slot: Slot) -> TimetableID? {
    let payment = payments[slot]
    let route = world.routes[payment.progress.alongRoute.route.place]
    guard let after = route.exchangeAfter, after > 0, model.exchange.hours == .desk else {
      return world.exchangeHours(of: world.plans[payment.plan].home, model)
    }
    return world.legs[route.firstLeg + after - 1].desk
  }

  /// The dealer has dealt at mid less its spread.
  mutating func changed(_ slot: Slot) -> Next {
    changed(slot, spread: model.exchange.spreadBasisPoints)
  }

  /// A payment's time from the start of its segment to `instant` went by before and at its change
  /// of currency.
  ///
  /// Hours in which the desk is closed count as foreign exchange too: the payment waits for nothing
  /// else. An outage of the desk counts as that.
  mutating func spendOnChange(_ slot: Slot, until instant: Instant) {
    guard let desk = dealingDesk(slot) else {
      return spend(slot, .foreignExchange, until: instant, "its currency is changed")
    }
    spendAtDesk(slot, desk, .foreignExchange, until: instant, "its currency is changed")
  }

  private mutating func changed(_ slot: Slot, spread: Int64) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    let deal = deal(slot, plan, spread)
    noteFees(slot)
    if payment.isCounted, !payment.isReturning {
      register.lose(deal.atMid - deal.bought, in: counted(payment))
    }
    exchange(payment, for: deal.bought, plan)
    stopFloating(slot)
    (payments[slot].owed, payments[slot].moving) = (deal.bought, deal.bought)
    payments[slot].isConverted.toggle()
    let (route, settled) = payment.progress.alongRoute
    return settled == world.routes[route.place].legCount ? .credit : .settle
  }

  private func deal(_ slot: Slot, _ plan: CorridorPlan, _ spread: Int64)
    -> (atMid: Int64, bought: Int64)
  {
    let rate = midRate(of: plan, at: now)
    let corridor = plan.corridor
    let sold = Money(
      minorUnits: payments[slot].moving,
      payments[slot].isReturning ? corridor.creditedIn : corridor.currency)
    let bought = rate.converted(sold, spreadBasisPoints: spread, .towardZero)
    return (rate.converted(sold, .halfToEven).minorUnits, bought.minorUnits)
  }

  /// What lay with the dealer in one currency lies there in the other, and the bank owes that.
  private mutating func exchange(_ payment: Payment, for bought: Int64, _ plan: CorridorPlan) {
    let (sold, target) =
      payment.isReturning
      ? (plan.creditedIn, plan.currency) : (plan.currency, plan.creditedIn)
    let isOwnBook = world.routes[payment.progress.alongRoute.route.place].exchangeAfter == 0
    let (from, to) =
      isOwnBook
      ? (accounts.exchange(sold), accounts.exchange(target))
      : (accounts.transit(sold), accounts.transit(target))
    treasury.exchange(
      owed: payment.owed, moving: payment.moving, sold, for: bought, target, dealer: (from, to),
      slip(payment.key))
  }
}
