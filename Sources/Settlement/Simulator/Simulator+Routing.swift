import Calendars
import Scenarios
import Vocabulary

/// Routing: which of the model's rails a new payment takes.
extension Simulator {
  /// The rail of a payment of a lane that is instructed now.
  mutating func rail(for lane: Lane, amount: Int64, deadline: Instant?) -> RailKind {
    guard lane.isInternal else { return .correspondent }
    let rails = model.rails.map(\.kind)
    guard rails.count > 1 else { return rails[0] }
    switch model.routing {
    case .firstOpen:
      return rails.first { settlesNow($0, lane) } ?? rails[rails.count - 1]
    case .fallback: return rails.first { !isDown($0, lane) } ?? rails[0]
    case .fastest: return fastest(of: rails, lane)
    case .cheapest: return cheapest(of: rails, lane, amount, by: deadline)
    }
  }

  private func fastest(of rails: [RailKind], _ lane: Lane) -> RailKind {
    var best = (rail: rails[0], credit: expectedCredit(rails[0], lane))
    for rail in rails.dropFirst() {
      let credit = expectedCredit(rail, lane)
      if credit < best.credit { best = (rail, credit) }
    }
    return best.rail
  }

  private func cheapest(of rails: [RailKind], _ lane: Lane, _ amount: Int64, by deadline: Instant?)
    -> RailKind
  {
    let inTime = rails.filter { expectedCredit($0, lane) <= deadline ?? .distantFuture }
    guard let least = inTime.map({ cost(of: $0, lane, amount) }).min() else {
      return fastest(of: rails, lane)
    }
    return fastest(of: inTime.filter { cost(of: $0, lane, amount) == least }, lane)
  }

  /// When a payment instructed now can be expected at its payee.
  private func expectedCredit(_ rail: RailKind, _ lane: Lane) -> Instant {
    switch rail {
    case .correspondent:
      guard let way = lane.ways.first else { return .distantFuture }
      return world.expectedCredit(by: world.ways[Int(way)], of: lane, from: now, model)
    case .interbankClearing:
      guard let clearing, let system = clearing.systems[lane.currency] else {
        return .distantFuture
      }
      let cleared = world.expectedClearing(
        by: clearing.terms, in: system, of: lane, from: now, model)
      return lane.rate == nil ? cleared : world.exchanged(cleared, lane, model)
    case .depositToken, .stablecoin:
      guard let chain else { return .distantFuture }
      return world.expectedCredit(by: chain, rail, of: lane, from: now, model)
    case .tokenizedDeposit:
      guard let token else { return .distantFuture }
      let minted = token.finality(ofStepAt: now + model.screening.check)
      let burned = token.finality(ofStepAt: token.finality(ofStepAt: minted))
      return lane.rate == nil ? burned : world.exchanged(burned, lane, model)
    }
  }

  /// What payer and payee pay for a rail, in minor units of the currency sent.
  private func cost(of rail: RailKind, _ lane: Lane, _ amount: Int64) -> Int64 {
    switch rail {
    case .correspondent:
      lane.ways.first.map { world.fees(of: world.ways[Int($0)], lane) } ?? 0
    case .interbankClearing, .tokenizedDeposit: fee(of: rail, on: lane, amount, .payment)
    case .depositToken, .stablecoin:
      fee(of: rail, on: lane, amount, .payment)
        + ChainRail.fee(chain?.redemptionFee(at: now) ?? 0, on: amount)
    }
  }

  /// Whether a payment that takes a rail now settles at once as far as hours go.
  private mutating func settlesNow(_ rail: RailKind, _ lane: Lane) -> Bool {
    switch rail {
    case .correspondent:
      guard let window = clock.window(of: world.hours(of: lane.home)),
        CorrespondentRail.acceptance(at: now, in: window) == .proceed
      else { return false }
      return lane.ways.contains { isOpen($0) }
    case .interbankClearing: return clearingIsOpen(lane.currency)
    case .depositToken: return closedIssuer() == nil && !isDown(rail, lane)
    case .stablecoin:
      guard let pool = lane.payerPool else { return false }
      let system = world.hours(of: world.scenario.pools[pool.place].system)
      return closedIssuer() == nil && !isDown(rail, lane) && clock.isOpen(system, before: .customer)
    case .tokenizedDeposit: return !isDown(rail, lane)
    }
  }
}
