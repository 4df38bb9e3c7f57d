import Calendars
import Scenarios
import Vocabulary

/// Routing: which of the model's rails a new payment takes.
extension Simulator {
  /// The rail of a payment that is instructed now: one that settles trades for a leg that settles with
  /// the other, whatever other rails there are.
  mutating func rail(for key: PaymentKey, on lane: Lane, _ amount: Int64, by deadline: Instant?)
    -> RailKind
  {
    if settlesWithTwin(key, on: lane),
      let cleared = model.rails.first(where: { $0.kind.traits.settlesTrades })
    {
      return cleared.kind
    }
    return rail(for: lane, amount: amount, deadline: deadline)
  }

  /// The rail of a payment of a lane that is instructed now.
  mutating func rail(for lane: Lane, amount: Int64, deadline: Instant?) -> RailKind {
    guard lane.isInternal else { return .correspondent }
    // Most models have one rail: no list is made for each payment.
    guard model.rails.count > 1 else { return model.rails[0].kind }
    let rails = model.rails.map(\.kind)
    switch model.routing {
    case .firstOpen:
      return rails.first { $0.isOpen(lane, in: &self) } ?? rails[rails.count - 1]
    case .fallback: return rails.first { !$0.isDown(lane, in: self) } ?? rails[0]
    case .fastest: return fastest(of: rails, lane)
    case .cheapest: return cheapest(of: rails, lane, amount, by: deadline)
    }
  }

  private func fastest(of rails: [RailKind], _ lane: Lane) -> RailKind {
    var best = (rail: rails[0], credit: rails[0].expectedCredit(lane, in: self))
    for rail in rails.dropFirst() {
      let credit = rail.expectedCredit(lane, in: self)
      if credit < best.credit { best = (rail, credit) }
    }
    return best.rail
  }

  private func cheapest(of rails: [RailKind], _ lane: Lane, _ amount: Int64, by deadline: Instant?)
    -> RailKind
  {
    let inTime = rails.filter { $0.expectedCredit(lane, in: self) <= deadline ?? .distantFuture }
    guard let least = inTime.map({ $0.expectedCost(amount, on: lane, in: self) }).min() else {
      return fastest(of: rails, lane)
    }
    return fastest(of: inTime.filter { $0.expectedCost(amount, on: lane, in: self) == least }, lane)
  }
}
