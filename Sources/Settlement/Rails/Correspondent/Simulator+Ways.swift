import Calendars
import Scenarios
import Vocabulary

/// What is asked of ways.
extension Simulator {
  /// Whether the systems of a way are all open and before their cut-offs.
  mutating func isOpen(_ way: WayID) -> Bool {
    let way = world.ways[way.place]
    for leg in world.legs[way.firstLeg..<way.firstLeg + way.legCount] {
      guard clock.isOpen(world.hours(of: leg.system), before: leg.cutOff) else { return false }
    }
    return true
  }

  /// Whether the receiving branch buys the currency that is credited.
  func isChangedAtPayee(_ slot: Int32, _ lane: Lane) -> Bool {
    guard lane.rate != nil else { return false }
    return !payments[slot].rail.traits.hasWays
      || world.ways[payments[slot].progress.alongWay.way.place].exchangeAfter < 0
  }
}
