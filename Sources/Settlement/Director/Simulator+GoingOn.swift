import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Who goes on because hours begin, a run is due, or something is instructed.
///
/// Lines hold who waits, and here it is decided in which order who goes on: what is called up may
/// free money for those who are called after it, never before it.
extension Simulator {
  /// The hours of a timetable begin: who waited for them goes on, by priority, then first in,
  /// first out.
  ///
  /// The order within an opening: payments in line, then the issuer's queue, pools whose branch is
  /// back, gridlocks, and at last the clearing with new limits.
  ///
  /// - Complexity: O(payments in line) beside what they do.
  mutating func hoursBegin(timetable: TimetableID) {
    _ = clock.window(of: timetable)
    for _ in 0..<lines.count(.opening(timetable)) {
      guard let slot = lines.popFirst(.opening(timetable), in: payments) else { break }
      spendClosed(slot, timetable, openCause: nil)
      callUp(slot)
    }
    for currency in issuerOpens(timetable) { serve(currency) }
    moneyIsBack(at: timetable)
    suspectGridlock(atOpeningOf: timetable)
    clock.scheduleOpening(of: timetable)
    for currency in clearingOpens(timetable: timetable) {
      beginWindow(currency)
      for pool in world.poolsOfCurrency[currency] { drainStanding(pool) }
    }
  }

  /// Everything in the line of a branch leaves, by priority, then first in, first out.
  ///
  /// What joins the line while the run works leaves with the next one: the number of those who
  /// leave is fixed first.
  mutating func releaseRun(branch: BranchID) {
    for _ in 0..<lines.count(.release(branch)) {
      guard let slot = lines.popFirst(.release(branch), in: payments) else { break }
      runIsDue(slot)
    }
    for pool in world.poolsOfBranch[branch] where lines.count(.money(pool)) > 0 {
      suspectGridlock(of: pool)
    }
    clock.scheduleRelease(of: branch)
  }

  /// Everything in the line of a branch is posted.
  ///
  /// As a release run, at the payee's branch.
  mutating func postingRun(branch: BranchID) {
    for _ in 0..<lines.count(.posting(branch)) {
      guard let slot = lines.popFirst(.posting(branch), in: payments) else { break }
      runIsDue(slot)
    }
    clock.schedulePosting(of: branch)
  }

  /// A flow's next payment is instructed; of a flow under contracts, the next contract.
  ///
  /// The next payment of the flow is drawn and scheduled before this one starts, so that events at
  /// one instant stand in the order of the file.
  mutating func paymentsArrive(flow: Int) {
    let instruction = nextInstruction(of: flow)
    guard world.flows.terms[flow].hasContract, let terms = world.flows.contracts[flow] else {
      return go(payerInstructs(instruction), .start)
    }
    if let slot = contractArrives(instruction, terms) { go(slot, .start) }
  }

  /// The next step of a contract is due: what it lets go goes on.
  ///
  /// - Precondition: The event is of the contract's present generation.
  mutating func contractIsDue(_ contract: ContractID) {
    guard let parts = contractGoesOn(contract) else { return }
    for part in parts {
      if let (slot, next) = letGo(part, of: contract) { go(slot, next) }
    }
    scheduleStep(of: contract)
  }

  /// The time to fund a contract is over.
  mutating func timeToFundEnds(_ contract: ContractID) {
    if let (slot, next) = fundingEnds(contract) { go(slot, next) }
  }

  /// Other holders ask an issuer for their money.
  ///
  /// - Parameter request: Its number, from 0; the next one is scheduled here.
  mutating func othersRedeem(_ request: Int) {
    for currency in reserveCurrencies where othersAsk(request, in: currency) { serve(currency) }
    scheduleRequest(request + 1)
  }
}

