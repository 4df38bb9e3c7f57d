import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

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

  /// A payment's time from its mark to `instant` went by before and at its conversion.
  mutating func spendOnExchange(_ slot: Int32, until instant: Instant) {
    spendAtDesk(
      slot, exchangeHours(slot), .foreignExchange, until: instant,
      "waits for the exchange desk and is converted")
  }
}
