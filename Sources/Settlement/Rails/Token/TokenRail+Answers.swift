import Scenarios
import Vocabulary

/// What the bank's own ledger answers: it knows no hours, so that only an outage keeps it from
/// settling at once.
extension TokenRail: RailAnswers {
  static func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next { .debit }
  static func screened(on plan: CorridorPlan) -> Next { .token(.mint) }
  static func back(on plan: CorridorPlan) -> Next { .token(.mint) }
  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next { .token(.credit) }
  static var unlocked: Next { .token(.transfer) }
  static var lapsed: Next { .token(.undo) }

  /// One fee by currency; to fund a contract costs nothing, its parts cost theirs.
  static func charge(
    _ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator
  )
    -> RailCharge
  {
    guard role != .contract, let token = run.token else { return .nothing }
    let fee = token.terms.fees.first { $0.currency == plan.corridor.currency }
    return .kept(fee?.minorUnits ?? 0)
  }

  /// Down with the ledger or a branch at either end.
  static func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool {
    run.ledgerIsDown(.tokenizedDeposit, plan)
  }

  static func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool {
    !run.ledgerIsDown(.tokenizedDeposit, plan)
  }

  /// After a mint, a transfer and a burn, each final with its block.
  static func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant {
    guard let token = run.token else { return .distantFuture }
    let minted = token.finality(ofStepAt: run.now + run.model.screening.check)
    let burned = token.finality(ofStepAt: token.finality(ofStepAt: minted))
    return plan.rate == nil ? burned : run.world.exchanged(burned, plan, run.model)
  }

  static func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator)
    -> Int64
  {
    charge(amount, .payment, on: plan, in: run).fee
  }
}
