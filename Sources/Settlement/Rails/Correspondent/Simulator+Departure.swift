import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Departure: a released payment takes a corridor, and where it is covered, its announcement goes
/// ahead of the money.
extension Simulator {
  /// Takes a step that only correspondents have.
  @inline(never)
  mutating func take(_ step: CorrespondentStep, _ slot: Int32) -> Next {
    switch step {
    case .leg: goOnLeg(slot)
    case .worked: worked(slot)
    case .changed: changed(slot)
    }
  }

  /// A released payment leaves its branch, there or back.
  @inline(never)
  mutating func depart(_ slot: Int32) -> Next {
    guard payments[slot].rail.traits.hasWays else { return settle(slot) }
    guard !payments[slot].isReturning else { return goOnLeg(slot) }
    if turnsBack(slot) { return .refuse }
    chooseWay(slot)
    return isAnnounced(slot) ? .announce : goOnLeg(slot)
  }

  /// The next leg settles, after a change of the currency where it is due.
  private mutating func goOnLeg(_ slot: Int32) -> Next {
    changesCurrencyHere(slot) ? changeCurrency(slot) : settle(slot)
  }

  /// A correspondent has done its work: another currency, the next leg, or the end of the way.
  private mutating func worked(_ slot: Int32) -> Next {
    if changesCurrencyHere(slot) { return changeCurrency(slot) }
    let (way, settled) = payments[slot].progress.alongWay
    if settled < world.ways[way.place].legCount { return settle(slot) }
    return payments[slot].isReturning ? .credit : .land
  }

  /// Takes the first corridor whose systems are all open now, or the preferred one where none is.
  ///
  /// The payer pays for the preferred corridor; what another one costs more or less is the bank's.
  private mutating func chooseWay(_ slot: Int32) {
    let lane = world.lanes[Int(payments[slot].lane)]
    guard lane.ways.count > 1 else { return }
    let preferred = payments[slot].progress.alongWay.way
    for way in lane.ways.lazy.map({ WayID(Int($0)) }) where isOpen(way) {
      let extra = world.ways[way.place].payerFee - world.ways[preferred.place].payerFee
      payments[slot].progress.take(way)
      return bear(extra, for: slot, in: lane.currency)
    }
  }

  /// A payment that is refused before it left by another corridor: the bank bears nothing for it.
  mutating func preferFirstWay(_ slot: Int32) {
    guard payments[slot].rail.traits.hasWays else { return }
    let lane = world.lanes[Int(payments[slot].lane)]
    let (way, first) = (payments[slot].progress.alongWay.way, WayID(Int(lane.ways.lowerBound)))
    guard way != first else { return }
    payments[slot].progress.take(first)
    bear(
      world.ways[first.place].payerFee - world.ways[way.place].payerFee, for: slot,
      in: lane.currency)
  }

  /// The bank adds to a payment what its corridor costs more than the preferred one.
  private mutating func bear(_ extra: Int64, for slot: Int32, in currency: Int) {
    guard extra != 0 else { return }
    treasury.bear(extra, currency, slip(payments[slot].key))
    payments[slot].owed += extra
    payments[slot].moving += extra
  }

  /// Whether the payee's bank credits a payment on its announcement; one that it cannot apply, or
  /// must change into another currency, waits for its cover.
  private func isAnnounced(_ slot: Int32) -> Bool {
    world.ways[payments[slot].progress.alongWay.way.place].isAnnounced && !payments[slot].willReturn
      && world.lanes[Int(payments[slot].lane)].rate == nil
  }

  /// The announcement reaches the payee's bank at once; the cover takes the way of the money.
  ///
  /// - Returns: The slot of the cover, which goes on with its first leg.
  mutating func announce(_ slot: Int32) -> Int32 {
    var cover = payments[slot]
    (cover.isCover, cover.isCredited) = (true, true)
    (cover.floatPool, cover.floating) = (nil, 0)
    let money = payments.insert(cover)
    payments[slot].moving = payments[slot].instructedAmount
    return money
  }
}
