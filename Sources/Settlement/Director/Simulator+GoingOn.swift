import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Who goes on because hours begin, a run is due, or something is instructed.
extension Simulator {
  /// The hours of a timetable begin: who waited for them goes on, by priority, then first in,
  /// first out.
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
  mutating func postingRun(branch: BranchID) {
    for _ in 0..<lines.count(.posting(branch)) {
      guard let slot = lines.popFirst(.posting(branch), in: payments) else { break }
      runIsDue(slot)
    }
    clock.schedulePosting(of: branch)
  }

  /// A flow's next payment is instructed; of a flow under contracts, the next contract.
  mutating func paymentsArrive(flow: Int) {
    let instruction = nextInstruction(of: flow)
    guard world.flows.terms[flow].hasContract, let terms = world.flows.contracts[flow] else {
      return go(payerInstructs(instruction), .start)
    }
    if let slot = contractArrives(instruction, terms) { go(slot, .start) }
  }

  /// The next step of a contract is due: what it lets go goes on.
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
  mutating func othersRedeem(_ request: Int) {
    for currency in reserveCurrencies where othersAsk(request, in: currency) { serve(currency) }
    scheduleRequest(request + 1)
  }
}

/// Who goes on because money has come.
extension Simulator {
  /// Lets the lines of pools that gained money go, as far as it lasts.
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
