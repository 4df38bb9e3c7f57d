import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Departure: a released payment takes a corridor, and where it is covered, its announcement goes
/// ahead of the money.
extension Simulator {
  /// Takes a step that only correspondents have.
  @inline(never)
  mutating func take(_ step: CorrespondentStep, _ slot: Slot) -> Next {
    switch step {
    case .leg: goOnLeg(slot)
    case .worked: worked(slot)
    case .changed: changed(slot)
    }
  }

  /// A released payment leaves its branch, there or back.
  @inline(never)
  mutating func depart(_ slot: Slot) -> Next {
    guard payments[slot].rail.traits.hasRoutes else { return settle(slot) }
    guard !payments[slot].isReturning else { return goOnLeg(slot) }
    if turnsBack(slot) { return .refuse }
    chooseRoute(slot)
    return isAnnounced(slot) ? .announce : goOnLeg(slot)
  }

  /// The next leg settles, after a change of the currency where it is due.
  private mutating func goOnLeg(_ slot: Slot) -> Next {
    changesCurrencyHere(slot) ? changeCurrency(slot) : settle(slot)
  }

  /// A correspondent has done its work: another currency, the next leg, or the end of the route.
  private mutating func worked(_ slot: Slot) -> Next {
    if changesCurrencyHere(slot) { return changeCurrency(slot) }
    let (route, settled) = payments[slot].progress.alongRoute
    if settled < world.routes[route.place].legCount { return settle(slot) }
    return payments[slot].isReturning ? .credit : .land
  }

  /// Takes the first corridor whose systems are all open now, or the preferred one where none is.
  ///
  /// The payer pays for the preferred corridor; what another one costs more or less is the bank's.
  private mutating func chooseRoute(_ slot: Slot) {
    let plan = world.plans[payments[slot].plan]
    guard plan.routes.count > 1 else { return }
    let preferred = payments[slot].progress.alongRoute.route
    for route in plan.routes.lazy.map({ RouteID(Int($0)) }) where isOpen(route) {
      let extra = world.routes[route.place].payerFee - world.routes[preferred.place].payerFee
      payments[slot].progress.take(route)
      return bear(extra, for: slot, in: plan.currency)
    }
  }

  /// A payment that is refused before it left by another corridor: the bank bears nothing for it.
  mutating func preferFirstRoute(_ slot: Slot) {
    guard payments[slot].rail.traits.hasRoutes else { return }
    let plan = world.plans[payments[slot].plan]
    let (route, first) = (
      payments[slot].progress.alongRoute.route, RouteID(Int(plan.routes.lowerBound))
    )
    guard route != first else { return }
    payments[slot].progress.take(first)
    bear(
      world.routes[first.place].payerFee - world.routes[route.place].payerFee, for: slot,
      in: plan.currency)
  }

  /// The bank adds to a payment what its corridor costs more than the preferred one.
  private mutating func bear(_ extra: Int64, for slot: Slot, in currency: CurrencyID) {
    guard extra != 0 else { return }
    treasury.bear(extra, currency, slip(payments[slot].key))
    payments[slot].owed += extra
    payments[slot].moving += extra
  }

  /// Whether the payee's bank credits a payment on its announcement; one that it cannot apply, or
  /// must change into another currency, waits for its cover.
  private func isAnnounced(_ slot: Slot) -> Bool {
    world.routes[payments[slot].progress.alongRoute.route.place].isAnnounced
      && !payments[slot].willReturn
      && world.plans[payments[slot].plan].rate == nil
  }

  /// The announcement reaches the payee's bank at once; the cover takes the route of the money.
  ///
  /// - Returns: The slot of the cover, which goes on with its first leg.
  mutating func announce(_ slot: Slot) -> Slot {
    var cover = payments[slot]
    (cover.isCover, cover.isCredited) = (true, true)
    (cover.floatPool, cover.floating) = (nil, 0)
    let money = payments.insert(cover)
    payments[slot].moving = payments[slot].instructedAmount
    return money
  }
}
