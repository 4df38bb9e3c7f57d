import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Departure: a released payment takes a corridor, and where it is covered, its announcement goes
/// ahead of the money.
extension Simulator {
  /// A released payment leaves its branch, there or back.
  mutating func depart(_ slot: Int32) {
    guard payments[slot].rail.traits.hasWays, !payments[slot].isReturning else {
      return goOnLeg(slot)
    }
    if turnsBack(slot) { return refuse(slot) }
    chooseWay(slot)
    if isAnnounced(slot) { return announce(slot) }
    goOnLeg(slot)
  }

  /// The next leg settles, after a change of the currency where it is due.
  private mutating func goOnLeg(_ slot: Int32) {
    if changesCurrencyHere(slot) { changeCurrency(slot) } else { settle(slot) }
  }

  /// Takes the first corridor whose systems are all open now, or the preferred one where none is.
  ///
  /// The payer pays for the preferred corridor; what another one costs more or less is the bank's.
  private mutating func chooseWay(_ slot: Int32) {
    let lane = world.lanes[Int(payments[slot].lane)]
    guard lane.ways.count > 1 else { return }
    for way in lane.ways where isOpen(way) {
      let extra = world.ways[Int(way)].payerFee - world.ways[Int(payments[slot].way)].payerFee
      payments[slot].way = way
      return bear(extra, for: slot, in: lane.currency)
    }
  }

  /// A payment that is refused before it left by another corridor: the bank bears nothing for it.
  mutating func preferFirstWay(_ slot: Int32) {
    let lane = world.lanes[Int(payments[slot].lane)]
    let (way, first) = (payments[slot].way, lane.ways.lowerBound)
    guard payments[slot].rail.traits.hasWays, way != first else { return }
    payments[slot].way = first
    bear(
      world.ways[Int(first)].payerFee - world.ways[Int(way)].payerFee, for: slot, in: lane.currency)
  }

  /// Whether the systems of a way are all open and before their cut-offs.
  mutating func isOpen(_ way: Int32) -> Bool {
    let way = world.ways[Int(way)]
    for leg in world.legs[way.firstLeg..<way.firstLeg + way.legCount] {
      guard clock.isOpen(world.hours(of: leg.system), before: leg.cutOff) else { return false }
    }
    return true
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
    world.ways[Int(payments[slot].way)].isAnnounced && !payments[slot].willReturn
      && world.lanes[Int(payments[slot].lane)].rate == nil
  }

  /// The announcement reaches the payee's bank at once; the cover takes the way of the money.
  private mutating func announce(_ slot: Int32) {
    var cover = payments[slot]
    (cover.isCover, cover.isCredited) = (true, true)
    (cover.floatPool, cover.floating) = (nil, 0)
    let money = payments.insert(cover)
    payments[slot].moving = payments[slot].instructedAmount
    land(slot)
    goOnLeg(money)
  }
}
