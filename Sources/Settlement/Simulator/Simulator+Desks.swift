import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Desks: what goes by at them keeps its cause but for stretches in which the desk was kept from
/// its hours.
extension Simulator {
  /// A payment's time from the start of its segment to `instant` went by at a desk.
  mutating func spendAtDesk(
    _ slot: Slot, _ desk: TimetableID, _ cause: Cause, until instant: Instant,
    _ story: @autoclosure () -> String
  ) {
    guard world.disturbedHours.isInterrupted[desk] else {
      return spend(slot, cause, until: instant, story())
    }
    while payments[slot].segmentStart < instant, !payments[slot].isCredited {
      let isDown = isInterrupted(desk, at: payments[slot].segmentStart)
      var until = payments[slot].segmentStart
      while until < instant, isInterrupted(desk, at: until) == isDown {
        until = min(world.timetables[desk].closure(at: until).until, instant)
      }
      spend(slot, isDown ? .outage : cause, until: until, isDown ? "its desk is down" : story())
    }
  }

  private func isInterrupted(_ desk: TimetableID, at instant: Instant) -> Bool {
    world.timetables[desk].closure(at: instant).cause == .outage
  }

  /// The hours that bind the conversion of a payment.
  func exchangeHours(_ slot: Slot) -> TimetableID {
    world.exchangeHours(of: world.plans[payments[slot].plan].destination, model)
  }

  /// The mid rate of a plan's pair at an instant.
  func midRate(of plan: CorridorPlan, at instant: Instant) -> ExchangeRate {
    guard let given = plan.rate else { preconditionFailure("nothing to convert") }
    return world.rates.mid(given, at: instant, along: ratePath)
  }

  /// A payment's time from the start of its segment to `instant` went by before and at its
  /// conversion.
  mutating func spendOnExchange(_ slot: Slot, until instant: Instant) {
    spendAtDesk(
      slot, exchangeHours(slot), .foreignExchange, until: instant,
      "waits for the exchange desk and is converted")
  }
}
