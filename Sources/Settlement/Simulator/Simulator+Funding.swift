import Bookkeeping
import Chance
import EventKernel
import Scenarios
import Vocabulary

/// Funding: on a rail with contracts the payer's money is locked before its conditions count.
extension Simulator {
  /// A contract is instructed: on a rail with contracts the payer funds it, on the others its
  /// conditions count from now.
  ///
  /// - Returns: The slot of the payment that funds it, which starts; `nil` where nothing is locked.
  mutating func contractArrives(_ instruction: PaymentSource.Instruction, _ terms: Contract)
    -> Slot?
  {
    let plan = world.plans[instruction.plan]
    var asked = self.terms(of: instruction, on: plan)
    // Its parts are due, not the contract.
    asked.deadline = nil
    let rail = rail(for: plan, amount: asked.amount, deadline: nil)
    let contract = contracts.open(
      RunningContract(
        key: instruction.key, plan: instruction.plan, rail: rail, amount: asked.amount,
        isCounted: now >= world.scenario.experiment.countedFrom, hour: world.hour(of: now),
        left: asked.amount))
    guard rail.traits.hasContracts else {
      funded(contract)
      return nil
    }
    var funding = payment(instruction.key, instruction.plan, asked, .contract, by: rail)
    funding.contract = contract
    let slot = payments.insert(funding)
    contracts.awaitFunding(contract, by: slot)
    register.arrive()
    schedule(.fundingDeadline, of: contract, at: now + terms.fundingDeadline, .closings)
    return slot
  }

  /// The time to fund a contract is over: who stands in line for money gives up.
  ///
  /// - Returns: The slot of the payment that does, and what it does next.
  ///
  /// - Returns: `nil` where it has been funded, or is not in line: then it is refused when it gets
  ///   there.
  mutating func fundingEnds(_ contract: ContractID) -> (slot: Slot, next: Next)? {
    guard let slot = contracts.timeIsUp(for: contract), payments[slot].stage == .queueing else {
      return nil
    }
    let plan = world.plans[payments[slot].plan]
    guard let pool = plan.payerPool else { preconditionFailure("a line belongs to a pool") }
    lines.remove(slot, from: .money(pool), in: &payments)
    leavesLine(slot, of: pool)
    // Who stood behind it may have the money that it did not find.
    lines.replenish(pool)
    return (slot, lapse(slot))
  }

  /// The tokens of a contract lie under it: its money is locked, if the payer's pools have it.
  ///
  /// Late tokens lock nothing: they end where they lie.
  mutating func lock(_ slot: Slot) -> Next {
    let payment = payments[slot]
    if payment.contract.flatMap({ contracts[$0] })?.isOverdue ?? true { return lapse(slot) }
    if let payer = world.plans[payment.plan].payerPool,
      available(payer, toPayment: slot) < payment.moving
    {
      return waitForMoney(slot, in: payer)
    }
    return .fund
  }

  /// The payer's pool pays what is locked: the contract is funded, its payment is no more.
  mutating func fund(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    guard let payer = plan.payerPool, let contract = payment.contract else {
      preconditionFailure("a contract's payer has a pool")
    }
    drawIfShort(payer, payment.moving, reference: payment.key)
    treasury.lock(payment.moving, of: payer, plan.currency, slip(payment.key))
    changed(payer, by: -payment.moving)
    stopFloating(slot)
    let charged = payment.owed - payment.moving
    if charged > 0 { treasury.charge(charged, plan.currency, slip(payment.key)) }
    if payment.isCounted { register.charge(charged, in: counted(payment)) }
    register.forget(slot)
    payments.remove(slot)
    register.leave()
    funded(contract)
    return .rest
  }

  /// A contract that was not funded in time is given up: its tokens end, its payer is credited.
  private mutating func lapse(_ slot: Slot) -> Next {
    if payments[slot].isCounted { register.note(.lapsed) }
    return payments[slot].rail.lapsed
  }
}
