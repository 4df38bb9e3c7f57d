import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// The journey: every microsecond of a payment's life gets its one cause.
extension Simulator {
  /// A payment's time from its mark to now had this cause.
  mutating func spend(_ slot: Int32, _ cause: Cause, _ story: @autoclosure () -> String) {
    spend(slot, cause, until: now, story())
  }

  mutating func spend(
    _ slot: Int32, _ cause: Cause, until instant: Instant, _ story: @autoclosure () -> String
  ) {
    guard !payments[slot].isCredited else { return }
    register.segment(slot, payments[slot], cause, until: instant, story())
    payments.spend(slot, on: cause, until: instant)
  }

  /// A payment waited for a timetable from its mark to now: closed stretches are night, weekend
  /// or holiday; open ones have `openCause`, or that of the closed stretch they lead to.
  mutating func spendClosed(_ slot: Int32, _ timetable: Int, openCause: Cause?) {
    spendClosed(slot, timetable, openCause: openCause, until: now)
  }

  mutating func spendClosed(
    _ slot: Int32, _ timetable: Int, openCause: Cause?, until end: Instant
  ) {
    while payments[slot].mark < end, !payments[slot].isCredited {
      let (closure, until) = world.timetables[timetable].closure(at: payments[slot].mark)
      let cause =
        closure.map(Cause.init) ?? openCause ?? leadingTo(timetable, from: until, before: end)
      let stretch = min(until, end)
      if register.writesJourneys {
        let story = world.story(ofWaitingFor: timetable, closure)
        register.segment(slot, payments[slot], cause, until: stretch, story)
      }
      payments.spend(slot, on: cause, until: stretch)
    }
  }

  /// The closure that an open stretch leads to, after a missed cut-off.
  private func leadingTo(_ timetable: Int, from instant: Instant, before end: Instant) -> Cause {
    guard instant < end else { return .night }
    return world.timetables[timetable].closure(at: instant).cause.map(Cause.init) ?? .night
  }

  /// A payment is still under way at the horizon: its last stretch has the cause of its stage.
  mutating func spendWaiting(_ slot: Int32, until horizon: Instant) {
    let lane = world.lanes[Int(payments[slot].lane)]
    let isReturning = payments[slot].isReturning
    switch payments[slot].stage {
    case .accepting:
      spendClosed(slot, world.hours(of: lane.home), openCause: nil, until: horizon)
    case .releasing:
      let branch = isReturning ? lane.destination : lane.home
      spendClosed(slot, world.gates.dispatch[branch.place], openCause: .batch, until: horizon)
    case .posting:
      let branch = isReturning ? lane.home : lane.destination
      spendClosed(slot, world.hours(of: branch), openCause: .posting, until: horizon)
    case .settling:
      spendClosed(slot, world.hours(of: nextLeg(slot).system), openCause: nil, until: horizon)
    case .standing, .awaitingCycle, .awaitingFinality: spendStanding(slot, until: horizon)
    case .screening: spendOnScreening(slot, until: horizon)
    case .queueing: spend(slot, .liquidity, until: horizon, "waits for money in its pool")
    case .travelling: spendTravelling(slot, until: horizon)
    case .repairing:
      spendClosed(
        slot, world.reviewDesk(of: lane.home), openCause: .processing, until: horizon)
    case .handling:
      spendClosed(
        slot, world.reviewDesk(of: lane.destination), openCause: .processing, until: horizon)
    case .delivering: spend(slot, .foreignExchange, until: horizon, "waits for its value date")
    case .changing: spendOnChange(slot, until: horizon)
    case .investigating: spend(slot, .processing, until: horizon, "the payee's side looks into it")
    case .converting: spendOnExchange(slot, until: horizon)
    case .unanswered: spend(slot, .outage, until: horizon, "a step gets no answer")
    case .held: spend(slot, .outage, until: horizon, "is held until a disturbance ends")
    case .awaitingMint, .awaitingRedemption: spendAtIssuer(slot, until: horizon)
    case .mintingOnChain, .preconfirming, .including, .finalising, .reorganising, .redeeming,
      .minting, .transferring, .burning, .undoing:
      spend(slot, .network, until: horizon, "waits for its block")
    }
  }

  /// Schedules the end of a payment's present work.
  mutating func continueLater(_ slot: Int32, at instant: Instant) {
    guard instant < world.scenario.experiment.horizon else { return }
    clock.schedule(.step, Int(slot), at: instant, .releases)
  }

  /// The present work of a payment is done.
  mutating func continuePayment(_ slot: Int32) {
    register.step()
    switch payments[slot].stage {
    case .screening: screened(slot)
    case .repairing: repaired(slot)
    case .delivering: delivered(slot)
    case .changing: changed(slot)
    case .handling: handled(slot)
    case .travelling: travelled(slot)
    case .minting: minted(slot)
    case .transferring: transferred(slot)
    case .burning: burned(slot)
    case .undoing: undone(slot)
    case .unanswered: timedOut(slot)
    case .converting: converted(slot)
    case .investigating: investigated(slot)
    case .mintingOnChain: mintedOnChain(slot)
    case .preconfirming: preconfirmed(slot)
    case .including: included(slot)
    case .finalising: finalised(slot)
    case .reorganising: reorganised(slot)
    case .redeeming: redeemedOnChain(slot)
    case .accepting, .releasing, .settling, .queueing, .posting, .standing, .awaitingCycle,
      .awaitingFinality, .awaitingMint, .awaitingRedemption, .held:
      preconditionFailure("a payment that waits in a line was called by a clock")
    }
  }

  /// Who waited for an opening goes on with what it waited for.
  mutating func goOn(_ slot: Int32) {
    register.step()
    switch payments[slot].stage {
    case .accepting: accept(slot)
    case .releasing: depart(slot)
    case .settling where payments[slot].rail == .interbankClearing: clear(slot)
    case .settling: settle(slot)
    case .posting: posted(slot)
    case .awaitingMint: askForMint(slot)
    case .awaitingRedemption: askForRedemption(slot)
    case .held: resume(slot)
    default: preconditionFailure("only gates wait for an opening")
    }
  }
}

extension Cause {
  /// The cause of a closed stretch.
  init(_ closure: Closure) {
    switch closure {
    case .night: self = .night
    case .weekend: self = .weekend
    case .holiday: self = .holiday
    case .outage: self = .outage
    }
  }
}
