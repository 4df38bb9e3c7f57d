import Calendars
import Chance
import Scenarios
import Vocabulary

/// When a payment can be expected at its payee by correspondents, and what that costs.
extension World {
  /// When a payment instructed at an instant can be credited by a route of correspondents.
  ///
  /// - Returns: `distantFuture` where the compiled hours end before.
  /// - Complexity: O(legs × log windows).
  func expectedCredit(by route: Route, of plan: CorridorPlan, from instant: Instant, _ model: Model)
    -> Instant
  {
    var at = earliest(hours(of: plan.home), before: .customer, instant) + model.screening.check
    at = run(after: at, releases[plan.home.place], hours(of: plan.home))
    guard at < .distantFuture else { return at }
    let departed = at
    for (place, leg) in legs[route.firstLeg..<route.firstLeg + route.legCount].enumerated() {
      if place == route.exchangeAfter { at = at + model.exchange.processing }
      at = earliest(hours(of: leg.system), before: leg.cutOff, at)
      guard at < .distantFuture else { return at }
      at = worked(leg, from: at)
    }
    if route.isAnnounced { at = departed }
    return posted(at, plan, route.exchangeAfter == nil, model)
  }

  /// When a payment that has reached the payee's bank can be credited there by a posting run.
  private func posted(
    _ instant: Instant, _ plan: CorridorPlan, _ isUnconverted: Bool, _ model: Model
  )
    -> Instant
  {
    var at = instant
    if plan.rate != nil, isUnconverted { at = exchanged(at, plan, model) }
    return run(after: at, postings[plan.destination.place], hours(of: plan.destination))
  }

  /// What a route takes from payer and payee, in minor units of the currency sent.
  func fees(of route: Route, _ plan: CorridorPlan) -> Int64 {
    legs[route.firstLeg..<route.firstLeg + route.legCount].reduce(Int64(0)) { sum, leg in
      guard leg.currency != plan.currency, let rate = plan.rate else { return sum + leg.fee }
      let bought = Money(minorUnits: leg.fee, plan.corridor.creditedIn)
      return sum + rate.converted(bought, .ceiling).minorUnits
    }
  }

  /// When a correspondent has worked on a leg for the mean of its time.
  private func worked(_ leg: Leg, from instant: Instant) -> Instant {
    var work = leg.processing
    if let drawn = leg.work {
      work = Simulator.span(
        ofSeconds: works[drawn].mean ?? works[drawn].quantile(0.5))
    }
    guard let desk = leg.desk else { return instant + work }
    return finished(work, from: instant, at: desk)
  }
}
