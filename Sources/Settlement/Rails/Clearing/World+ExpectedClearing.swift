import Calendars
import Scenarios
import Vocabulary

/// When a payment can be expected at its payee by a clearing.
extension World {
  /// When a payment instructed at an instant can be credited by a clearing with ample money.
  func expectedClearing(
    by terms: ClearingTerms, in system: SystemID, of plan: CorridorPlan, from instant: Instant,
    _ model: Model
  ) -> Instant {
    var at = instant
    if terms.acceptance == .businessHours {
      at = earliest(hours(of: plan.home), before: .customer, at)
    }
    at = earliest(hours(of: system), before: terms.cutOff, at + model.screening.check)
    if let cycles = terms.settlement.cycles {
      let place = scenario.models.firstIndex { $0.name == model.name } ?? 0
      at = run(after: at, cycleTimes[place], hours(of: plan.home))
      at = at < .distantFuture ? at + cycles.finality : at
    }
    guard terms.creditsAtOnce?.contains(plan.destination) == false else { return at }
    return run(after: at, postings[plan.destination.place], hours(of: plan.destination))
  }
}
