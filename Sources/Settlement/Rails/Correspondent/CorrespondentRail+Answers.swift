import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What correspondents answer. A payment goes by the first of its plan's routes that is open; what
/// it costs and how long it takes is that of the preferred one.
extension CorrespondentRail: RailAnswers {
  /// What comes from outside is screened at once: another bank has taken it.
  static func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next {
    plan.corridor.from == .outside ? .debit : .accept
  }

  static func screened(on plan: CorridorPlan) -> Next {
    plan.corridor.from == .outside ? .settle : .repair
  }

  static func back(on plan: CorridorPlan) -> Next {
    plan.corridor.to == .outside ? .settle : .release
  }

  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next { .post }

  /// The payer's share travels, for the correspondents to take.
  static func charge(
    _ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator
  )
    -> RailCharge
  {
    let fee = run.world.routes[Int(plan.routes.lowerBound)].payerFee
    return RailCharge(fee: fee, carried: fee)
  }

  /// Down where a system of every route is.
  static func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool {
    for route in plan.routes where !hasSystemDown(RouteID(Int(route)), in: run) { return false }
    return true
  }

  private static func hasSystemDown(_ route: RouteID, in run: borrowing Simulator) -> Bool {
    let route = run.world.routes[route]
    for leg in run.world.legs[route.firstLeg..<route.firstLeg + route.legCount]
    where run.isDown(leg.system) { return true }
    return false
  }

  /// Open while the branch takes instructions for today and some route is open all along.
  static func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool {
    guard let window = run.clock.window(of: run.world.hours(of: plan.home)),
      acceptance(at: run.now, in: window) == .proceed
    else { return false }
    for route in plan.routes where run.isOpen(RouteID(Int(route))) { return true }
    return false
  }

  static func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant {
    guard let route = plan.routes.first else { return .distantFuture }
    return run.world.expectedCredit(
      by: run.world.routes[Int(route)], of: plan, from: run.now, run.model)
  }

  static func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator)
    -> Int64
  {
    guard let route = plan.routes.first else { return 0 }
    return run.world.fees(of: run.world.routes[Int(route)], plan)
  }

  /// A leg of its route.
  static func leg(of slot: Slot, in run: borrowing Simulator) -> Leg {
    let (first, settled) = place(of: slot, in: run)
    return run.world.legs[first + settled]
  }

  /// The correspondent of the leg before the next.
  static func workingDesk(of slot: Slot, in run: borrowing Simulator) -> TimetableID? {
    let (first, settled) = place(of: slot, in: run)
    return run.world.legs[first + settled - 1].desk
  }

  /// Where a payment's legs begin, those back behind those there, and how many have settled.
  private static func place(of slot: Slot, in run: borrowing Simulator) -> (Int, Int) {
    let (place, settled) = run.payments[slot].progress.alongRoute
    let route = run.world.routes[place.place]
    return (route.firstLeg + (run.payments[slot].isReturning ? route.legCount : 0), settled)
  }

  /// The exchange desk at the end where the receiving branch changes the currency; elsewhere a
  /// correspondent or another bank.
  static func account(
    _ leg: Leg, isPaying: Bool, of slot: Slot, in run: borrowing Simulator
  ) -> AccountID {
    let plan = run.world.plans[run.payments[slot].plan]
    let (place, settled) = run.payments[slot].progress.alongRoute
    let end = isPaying ? 0 : run.world.routes[place.place].legCount - 1
    if settled == end, run.payments[slot].isReturning == isPaying, run.isChangedAtPayee(slot, plan)
    {
      return run.accounts.exchange(leg.currency)
    }
    return plan.isInternal
      ? run.accounts.transit(leg.currency) : run.accounts.owed(leg.currency)
  }

  static func intermediaries(of payment: Payment, in run: borrowing Simulator) -> UInt8 {
    run.world.routes[payment.progress.alongRoute.route.place].intermediaries
  }
}
