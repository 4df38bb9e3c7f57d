import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What an issuer's coins answer: bought and paid out through a bank, which brings hours, runs and
/// cut-offs at both ends of the chain.
///
/// Unlike tokens of the bank they cost something to leave again: an issuer's fee, or the market's
/// spread, which the payee bears.
extension StablecoinRail: RailAnswers {
  static func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next { .accept }
  static func screened(on plan: CorridorPlan) -> Next { .release }
  static func back(on plan: CorridorPlan) -> Next { .chain(.handOver) }
  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next { .post }
  static var leavesChain: Next { .chain(.leave) }

  /// The gas, which the bank pays, and the issuer's fee, which travels to it.
  static func charge(
    _ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator
  )
    -> RailCharge
  {
    let minted = run.mintFee(on: amount)
    return RailCharge(fee: run.gas(on: plan) + minted, carried: minted)
  }

  /// Down with the chain or a branch at either end.
  static func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool {
    run.ledgerIsDown(.stablecoin, plan)
  }

  /// Open while the issuer works and the system of the payer's pool is before its cut-off.
  static func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool {
    guard let pool = plan.payerPool else { return false }
    let system = run.world.hours(of: run.world.scenario.pools[pool.place].system)
    return run.closedIssuer() == nil && !run.ledgerIsDown(.stablecoin, plan)
      && run.clock.isOpen(system, before: .customer)
  }

  static func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant {
    guard let chain = run.chain else { return .distantFuture }
    let bought = run.world.onRamped(run.now, plan, run.model)
    let transfer = run.world.expectedTransfer(by: chain, of: plan, from: bought)
    if let paid = transfer.paid { return paid }
    var at = run.world.expectedRedemption(by: chain, from: transfer.final)
    if let pool = plan.payeePool {
      let system = run.world.scenario.pools[pool.place].system
      at = run.world.earliest(run.world.hours(of: system), before: .customer, at)
    }
    if plan.rate != nil { at = run.world.exchanged(at, plan, run.model) }
    let payee = plan.destination
    return run.world.run(
      after: at, run.world.postings[payee.place], run.world.hours(of: payee))
  }

  /// Beside the charge the payee's: the issuer's fee, or the market's spread.
  static func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator)
    -> Int64
  {
    charge(amount, .payment, on: plan, in: run).fee + run.expectedRedemption(of: amount)
  }

  /// The settlement that brings money to the issuer, or from it: in the system of the branch's
  /// pool, before its customer cut-off.
  static func leg(of slot: Slot, in run: borrowing Simulator) -> Leg {
    let (plan, isOn) = (
      run.world.plans[run.payments[slot].plan], run.payments[slot].progress.isAtStart
    )
    let pool =
      isOn || run.payments[slot].isReturning
      ? plan.payerPool : run.world.landingPools[run.payments[slot].plan]
    guard let pool else { preconditionFailure("coins are bought and paid out through pools") }
    let isPaid = run.payments[slot].isReturning || plan.rate == nil
    return Leg(
      payer: isOn ? pool : nil, payee: isOn || !isPaid ? nil : pool,
      system: run.world.scenario.pools[pool.place].system, cutOff: .customer,
      currency: plan.currency)
  }

  /// The issuer's bank, that of whoever left the chain, or the exchange desk.
  static func account(
    _ leg: Leg, isPaying: Bool, of slot: Slot, in run: borrowing Simulator
  ) -> AccountID {
    if run.payments[slot].progress.isAtStart { return run.accounts.onRamp(leg.currency) }
    return isPaying ? run.accounts.offRamp(leg.currency) : run.accounts.exchange(leg.currency)
  }
}
