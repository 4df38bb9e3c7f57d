import Bookkeeping
import Chance
import EventKernel
import Scenarios
import Vocabulary

/// Contracts: an amount is locked, then released part by part as conditions are met; what is left
/// goes back at expiry, a dispute splits it.
///
/// Locked money is neither side's liquidity: with what pools hold and what is released and on its
/// way it sums to a constant (`checkLocks`, and the ledger).
extension Simulator {
  /// What a flow's payments depend on.
  ///
  /// - Precondition: Its flow is under contracts.
  func conditions(of contract: RunningContract) -> Contract {
    guard let terms = world.flows.contracts[contract.key.flow] else {
      preconditionFailure("a contract belongs to a flow of contracts")
    }
    return terms
  }

  /// A contract's conditions count from now.
  ///
  /// When each condition is met is drawn or given now, on the day of funding.
  mutating func funded(_ place: ContractID) {
    guard let contract = contracts[place] else { preconditionFailure("no contract is funded") }
    if contract.isCounted { register.note(.funded) }
    let terms = conditions(of: contract)
    let instants = terms.conditions.indices.map { met($0, of: contract.key, terms) }
    contracts.fund(
      place, at: now, met: ContiguousArray(instants), expiry: now + terms.expiry)
    scheduleStep(of: place)
  }

  /// When a condition of a contract that is funded now is met.
  private func met(_ condition: Int, of key: PaymentKey, _ terms: Contract) -> Instant {
    switch terms.conditions[condition].met {
    case .at(let instant): return max(now, instant)
    case .after(let span):
      return now + drawn(span, chance.uniform(.condition, of: key.ofPart(condition + 1)))
    }
  }

  /// Schedules what happens next to a contract, if anything does.
  mutating func scheduleStep(of place: ContractID) {
    guard let instant = contracts.advance(place) else { return }
    schedule(.contract, of: place, at: instant, .arrivals)
  }

  /// Schedules an event of a contract, unless it lies beyond the horizon.
  mutating func schedule(
    _ kind: EventKind, of contract: ContractID, at instant: Instant, _ phase: Phase
  ) {
    guard instant < world.scenario.experiment.horizon else { return }
    clock.schedule(
      kind, contract.place, at: instant, phase, generation: contracts.generation(contract))
  }

  /// A part of what a contract has left, which it lets go.
  typealias Part = (amount: Int64, number: Int, role: Role)

  /// The next step of a contract is due.
  ///
  /// - Returns: The parts that it lets go, in their order; `nil` where the parties have fallen out,
  ///   who wait for that to be resolved.
  ///
  /// - Complexity: O(parts of this step).
  mutating func contractGoesOn(_ place: ContractID) -> [Part]? {
    guard let contract = contracts[place] else { preconditionFailure("no contract goes on") }
    register.step()
    let terms = conditions(of: contract)
    let last = terms.conditions.count
    switch contract.next {
    case .condition(let condition):
      if condition == last - 1, let dispute = terms.dispute, falls(out: contract, dispute) {
        if contract.isCounted { register.note(.disputed) }
        let u = chance.uniform(.resolution, of: contract.key)
        let resolved = now + drawn(dispute.resolution, u)
        contracts.dispute(place)
        schedule(.contract, of: place, at: resolved, .arrivals)
        return nil
      }
      let amount = terms.amount(ofPart: condition, of: contract.amount)
      return [(min(amount, contract.left), condition + 1, .part)]
    case .resolution:
      let share = terms.dispute?.millionthsToPayee ?? 0
      let won = Contract.share(share, of: contract.left)
      return [(won, last, .part), (contract.left - won, last + 1, .refund)]
    case .expiry:
      if contract.isCounted { register.note(.refunded) }
      return [(contract.left, last + 1, .refund)]
    }
  }

  /// Drawn once for a contract, at its last condition.
  private func falls(out contract: RunningContract, _ dispute: Contract.Dispute) -> Bool {
    chance.uniform(.dispute, of: contract.key) < dispute.rate
  }

  /// A contract lets a part go: to the payee, or back to the payer.
  ///
  /// - Returns: The slot of the payment that it becomes, and what that does next; `nil` where the
  ///   part is nothing, or ends as it was never paid.
  mutating func letGo(_ part: Part, of place: ContractID) -> (slot: Slot, next: Next)? {
    let (amount, role) = (part.amount, part.role)
    guard amount > 0, let contract = contracts[place] else { return nil }
    contracts.letGo(amount, of: place)
    let plan = world.plans[contract.plan]
    var asked = terms(
      of: PaymentSource.Instruction(key: contract.key, instant: now, plan: contract.plan), on: plan)
    asked.amount = amount
    if role == .refund { asked.deadline = nil }
    let isLocked = contract.rail.traits.hasContracts
    var released = payment(
      contract.key.ofPart(part.number), contract.plan, asked,
      isLocked || role == .refund ? role : .payment, by: contract.rail)
    (released.isCounted, released.hour) = (contract.isCounted, contract.hour)
    let slot = payments.insert(released)
    if role != .refund { noteInstructed(slot) }
    register.arrive()
    if isLocked { return (slot, unlock(slot)) }
    if role == .payment || role == .part { return (slot, .start) }
    // Where nothing was locked, nothing goes back: the part ends as it was never paid.
    note(slot, .returned)
    payments.remove(slot)
    register.leave()
    return nil
  }

  /// Money under a contract is on its way: its transfer is handed to the ledger or the chain.
  ///
  /// What was locked becomes what is released and under way: neither side's liquidity, and none is
  /// made.
  private mutating func unlock(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    treasury.release(payment.moving, of: plan.payerPool, plan.currency, slip(payment.key))
    payments[slot].isSetAside = true
    let fee = payment.owed - payment.moving
    if fee > 0, let payer = plan.corridor.from.branch {
      treasury.debitClient(payer, fee, plan.currency, slip(payment.key))
    }
    payments[slot].progress.tokens(are: .minted)
    return payment.rail.unlocked
  }
}
