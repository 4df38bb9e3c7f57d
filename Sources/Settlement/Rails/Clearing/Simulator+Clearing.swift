import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// Clearing: a payment is one book transfer between two participants' accounts. What is not
/// settled at once stands in its payer's queue, by priority, then first in, first out.
extension Simulator {
  /// A payment asks its clearing to settle.
  mutating func clear(_ slot: Int32) {
    if turnsBack(slot) { return refuse(slot) }
    let leg = nextLeg(slot)
    if isHeldByFailure(slot, leg) { return }
    if settlesWithTwin(slot) { return awaitTwin(slot) }
    let currency = world.lanes[Int(payments[slot].lane)].currency
    guard let payer = leg.payer else { return clearFromDesk(slot, leg, currency) }
    guard let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee) else {
      preconditionFailure("only a clearing clears")
    }
    if settlesAtOnce(slot, payment, currency) {
      clearing?.settleAtOnce(payment, in: currency)
      transfer(slot, leg, currency)
      return goOnCleared(slot)
    }
    stand(slot, payment, currency)
  }

  /// Whether nothing keeps a payment from settling now.
  private mutating func settlesAtOnce(
    _ slot: Int32, _ payment: QueuedPayment, _ currency: Int
  ) -> Bool {
    guard clearing?.isGross == true, clearingIsOpen(currency) else { return false }
    return clearing?.holdsBack(payment, payments[slot].priority, in: currency) == false
      && clearing?.covers(payment, in: currency) == true
  }

  /// Puts a payment in its payer's queue.
  private mutating func stand(_ slot: Int32, _ payment: QueuedPayment, _ currency: Int) {
    payments[slot].stage = clearing?.isGross == true ? .standing : .awaitingCycle
    if let payer = nextLeg(slot).payer {
      lines.join(payment.amount, for: payer)
      watchFloor(of: payer)
    }
    let priority = payments[slot].priority
    clearing?.stand(payment, priority, by: slot, in: currency)
  }

  /// The exchange desk gives back what it bought: it is no participant and never short.
  private mutating func clearFromDesk(_ slot: Int32, _ leg: Leg, _ currency: Int) {
    payments[slot].stage = .settling
    guard clearingIsOpen(currency) else {
      return waitForOpening(slot, of: world.hours(of: leg.system))
    }
    transfer(slot, leg, currency)
    let amount = payments[slot].moving
    if let payee = leg.payee { clearing?.moved(payee, by: amount) }
    goOnCleared(slot)
  }

  /// Whether the clearing's system of a currency is open before its cut-off.
  mutating func clearingIsOpen(_ currency: Int) -> Bool {
    guard let system = clearing?.systems[currency], let cutOff = clearing?.cutOff,
      let window = clock.window(of: world.hours(of: system))
    else { return false }
    return ClearingRail.isOpen(at: now, in: window, before: cutOff)
  }

  /// A payment has settled: it goes on at its payee's bank, or at its payer's.
  mutating func goOnCleared(_ slot: Int32) {
    if payments[slot].isReturning { landBack(slot) } else { land(slot) }
  }

  /// Whether a branch credits its clients at once.
  func creditsAtOnce(_ branch: BranchID) -> Bool {
    clearing?.creditsAtOnce[branch.place] ?? true
  }
}

/// The money of a clearing.
extension Simulator {
  /// Posts a transfer, both sides at once.
  mutating func transfer(_ slot: Int32, _ leg: Leg, _ currency: Int) {
    let amount = payments[slot].moving
    treasury.pay(
      amount, less: 0, from: clearingAccount(leg.payer, currency),
      to: clearingAccount(leg.payee, currency), currency, slip(payments[slot].key))
    if let payee = leg.payee { booked(payee, by: amount) }
    if let payer = leg.payer { booked(payer, by: -amount) }
    float(slot, in: leg.payee, amount)
    if let payee = leg.payee {
      lines.replenish(payee)
      clearing?.stir(currency)
    }
  }

  /// The account of a participant, or that of the exchange desk.
  func clearingAccount(_ pool: PoolID?, _ currency: Int) -> AccountID {
    pool.map(accounts.pool) ?? accounts.exchange(currency)
  }

  /// Lets the first payments of a participant's queue go while its money lasts.
  mutating func drainStanding(_ pool: PoolID) {
    guard maySend(from: pool) else { return }
    let currency = world.currencyOfPool[pool.place]
    guard clearing?.isGross == true, clearing?.hasStanding(pool) == true, clearingIsOpen(currency)
    else { return }
    _ = settleFirsts(of: pool, currency)
  }

  /// Settles the first payments of a participant's queue while its money lasts; whether any did.
  mutating func settleFirsts(of pool: PoolID, _ currency: Int) -> Bool {
    var hasSettled = false
    while let slot = clearing?.settleFirst(of: pool) {
      leaveStanding(slot)
      transfer(slot, nextLeg(slot), currency)
      goOnCleared(slot)
      hasSettled = true
    }
    return hasSettled
  }

  /// Whether no participant has failed: while one has, queues are not settled together.
  private func allMaySend(_ currency: Int) -> Bool {
    world.gates.isCalm || world.poolsOfCurrency[currency].allSatisfy { maySend(from: $0) }
  }

  /// Settles together what can, in the currencies of which something has happened.
  mutating func offsetStanding() {
    while let currency = clearing?.nextStirred() {
      guard clearingIsOpen(currency), allMaySend(currency) else { continue }
      settleTogether(clearing?.settleSet(in: currency) ?? [], currency)
    }
  }

  /// Settles a set at one instant: every pool is paid before any pays, so that none passes its
  /// credit line on the way.
  private mutating func settleTogether(_ slots: [Int32], _ currency: Int) {
    for slot in slots {
      leaveStanding(slot)
      let (payee, amount) = (nextLeg(slot).payee, payments[slot].moving)
      treasury.creditTogether(
        amount, to: clearingAccount(payee, currency), currency, slip(payments[slot].key))
      if let payee { booked(payee, by: amount) }
      float(slot, in: payee, amount)
    }
    for slot in slots {
      let (payer, amount) = (nextLeg(slot).payer, payments[slot].moving)
      treasury.collect(
        amount, from: clearingAccount(payer, currency), currency, slip(payments[slot].key))
      if let payer { booked(payer, by: -amount) }
      if let payee = nextLeg(slot).payee { lines.replenish(payee) }
    }
    for slot in slots { goOnCleared(slot) }
  }

  /// A payment leaves its payer's queue.
  mutating func leaveStanding(_ slot: Int32) {
    register.step()
    if let payer = nextLeg(slot).payer {
      lines.leave(payments[slot].moving, for: payer)
      floors?.stir()
      noteStanding(slot, in: payer, until: now)
    }
    spendStanding(slot, until: now)
  }

  /// Whether a payment waits for money, not for its cycle.
  func isShort(_ slot: Int32) -> Bool { payments[slot].stage == .standing }

  /// A system opens: limits start anew, and what stands in the queues may go.
  mutating func clearingOpens(timetable: Int) {
    guard let systems = clearing?.systems else { return }
    for (currency, system) in systems.enumerated() {
      guard let system, world.hours(of: system) == timetable else { continue }
      clearing?.opens(currency)
      trades.stir()
      for pool in world.poolsOfCurrency[currency] { drainStanding(pool) }
    }
  }
}