/// Who goes on because money has come.
extension Simulator {
  /// Lets the lines of pools that gained money go, as far as it lasts.
  ///
  /// A work list: who goes on may bring money to another pool, which is looked at in its turn. It
  /// ends, since each round takes a payment out of a line or a pool off the list.
  mutating func drainReplenished() {
    while let pool = lines.nextReplenished() {
      drainStanding(pool)
      trades.moneyCame(to: pool)
      guard isPooled else {
        drain(pool)
        continue
      }
      for other in world.poolsOfCurrency[world.currencyOfPool[pool.place]] { drain(other) }
    }
  }

  /// Lets the payments in a pool's line go, first come first served, while its money lasts.
  ///
  /// A large payment at the head keeps smaller ones behind it waiting: first in, first out, within
  /// a priority.
  private mutating func drain(_ pool: PoolID) {
    while let slot = lines.first(.money(pool)),
      spendable(pool) >= payments[slot].moving || carriesItself(slot)
    {
      _ = lines.popFirst(.money(pool), in: payments)
      leavesLine(slot, of: pool)
      go(slot, foundMoney(slot))
    }
  }

  /// What a payment does that has found money.
  private func foundMoney(_ slot: Slot) -> Next {
    if turnsBack(slot) { return .refuse }
    let payment = payments[slot]
    return payment.role == .contract ? .fund : payment.rail.rule(for: payment.stage).next
  }

  /// Settles what can settle at once in the currencies that are suspected.
  ///
  /// What settles together is posted before any of it goes on.
  mutating func resolveGridlocks() {
    while let currency = lines.nextGridlocked() {
      for (slot, leg) in settleGridlock(in: currency) { go(slot, settled(slot, after: leg)) }
    }
  }
}

/// Who goes on in a clearing.
extension Simulator {
  /// Lets the first payments of a participant's queue go while its money lasts.
  mutating func drainStanding(_ pool: PoolID) {
    if mayDrain(pool) { _ = settleFirsts(of: pool, world.currencyOfPool[pool.place]) }
  }

  /// Settles the first payments of a participant's queue while its money lasts; whether any did.
  private mutating func settleFirsts(of pool: PoolID, _ currency: CurrencyID) -> Bool {
    var hasSettled = false
    while let slot = settleFirst(of: pool, currency) {
      go(slot, .clearing(.cleared))
      hasSettled = true
    }
    return hasSettled
  }

  /// Settles together what can, in the currencies of which something has happened.
  mutating func offsetStanding() {
    while let currency = clearing?.nextStirred() {
      for slot in settleTogether(in: currency) { go(slot, .clearing(.cleared)) }
    }
  }

  /// Settles the waiting trades that can, in their order.
  mutating func settleTrades() {
    guard trades.isStirred else { return }
    for trade in trades.takeStirred() {
      guard let legs = settleTrade(trade) else {
        trades.keepWaiting(trade)
        continue
      }
      for slot in legs { go(slot, .clearing(.cleared)) }
    }
  }

  /// A cycle: each currency whose system is open settles.
  mutating func runCycle() {
    guard let settlement = clearing?.terms.settlement else { return }
    for currency in world.currencies.indices.map(CurrencyID.init) where clearingIsOpen(currency) {
      endWait(currency)
      switch settlement {
      case .gross: break
      case .batch: settleInOrder(currency)
      case .net(let cycles):
        if let cycle = settleNet(currency, finality: cycles.finality) { goOn(with: cycle) }
      }
    }
    clock.scheduleCycle()
  }

  /// Lets the queues go in order, each as far as its money lasts, until nothing more moves.
  ///
  /// - Complexity: O(pools) for each round, and a round for each that moves something.
  private mutating func settleInOrder(_ currency: CurrencyID) {
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for pool in world.poolsOfCurrency[currency] where maySend(from: pool) {
        if settleFirsts(of: pool, currency) { hasMoved = true }
      }
    }
  }

  /// A cycle is final: its credits can be spent, and its payments go on.
  mutating func goOn(with cycle: NetCycle) {
    payCredits(of: cycle)
    for slot in cycle.payments {
      leaveCycle(slot, cycle)
      go(slot, .clearing(.cleared))
    }
  }
}
