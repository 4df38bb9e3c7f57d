import Scenarios
import Vocabulary

/// What the bank's own tokens on a public chain answer: the bank mints and redeems in its hours,
/// the payer's pool pays when the tokens are redeemed.
extension DepositTokenRail: RailAnswers {
  static func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next { .debit }
  static func screened(on plan: CorridorPlan) -> Next { .chain(.askForMint) }
  static func back(on plan: CorridorPlan) -> Next { .chain(.handOver) }
  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next { .token(.credit) }
  static var unlocked: Next { .chain(.handOver) }
  static var lapsed: Next { .chain(.lapse) }
  static var leavesChain: Next { .chain(.askForRedemption) }

  /// The gas and the mint; a part of a contract, whose tokens exist, costs the gas alone.
  static func charge(
    _ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator
  )
    -> RailCharge
  {
    .kept(run.gas(on: plan) + (role == .part ? 0 : run.mintFee(on: amount)))
  }

  /// Down with the chain or a branch at either end.
  static func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool {
    run.ledgerIsDown(.depositToken, plan)
  }

  /// Open while the issuer works.
  static func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool {
    run.closedIssuer() == nil && !run.ledgerIsDown(.depositToken, plan)
  }

  static func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant {
    guard let chain = run.chain else { return .distantFuture }
    let checked = run.now + run.model.screening.check
    let transfer = run.world.expectedTransfer(by: chain, of: plan, from: checked)
    if let paid = transfer.paid { return paid }
    let redeemed = run.world.expectedRedemption(by: chain, from: transfer.final)
    return plan.rate == nil ? redeemed : run.world.exchanged(redeemed, plan, run.model)
  }

  /// Beside the charge the payee's, which is the issuer's fee where tokens are redeemed.
  static func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator)
    -> Int64
  {
    charge(amount, .payment, on: plan, in: run).fee + run.expectedRedemption(of: amount)
  }
}
