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
  func conditions(of contract: RunningContract) -> Contract {
    guard let terms = world.flows.contracts[contract.key.flow] else {
      preconditionFailure("a contract belongs to a flow of contracts")
    }
    return terms
  }

  /// A contract's conditions count from now.
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
  private mutating func scheduleStep(of place: ContractID) {
    guard let instant = contracts.advance(place) else { return }
    schedule(.contract, of: place, at: instant, .arrivals)
  }

  /// The next step of a contract is due.
  mutating func contractGoesOn(_ place: ContractID) {
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
        return schedule(.contract, of: place, at: resolved, .arrivals)
      }
      let amount = terms.amount(ofPart: condition, of: contract.amount)
      release(min(amount, contract.left), part: condition + 1, .part, place)
    case .resolution:
      let share = terms.dispute?.millionthsToPayee ?? 0
      let won = Contract.share(share, of: contract.left)
      release(won, part: last, .part, place)
      release(contract.left - won, part: last + 1, .refund, place)
    case .expiry:
      if contract.isCounted { register.note(.refunded) }
      release(contract.left, part: last + 1, .refund, place)
    }
    scheduleStep(of: place)
  }

  private func falls(out contract: RunningContract, _ dispute: Contract.Dispute) -> Bool {
    chance.uniform(.dispute, of: contract.key) < dispute.rate
  }

  /// A contract lets a part go: to the payee, or back to the payer.
  private mutating func release(_ amount: Int64, part: Int, _ role: Role, _ place: ContractID) {
    guard amount > 0, let contract = contracts[place] else { return }
    contracts.letGo(amount, of: place)
    let lane = world.lanes[Int(contract.lane)]
    var asked = terms(
      of: PaymentSource.Instruction(key: contract.key, instant: now, lane: contract.lane), on: lane)
    asked.amount = amount
    if role == .refund { asked.deadline = nil }
    let isLocked = contract.rail.traits.hasContracts
    var released = payment(
      contract.key.ofPart(part), contract.lane, asked,
      isLocked || role == .refund ? role : .payment, by: contract.rail)
    (released.isCounted, released.hour) = (contract.isCounted, contract.hour)
    let slot = payments.insert(released)
    if role != .refund { noteInstructed(slot) }
    register.arrive()
    if isLocked { return unlock(slot) }
    if role == .payment || role == .part { return start(slot) }
    // Where nothing was locked, nothing goes back: the part ends as it was never paid.
    note(slot, .returned)
    payments.remove(slot)
    register.leave()
  }

  /// Money under a contract is on its way: its transfer is handed to the ledger or the chain.
  private mutating func unlock(_ slot: Int32) {
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    treasury.release(payment.moving, of: lane.payerPool, lane.currency, slip(payment.key))
    payments[slot].isSetAside = true
    let fee = payment.owed - payment.moving
    if fee > 0, let payer = lane.route.from.branch {
      treasury.debitClient(payer, fee, lane.currency, slip(payment.key))
    }
    payments[slot].leg = 1
    if payment.rail == .depositToken { handOver(slot) } else { ask(slot, .transferring) }
  }
}
