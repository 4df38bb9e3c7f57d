import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What an interbank clearing answers: it has one leg, from account to account, and the hours of
/// the system of the currency.
///
/// A clearing has no correspondents between its members and charges one fee.
extension ClearingRail: RailAnswers {
  /// At once, or in the hours of the branch, as the clearing says.
  static func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next {
    run.clearing?.terms.acceptance == .businessHours ? .accept : .debit
  }

  static func screened(on plan: CorridorPlan) -> Next { .clearing(.clear) }
  static func back(on plan: CorridorPlan) -> Next { .clearing(.clear) }

  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next {
    run.clearing?.creditsAtOnce[branch.place] ?? true ? .posted : .post
  }

  /// One fee by currency.
  static func charge(
    _ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator
  )
    -> RailCharge
  {
    guard let terms = run.clearing?.terms else { return .nothing }
    let fee = terms.fees.first { $0.currency == plan.corridor.currency }
    return .kept(fee?.minorUnits ?? 0)
  }

  /// Down with the currency's system, or where there is none.
  static func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool {
    guard let system = run.clearing?.systems[plan.currency] else { return true }
    return run.isDown(system)
  }

  static func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool {
    run.clearingIsOpen(plan.currency)
  }

  /// With ample money: at the next cycle where there are any, else at once.
  static func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant {
    guard let terms = run.clearing?.terms, let system = run.clearing?.systems[plan.currency] else {
      return .distantFuture
    }
    let cleared = run.world.expectedClearing(
      by: terms, in: system, of: plan, from: run.now, run.model)
    return plan.rate == nil ? cleared : run.world.exchanged(cleared, plan, run.model)
  }

  static func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator)
    -> Int64
  {
    charge(amount, .payment, on: plan, in: run).fee
  }

  /// Between the pools of both ends; the exchange desk, which is no participant, takes the place of
  /// the payee's where the currency is changed.
  static func leg(of slot: Slot, in run: borrowing Simulator) -> Leg {
    let plan = run.world.plans[run.payments[slot].plan]
    guard let system = run.clearing?.systems[plan.currency], let cutOff = run.clearing?.cutOff
    else { preconditionFailure("a clearing has a system for what it clears") }
    let landing = plan.rate == nil ? plan.payeePool : nil
    return Leg(
      payer: run.payments[slot].isReturning ? landing : plan.payerPool,
      payee: run.payments[slot].isReturning ? plan.payerPool : landing, system: system,
      cutOff: cutOff, currency: plan.currency)
  }

  static func account(
    _ leg: Leg, isPaying: Bool, of slot: Slot, in run: borrowing Simulator
  ) -> AccountID { run.accounts.exchange(leg.currency) }
}
