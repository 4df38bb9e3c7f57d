import Calendars
import Scenarios
import Vocabulary

/// What is asked of routes.
extension Simulator {
  /// Whether the systems of a route are all open and before their cut-offs.
  mutating func isOpen(_ route: RouteID) -> Bool {
    let route = world.routes[route.place]
    for leg in world.legs[route.firstLeg..<route.firstLeg + route.legCount] {
      guard clock.isOpen(world.hours(of: leg.system), before: leg.cutOff) else { return false }
    }
    return true
  }

  /// Whether the receiving branch buys the currency that is credited.
  func isChangedAtPayee(_ slot: Slot, _ plan: CorridorPlan) -> Bool {
    guard plan.rate != nil else { return false }
    return !payments[slot].rail.traits.hasRoutes
      || world.routes[payments[slot].progress.alongRoute.route.place].exchangeAfter == nil
  }
}
