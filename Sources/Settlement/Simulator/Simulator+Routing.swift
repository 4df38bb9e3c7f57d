import Calendars
import Scenarios
import Vocabulary

/// Routing: which of the model's rails a new payment takes.
extension Simulator {
  /// The rail of a payment that is instructed now: one that settles trades for a leg that settles
  /// with the other, whatever other rails there are.
  mutating func rail(
    for key: PaymentKey, on plan: CorridorPlan, _ amount: Int64, by deadline: Instant?
  )
    -> RailKind
  {
    if settlesWithTwin(key, on: plan),
      let cleared = model.rails.first(where: { $0.kind.traits.settlesTrades })
    {
      return cleared.kind
    }
    return rail(for: plan, amount: amount, deadline: deadline)
  }

  /// The rail of a payment of a plan that is instructed now.
  mutating func rail(for plan: CorridorPlan, amount: Int64, deadline: Instant?) -> RailKind {
    guard plan.isInternal else { return .correspondent }
    // Most models have one rail: no list is made for each payment.
    guard model.rails.count > 1 else { return model.rails[0].kind }
    let rails = model.rails.map(\.kind)
    switch model.routing {
    case .firstOpen:
      return rails.first { $0.isOpen(plan, in: &self) } ?? rails[rails.count - 1]
    case .fallback: return rails.first { !$0.isDown(plan, in: self) } ?? rails[0]
    case .fastest: return fastest(of: rails, plan)
    case .cheapest: return cheapest(of: rails, plan, amount, by: deadline)
    }
  }

  /// The earlier rail of the file among equals.
  private func fastest(of rails: [RailKind], _ plan: CorridorPlan) -> RailKind {
    var best = (rail: rails[0], credit: rails[0].expectedCredit(plan, in: self))
    for rail in rails.dropFirst() {
      let credit = rail.expectedCredit(plan, in: self)
      if credit < best.credit { best = (rail, credit) }
    }
    return best.rail
  }

  /// Of those that are in time for the deadline the cheapest, the fastest among equals; where none
  /// is in time, the fastest.
  private func cheapest(
    of rails: [RailKind], _ plan: CorridorPlan, _ amount: Int64, by deadline: Instant?
  )
    -> RailKind
  {
    let inTime = rails.filter { $0.expectedCredit(plan, in: self) <= deadline ?? .distantFuture }
    guard let least = inTime.map({ $0.expectedCost(amount, on: plan, in: self) }).min() else {
      return fastest(of: rails, plan)
    }
    return fastest(of: inTime.filter { $0.expectedCost(amount, on: plan, in: self) == least }, plan)
  }
}
