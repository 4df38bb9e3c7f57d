import Bookkeeping
import Calendars
import EventKernel
import Liquidity
import Scenarios
import Vocabulary

/// Cycles: a clearing settles what has come in at times of the day, one by one or net.
extension Simulator {
  /// A cycle: each currency whose system is open settles.
  mutating func runCycle() {
    guard let settlement = clearing?.terms.settlement else { return }
    for currency in world.currencies.indices where clearingIsOpen(currency) {
      endWait(currency)
      switch settlement {
      case .gross: break
      case .batch: settleInOrder(currency)
      case .net(let cycles): settleNet(currency, finality: cycles.finality)
      }
    }
    clock.scheduleCycle()
  }

  /// Up to now payments waited for the cycle, from now on for money.
  private mutating func endWait(_ currency: Int) {
    for pool in world.poolsOfCurrency[currency] {
      for slot in clearing?.standing(pool) ?? [] {
        noteStanding(slot, in: pool, until: now)
        spendStanding(slot, until: now)
        payments[slot].stage = .standing
      }
    }
  }

  /// Lets the queues go in order, each as far as its money lasts, until nothing more moves.
  private mutating func settleInOrder(_ currency: Int) {
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for pool in world.poolsOfCurrency[currency] where maySend(from: pool) {
        if settleFirsts(of: pool, currency) { hasMoved = true }
      }
    }
  }

  /// Settles the greatest set by its net positions.
  private mutating func settleNet(_ currency: Int, finality: TimeSpan) {
    let barred = world.poolsOfCurrency[currency].filter { !maySend(from: $0) }
    guard let settled = clearing?.settleNet(in: currency, holding: barred), !settled.isEmpty else {
      return
    }
    var nets = [Int64](repeating: 0, count: world.poolsOfCurrency[currency].count)
    for slot in settled {
      leaveStanding(slot)
      let leg = nextLeg(slot)
      let amount = payments[slot].moving
      if let payer = leg.payer, let place = clearing?.participant(payer) { nets[place] -= amount }
      if let payee = leg.payee, let place = clearing?.participant(payee) { nets[place] += amount }
      payments[slot].stage = .awaitingFinality
    }
    let cycle = NetCycle(currency: currency, payments: settled, nets: nets)
    payDebits(of: cycle)
    guard finality > .zero, let held = clearing?.hold(cycle) else {
      return payCredits(of: cycle)
    }
    clock.schedule(.cycleFinal, held.place, at: now + finality, .liquidity)
  }

  /// A cycle is final: its credits can be spent.
  mutating func cycleIsFinal(_ place: CycleID) {
    if let cycle = clearing?.finish(place) { payCredits(of: cycle) }
  }

  /// Who has to pay net pays to the clearing.
  private mutating func payDebits(of cycle: NetCycle) {
    for (place, net) in cycle.nets.enumerated() where net < 0 { post(net, place, cycle.currency) }
    floatLess(by: cycle, isFinal: false)
  }

  /// The clearing pays who gets net; each payment goes on.
  private mutating func payCredits(of cycle: NetCycle) {
    for (place, net) in cycle.nets.enumerated() where net > 0 { post(net, place, cycle.currency) }
    for slot in cycle.payments { payDesk(slot, cycle.currency) }
    floatLess(by: cycle, isFinal: true)
    for slot in cycle.payments {
      float(slot, in: nextLeg(slot).payee, payments[slot].moving)
      noteTurnover(slot, cycle.currency)
      if let payer = nextLeg(slot).payer { noteStanding(slot, in: payer, until: now) }
      spendStanding(slot, until: now)
      goOnCleared(slot)
    }
  }

  private mutating func post(_ net: Int64, _ place: Int, _ currency: Int) {
    let pool = world.poolsOfCurrency[currency][place]
    treasury.payNet(net, of: pool, currency, Treasury.Slip(at: now))
    booked(pool, by: net)
    if net > 0 { lines.replenish(pool) }
  }

  /// What a payment brings to the exchange desk, which is no participant.
  private mutating func payDesk(_ slot: Int32, _ currency: Int) {
    guard nextLeg(slot).payee == nil else { return }
    treasury.creditTogether(
      payments[slot].moving, to: accounts.exchange(currency), currency, slip(payments[slot].key))
  }

  /// Notes what a payment of a net cycle moved between its ends.
  private mutating func noteTurnover(_ slot: Int32, _ currency: Int) {
    let (leg, amount) = (nextLeg(slot), payments[slot].moving)
    for (pool, moved) in [(leg.payer, -amount), (leg.payee, amount)] {
      guard let pool else { continue }
      treasury.noteTurnover(moved, in: pool, at: now)
    }
  }
}

/// The time of a payment in a clearing.
extension Simulator {
  /// A payment stood in a queue, or waited for its cycle, from its mark to `end`: closed stretches
  /// are night, weekend or holiday; after the cut-off, those of the closure that follows.
  mutating func spendStanding(_ slot: Int32, until end: Instant) {
    if payments[slot].stage == .awaitingFinality {
      return spend(slot, .processing, until: end, "waits for its cycle to become final")
    }
    if settlesWithTwin(slot) { return spendInTrade(slot, until: end) }
    let leg = nextLeg(slot)
    let timetable = world.hours(of: leg.system)
    let openCause: Cause = isShort(slot) ? .liquidity : .batch
    while payments[slot].mark < end, !payments[slot].isCredited {
      let (closure, next) = stretch(of: leg, from: payments[slot].mark)
      let (cause, until) = (closure ?? openCause, min(next, end))
      if register.writesJourneys {
        let story = story(ofStanding: cause, timetable)
        register.segment(slot, payments[slot], cause, until: until, story)
      }
      payments.spend(slot, on: cause, until: until)
    }
  }

  /// Why a leg's system does not settle from an instant on, `nil` where it does, and until when:
  /// after its cut-off for the closure that follows.
  func stretch(of leg: Leg, from instant: Instant) -> (cause: Cause?, until: Instant) {
    let timetable = world.timetables[world.hours(of: leg.system)]
    let (closure, next) = timetable.closure(at: instant)
    guard closure == nil, let window = timetable.window(at: instant),
      window.cutOff(leg.cutOff) < window.closes
    else { return (closure.map(Cause.init), next) }
    let cutOff = window.cutOff(leg.cutOff)
    guard instant >= cutOff else { return (nil, min(next, cutOff)) }
    guard next < timetable.covered.upperBound else { return (.night, next) }
    return (timetable.closure(at: next).cause.map(Cause.init) ?? .night, next)
  }

  private func story(ofStanding cause: Cause, _ timetable: Int) -> String {
    switch cause {
    case .liquidity: "waits for money in its pool"
    case .batch: "waits for the next cycle"
    default: world.story(ofWaitingFor: timetable, cause == .outage ? .outage : .night)
    }
  }
}
