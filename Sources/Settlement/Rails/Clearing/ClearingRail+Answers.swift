import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What an interbank clearing answers: it has one leg, from account to account, and the hours of the
/// system of the currency.
extension ClearingRail: RailAnswers {
  /// At once, or in the hours of the branch, as the clearing says.
  static func start(on lane: Lane, in run: borrowing Simulator) -> Next {
    run.clearing?.terms.acceptance == .businessHours ? .accept : .debit
  }

  static func screened(on lane: Lane) -> Next { .clearing(.clear) }
  static func back(on lane: Lane) -> Next { .clearing(.clear) }

  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next {
    run.clearing?.creditsAtOnce[branch.place] ?? true ? .posted : .post
  }

  /// One fee by currency.
  static func charge(_ amount: Int64, _ role: Role, on lane: Lane, in run: borrowing Simulator)
    -> RailCharge
  {
    guard let terms = run.clearing?.terms else { return .nothing }
    let fee = terms.fees.first { $0.currency == lane.route.currency }
    return .kept(fee?.minorUnits ?? 0)
  }

  /// Down with the currency's system, or where there is none.
  static func isDown(_ lane: Lane, in run: borrowing Simulator) -> Bool {
    guard let system = run.clearing?.systems[lane.currency] else { return true }
    return run.isDown(system)
  }

  static func isOpen(_ lane: Lane, in run: inout Simulator) -> Bool {
    run.clearingIsOpen(lane.currency)
  }

  /// With ample money: at the next cycle where there are any, else at once.
  static func expectedCredit(_ lane: Lane, in run: borrowing Simulator) -> Instant {
    guard let terms = run.clearing?.terms, let system = run.clearing?.systems[lane.currency] else {
      return .distantFuture
    }
    let cleared = run.world.expectedClearing(
      by: terms, in: system, of: lane, from: run.now, run.model)
    return lane.rate == nil ? cleared : run.world.exchanged(cleared, lane, run.model)
  }

  static func expectedCost(_ amount: Int64, on lane: Lane, in run: borrowing Simulator) -> Int64 {
    charge(amount, .payment, on: lane, in: run).fee
  }

  /// Between the pools of both ends; the exchange desk, which is no participant, takes the place of
  /// the payee's where the currency is changed.
  static func leg(of slot: Int32, in run: borrowing Simulator) -> Leg {
    let lane = run.world.lanes[Int(run.payments[slot].lane)]
    guard let system = run.clearing?.systems[lane.currency], let cutOff = run.clearing?.cutOff
    else { preconditionFailure("a clearing has a system for what it clears") }
    let landing = lane.rate == nil ? lane.payeePool : nil
    return Leg(
      payer: run.payments[slot].isReturning ? landing : lane.payerPool,
      payee: run.payments[slot].isReturning ? lane.payerPool : landing, system: system,
      cutOff: cutOff, currency: lane.currency)
  }

  static func account(
    _ leg: Leg, isPaying: Bool, of slot: Int32, in run: borrowing Simulator
  ) -> AccountID { run.accounts.exchange(leg.currency) }
}
