import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// The time of a payment in a clearing.
extension Simulator {
  /// Whether a new payment is a leg that settles with the other or not at all: both are cleared,
  /// whatever other rails there are.
  ///
  /// Where the model settles trades payment versus payment, and both legs are the bank's own.
  func settlesWithTwin(_ key: PaymentKey, on plan: CorridorPlan) -> Bool {
    guard clearing?.terms.paymentVersusPayment == true, plan.isInternal else { return false }
    let terms = world.flows.terms[key.flow]
    guard terms.isListed else { return terms.against != nil }
    return world.flows.listed[key.flow][key.number].leg != nil
  }

  /// Whether a payment is a leg that settles with the other or not at all.
  func settlesWithTwin(_ slot: Slot) -> Bool {
    let payment = payments[slot]
    return payment.trade != nil && payment.rail.traits.settlesTrades && !payment.isReturning
      && clearing?.terms.paymentVersusPayment == true
  }

  /// Whether a payment waits for money, not for its cycle.
  func isShort(_ slot: Slot) -> Bool { payments[slot].stage == .standing }

  /// A payment has waited inside its clearing since the start of its segment: for its pool's money,
  /// or for a cycle, the other leg of its trade or finality, which only the book of the days is
  /// told.
  mutating func noteStanding(_ slot: Slot, in pool: PoolID, until instant: Instant) {
    if isShort(slot), !settlesWithTwin(slot) {
      return noteQueued(slot, for: pool, until: instant)
    }
    let (start, amount) = (payments[slot].segmentStart, payments[slot].moving)
    treasury.noteHeld(amount, of: pool, from: start, until: instant)
  }

  /// A payment stood in a queue, or waited for its cycle, from the start of its segment to `end`:
  /// closed stretches are night, weekend or holiday; after the cut-off, those of the closure that
  /// follows.
  mutating func spendStanding(_ slot: Slot, until end: Instant) {
    if payments[slot].stage == .awaitingFinality {
      return spend(slot, .processing, until: end, "waits for its cycle to become final")
    }
    if settlesWithTwin(slot) { return spendInTrade(slot, until: end) }
    let leg = nextLeg(slot)
    let timetable = world.hours(of: leg.system)
    let openCause: Cause = isShort(slot) ? .liquidity : .batch
    while payments[slot].segmentStart < end, !payments[slot].isCredited {
      let (closure, next) = stretch(of: leg, from: payments[slot].segmentStart)
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
  ///
  /// - Returns: A cause for each instant at which the leg does not settle, and the end of that
  ///   stretch, which lies after `instant`.
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

  /// What is told of a wait in a clearing.
  private func story(ofStanding cause: Cause, _ timetable: TimetableID) -> String {
    switch cause {
    case .liquidity: "waits for money in its pool"
    case .batch: "waits for the next cycle"
    default: world.story(ofWaitingFor: timetable, cause == .outage ? .outage : .night)
    }
  }

  /// A leg waited for the other from the start of its segment to `end`: where its own system or
  /// that of the other is closed, for that; else for money, its own or that of the other.
  mutating func spendInTrade(_ slot: Slot, until end: Instant) {
    let trade = payments[slot].trade
    let own = nextLeg(slot)
    if let payer = own.payer { noteStanding(slot, in: payer, until: end) }
    let other = trade.flatMap { trades[$0].other(than: slot) }
    let twin = other.flatMap { payments[$0].trade == trade ? nextLeg($0) : nil } ?? own
    while payments[slot].segmentStart < end, !payments[slot].isCredited {
      let mine = stretch(of: own, from: payments[slot].segmentStart)
      let its = stretch(of: twin, from: payments[slot].segmentStart)
      let until = min(mine.until, its.until, end)
      let system = mine.cause == nil ? twin.system : own.system
      let cause = mine.cause ?? its.cause
      register.segment(
        slot, payments[slot], cause ?? .liquidity, until: until,
        cause == nil
          ? "waits for the money of both legs"
          : world.story(
            ofWaitingFor: world.hours(of: system), cause == .outage ? .outage : .night))
      payments.spend(slot, on: cause ?? .liquidity, until: until)
    }
  }
}
