import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// The journey: every microsecond of a payment's life gets its one cause.
extension Simulator {
  /// A payment's time from the start of its segment to now had this cause.
  mutating func spend(_ slot: Slot, _ cause: Cause, _ story: @autoclosure () -> String) {
    spend(slot, cause, until: now, story())
  }

  mutating func spend(
    _ slot: Slot, _ cause: Cause, until instant: Instant, _ story: @autoclosure () -> String
  ) {
    guard !payments[slot].isCredited else { return }
    register.segment(slot, payments[slot], cause, until: instant, story())
    payments.spend(slot, on: cause, until: instant)
  }

  /// A payment waited for a timetable from the start of its segment to now: closed stretches are
  /// night, weekend or holiday; open ones have `openCause`, or that of the closed stretch they lead
  /// to.
  mutating func spendClosed(_ slot: Slot, _ timetable: TimetableID, openCause: Cause?) {
    spendClosed(slot, timetable, openCause: openCause, until: now)
  }

  mutating func spendClosed(
    _ slot: Slot, _ timetable: TimetableID, openCause: Cause?, until end: Instant
  ) {
    while payments[slot].segmentStart < end, !payments[slot].isCredited {
      let (closure, until) = world.timetables[timetable].closure(at: payments[slot].segmentStart)
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
  private func leadingTo(_ timetable: TimetableID, from instant: Instant, before end: Instant)
    -> Cause
  {
    guard instant < end else { return .night }
    return world.timetables[timetable].closure(at: instant).cause.map(Cause.init) ?? .night
  }

  /// Puts a payment in the line of those who wait for a timetable to open anew, where it rests.
  ///
  /// An opening that never comes leaves it open, which counts as late.
  mutating func waitForOpening(_ slot: Slot, of timetable: TimetableID) -> Next {
    lines.append(slot, to: .opening(timetable), in: &payments)
    return .rest
  }

  /// Schedules the end of a payment's present work; it rests till then.
  ///
  /// Nothing is scheduled past the horizon: the payment is open there.
  ///
  /// - Parameter instant: No earlier than now.
  mutating func continueLater(_ slot: Slot, at instant: Instant) -> Next {
    guard instant < world.scenario.experiment.horizon else { return .rest }
    clock.schedule(.step, slot.place, at: instant, .releases)
    return .rest
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
