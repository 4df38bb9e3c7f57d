import Bookkeeping
import EventKernel
import Scenarios
import Vocabulary

/// The end of a payment: the client's account, the record, the slot.
extension Simulator {
  /// A payment ends: its client is credited, and what is known of it goes to the record.
  ///
  /// What the payment leaves is made good before its slot is free: the client's side, the float,
  /// the record, the contract that it should have funded.
  @discardableResult
  mutating func finish(_ slot: Slot, _ end: PaymentEnd) -> Next {
    if !payments[slot].isCredited { creditClient(slot, end) }
    stopFloating(slot)
    note(slot, end)
    let contract = payments[slot].contract
    payments.remove(slot)
    register.leave()
    // What should have funded a contract has ended: there is none.
    if let contract { contracts.remove(contract) }
    return .rest
  }

  /// Posts the client's side: what the bank owed becomes the client's, less the charges.
  ///
  /// Nothing is posted for a party outside of the bank.
  private mutating func creditClient(_ slot: Slot, _ end: PaymentEnd) {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    noteFees(slot)
    let party = end == .credited ? plan.corridor.to : plan.corridor.from
    guard case .branch(let branch) = party else { return }
    let currency = payment.isConverted ? plan.creditedIn : plan.currency
    treasury.credit(
      branch, owed: payment.owed, payment.moving, currency, isInTokens: payment.isInTokens,
      end == .credited ? .credit : .return, slip(payment.key))
  }

  /// The payee is credited, at `segmentStart`, while the payment's money is still on its way: from
  /// now on no time is the payment's, and its end credits nobody again.
  ///
  /// - Precondition: The payee is a client of a branch and the payment in the currency credited.
  ///
  /// Charges are noted with the credit, since no later posting has them.
  mutating func creditAhead(_ slot: Slot) {
    creditClient(slot, .credited)
    payments[slot].isCredited = true
    stopFloating(slot)
  }

  /// Takes a credit ahead back by the reverse of its posting: the payment's time goes on from
  /// `segmentStart`, the instant of that credit.
  mutating func takeBackCredit(_ slot: Slot) {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    let currency = payment.isConverted ? plan.creditedIn : plan.currency
    guard payment.isCredited, let branch = plan.corridor.to.branch else {
      preconditionFailure("only a credit ahead to a client of a branch is taken back")
    }
    let charged = payment.owed - payment.moving
    if payment.isCounted { register.charge(-charged, in: counted(payment)) }
    treasury.takeBack(
      branch, owed: payment.owed, payment.moving, currency, isInTokens: payment.isInTokens,
      slip(payment.key))
    payments[slot].isCredited = false
    let isHeld = payment.rail.traits.endsInDeposits && !payment.isSetAside
    float(slot, in: isHeld ? plan.payerPool : nil, payment.moving)
  }

  /// Notes what correspondents took so far from a payment, in its first currency at mid.
  mutating func noteFees(_ slot: Slot) {
    let payment = payments[slot]
    guard payment.isCounted, payment.owed != payment.moving else { return }
    let plan = world.plans[payment.plan]
    var charged = payment.owed - payment.moving
    if payment.isConverted, let rate = plan.rate {
      charged =
        rate.converted(Money(minorUnits: charged, plan.corridor.creditedIn), .halfToEven).minorUnits
    }
    register.charge(charged, in: counted(payment))
  }

  /// The corridor in which a payment is counted.
  ///
  /// - Returns: A place in `World.corridors`.
  func counted(_ payment: Payment) -> Int { Int(world.plans[payment.plan].counted) }

  /// Writes a payment's facts into the record.
  ///
  /// - Complexity: O(causes).
  mutating func note(_ slot: Slot, _ end: PaymentEnd) {
    let payment = payments[slot]
    let spent = payments.spent(slot)
    register.ended(payment, end, spent: spent)
    register.closeJourney(slot, payment, end, in: world)
    guard payment.isCounted else { return }
    let plan = world.plans[payment.plan]
    let flags = flags(of: payment, end)
    if flags.contains(.hasDeadline) { noteDue(slot, isLate: flags.contains(.late)) }
    register.add(
      PaymentFact(
        elapsed: (payment.segmentStart - payment.instructed).microseconds,
        amount: payment.instructedAmount, corridor: UInt32(plan.counted),
        day: UInt16(truncatingIfNeeded: payment.hour / 24), end: end,
        flags: flags, reached: secondsToReach(payment),
        intermediaries: intermediaries(of: payment),
        hourOfWeek: world.hourOfWeek(at: payment.instructed, of: plan.corridor.from),
        hour: UInt8(payment.hour % 24)), spent: spent)
  }

  /// From instruction until the payee's bank had a payment, in seconds rounded up.
  ///
  /// - Returns: `UInt32.max` where it never did; 136 years at most.
  private func secondsToReach(_ payment: Payment) -> UInt32 {
    guard payment.reached != .distantFuture else { return .max }
    let span = (payment.reached - payment.instructed).microseconds
    return UInt32(clamping: (span + 999_999) / 1_000_000)
  }

  /// Whether it was late is known of an open payment only where its deadline lies before the
  /// horizon: else it has none, so that it counts neither as late nor as in time.
  private func flags(of payment: Payment, _ end: PaymentEnd) -> PaymentFlags {
    var flags = payment.flags
    if flags.contains(.hasDeadline) {
      switch end {
      case .credited: if payment.segmentStart > payment.deadline { flags.insert(.late) }
      case .returned: flags.insert(.late)
      case .open:
        let isOver = payment.deadline < world.scenario.experiment.horizon
        if isOver { flags.insert(.late) } else { flags.remove(.hasDeadline) }
      }
    }
    let limit = closeOfBusiness(
      days: 1, after: payment.instructed, at: world.plans[payment.plan].destination)
    if end == .credited, payment.segmentStart <= limit { flags.insert(.withinBusinessDay) }
    return flags
  }
}
