import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Disturbances: a payment is held where it cannot go on, and asks again when it can.
///
/// Outages of branches, desks and systems need nothing here: they are cut out of the hours that
/// every station asks.
extension Simulator {
  /// Holds a payment at a gate that is closed, to go on with `stage` when it opens.
  ///
  /// - Parameter gate: A timetable, or `nil` where nothing can hold it.
  /// - Returns: Whether it is held.
  mutating func isHeld(_ slot: Int32, at gate: Int?, toResume stage: Stage) -> Bool {
    guard let gate, !clock.isOpen(gate) else { return false }
    payments[slot].awaited = stage
    payments[slot].stage = .held
    waitForOpening(slot, of: gate)
    return true
  }

  /// Whether the payer of a new payment, or with tokens its branch, holds it.
  mutating func isHeldAtStart(_ slot: Int32) -> Bool {
    guard !world.gates.isCalm else { return false }
    let payment = payments[slot]
    if isHeld(slot, at: world.gates.payers[Int(payment.lane)], toResume: .accepting) { return true }
    guard payment.rail.traits.waitsForPayersBranch else { return false }
    let home = world.lanes[Int(payment.lane)].home
    return isHeld(slot, at: world.gates.presence[home.place], toResume: .accepting)
  }

  /// Whether a step on a ledger cannot be asked for now: the ledger is down, nothing leaves the
  /// branch that gives the tokens, or the branch that gets them is down. The payment is held.
  ///
  /// - Parameters:
  ///   - kind: The rail whose ledger it is.
  ///   - stage: The step, with which the payment goes on.
  mutating func isHeld(_ slot: Int32, byLedgerOf kind: RailKind, toResume stage: Stage) -> Bool {
    guard !world.gates.isCalm else { return false }
    if isHeld(slot, at: world.gates.ledgers[kind.place], toResume: stage) { return true }
    let lane = world.lanes[Int(payments[slot].lane)]
    let isReturning = payments[slot].isReturning
    let (giver, taker) =
      isReturning ? (lane.destination, lane.home) : (lane.home, lane.destination)
    switch stage {
    case .minting, .transferring:
      if isHeld(slot, at: world.gates.sending[giver.place], toResume: stage) { return true }
      return isHeld(slot, at: world.gates.presence[taker.place], toResume: stage)
    case .undoing: return isHeld(slot, at: world.gates.presence[giver.place], toResume: stage)
    default: return isHeld(slot, at: world.gates.presence[taker.place], toResume: stage)
    }
  }

  /// Whether the ledger of a rail is down or goes down no later than an instant to come, so that
  /// what was handed to it now gets no answer.
  mutating func ledgerStalls(_ kind: RailKind, until answer: Instant) -> Bool {
    guard !world.gates.isCalm, let ledger = world.gates.ledgers[kind.place] else { return false }
    guard let window = clock.openWindow(of: ledger) else { return true }
    return window.closes <= answer && window.closes < world.scenario.experiment.horizon
  }

  /// Credits a payee, or again a payer, whose tokens are burned; not while the branch is down.
  mutating func creditByToken(_ slot: Int32) {
    guard !world.gates.isCalm else { return posted(slot) }
    let lane = world.lanes[Int(payments[slot].lane)]
    let branch = payments[slot].isReturning ? lane.home : lane.destination
    guard !isHeld(slot, at: world.gates.presence[branch.place], toResume: .posting) else { return }
    posted(slot)
  }

  /// Whether money of a pool may leave it now.
  func maySend(from pool: PoolID) -> Bool {
    guard !world.gates.isCalm else { return true }
    let branch = world.scenario.pools[pool.place].branch
    guard let gate = world.gates.sending[branch.place] else { return true }
    return clock.isOpen(gate)
  }

  /// A gate has opened: who waits for money may have that of a branch again.
  mutating func moneyIsBack(at gate: Int) {
    guard gate >= world.gates.plannedCount else { return }
    for (branch, sending) in world.gates.sending.enumerated() where sending == gate {
      for pool in world.poolsOfBranch[branch] {
        lines.replenish(pool)
        suspectGridlock(of: pool)
        clearing?.expectAll(world.currencyOfPool[pool.place])
      }
    }
  }

  /// Whether the branch that pays a leg has failed; the payment is held.
  mutating func isHeldByFailure(_ slot: Int32, _ leg: Leg) -> Bool {
    guard let pool = leg.payer, !world.gates.isCalm else { return false }
    let branch = world.scenario.pools[pool.place].branch
    guard world.gates.dispatch[branch.place] != branch.place else { return false }
    return isHeld(slot, at: world.gates.sending[branch.place], toResume: .settling)
  }
}

/// Desks: what goes by at them keeps its cause but for stretches in which the desk was kept from
/// its hours.
extension Simulator {
  /// A payment's time from its mark to `instant` went by at a desk.
  mutating func spendAtDesk(
    _ slot: Int32, _ desk: Int, _ cause: Cause, until instant: Instant,
    _ story: @autoclosure () -> String
  ) {
    guard world.gates.isInterrupted[desk] else {
      return spend(slot, cause, until: instant, story())
    }
    while payments[slot].mark < instant, !payments[slot].isCredited {
      let isDown = isInterrupted(desk, at: payments[slot].mark)
      var until = payments[slot].mark
      while until < instant, isInterrupted(desk, at: until) == isDown {
        until = min(world.timetables[desk].closure(at: until).until, instant)
      }
      spend(slot, isDown ? .outage : cause, until: until, isDown ? "its desk is down" : story())
    }
  }

  private func isInterrupted(_ desk: Int, at instant: Instant) -> Bool {
    world.timetables[desk].closure(at: instant).cause == .outage
  }

  /// The hours that bind the conversion of a payment.
  func exchangeHours(_ slot: Int32) -> Int {
    world.exchangeHours(of: world.lanes[Int(payments[slot].lane)].destination, model)
  }

  /// The mid rate of a lane's pair at an instant.
  func midRate(of lane: Lane, at instant: Instant) -> ExchangeRate {
    guard let given = lane.rate else { preconditionFailure("nothing to convert") }
    return world.rates.mid(given, at: instant, along: ratePath)
  }

  /// Whether a payment cannot be converted because the branch is down; the desk's own hours say
  /// so themselves.
  mutating func isHeldBeforeExchange(_ slot: Int32) -> Bool {
    guard model.exchange.hours == .market || model.exchange.outsideHours == .dealer else {
      return false
    }
    let branch = world.lanes[Int(payments[slot].lane)].destination
    return isHeld(slot, at: world.gates.presence[branch.place], toResume: .converting)
  }

  /// A payment's time from its mark to `instant` went by before and at its conversion.
  mutating func spendOnExchange(_ slot: Int32, until instant: Instant) {
    spendAtDesk(
      slot, exchangeHours(slot), .foreignExchange, until: instant,
      "waits for the exchange desk and is converted")
  }
}

/// What rails are asked of outages.
extension Simulator {
  /// Whether a ledger is down now, nothing leaves the payer's branch, or the payee's is down.
  func ledgerIsDown(_ kind: RailKind, _ lane: Lane) -> Bool {
    isShut(world.gates.ledgers[kind.place]) || isShut(world.gates.sending[lane.home.place])
      || isShut(world.gates.presence[lane.destination.place])
  }

  private func isShut(_ gate: Int?) -> Bool {
    gate.map { !world.timetables[$0].isOpen(at: now) } ?? false
  }

  /// Whether a system has an outage now.
  func isDown(_ system: SystemID) -> Bool {
    world.timetables[world.hours(of: system)].closure(at: now).cause == .outage
  }
}
