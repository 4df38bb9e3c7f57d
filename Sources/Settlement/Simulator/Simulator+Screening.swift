import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// Screening: an automatic check, and for an alert the review of a person.
extension Simulator {
  /// A payment is checked; an alert is reviewed in the hours that the model says.
  mutating func screen(_ slot: Slot) -> Next {
    let place = screening(of: slot)
    payments[slot].stage = .screening
    payments[slot].alert = alert(slot, place)
    var done = now + screenings.terms[place].check
    if payments[slot].alert != .none {
      let time = reviewTime(of: payments[slot].key, place)
      done =
        screenings.terms[place].reviewHours == .working
        ? clock.finished(time, from: done, at: reviewDesk(slot)) : done + time
    }
    guard done > now else { return .screened }
    return continueLater(slot, at: done)
  }

  /// The check or the review is done: a guilty payment is refused, any other leaves by its rail.
  mutating func screened(_ slot: Slot) -> Next {
    // What a surge adds is false: it makes no payment guilty.
    if payments[slot].alert == .usual,
      chance.uniform(.falseAlert, of: payments[slot].key)
        >= screenings.terms[screening(of: slot)].falsePositiveShare
    {
      return .refuse
    }
    return payments[slot].rail.screened(on: world.plans[payments[slot].plan])
  }

  /// The place of the terms of a payment's screening.
  ///
  /// This and `alert` change nothing; they are mutating because the compiler copies the simulator
  /// for a call that only borrows it (measured: a tenth of the time of a run).
  private mutating func screening(of slot: Slot) -> Int {
    screenings.place(plan: payments[slot].plan, payments[slot].rail)
  }

  private mutating func reviewDesk(_ slot: Slot) -> TimetableID {
    world.reviewDesk(of: world.plans[payments[slot].plan].home)
  }

  /// What the check says; the segment of a payment under screening starts with it.
  private mutating func alert(_ slot: Slot, _ place: Int) -> ScreeningTable.Alert {
    guard screenings.mayAlert(place) else { return .none }
    let draw = chance.uniform(.screening, of: payments[slot].key)
    return screenings.alert(
      draw, place, world.plans[payments[slot].plan], at: payments[slot].segmentStart)
  }

  /// A payment's time from the start of its segment to `instant` went by in screening; the review
  /// of an alert that only a surge raised is an outage, as is the time that a desk was kept from
  /// its hours.
  private mutating func spendOnScreening(
    _ slot: Slot, _ place: Int, _ found: ScreeningTable.Alert, until instant: Instant
  ) {
    let isAtDesk = found == .usual && screenings.terms[place].reviewHours == .working
    guard found == .surge || isAtDesk && world.disturbedHours.isInterrupted[reviewDesk(slot)] else {
      return spend(slot, .screening, until: instant, "is screened")
    }
    let checked = min(payments[slot].segmentStart + screenings.terms[place].check, instant)
    spend(slot, .screening, until: checked, "is screened")
    if found == .surge {
      spend(slot, .outage, until: instant, "is reviewed because of a surge of alerts")
    } else {
      spendAtDesk(slot, reviewDesk(slot), .screening, until: instant, "is reviewed")
    }
  }

  /// A payment's time from the start of its segment, the start of its screening, to an instant went
  /// by in it.
  mutating func spendOnScreening(_ slot: Slot, until instant: Instant) {
    spendOnScreening(slot, screening(of: slot), payments[slot].alert, until: instant)
  }

  /// How long a person works on an alert.
  private mutating func reviewTime(of key: PaymentKey, _ place: Int) -> TimeSpan {
    drawn(screenings.terms[place].review, chance.uniform(.reviewTime, of: key))
  }
}
