import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// Screening: an automatic check, and for an alert the review of a person.
extension Simulator {
  /// A payment is checked; an alert is reviewed in the hours that the model says.
  mutating func screen(_ slot: Int32) {
    let screening = screening(of: slot)
    let key = payments[slot].key
    payments[slot].stage = .screening
    var done = now + screening.check
    if alert(slot, screening) != .none {
      let time = reviewTime(of: key, screening)
      done =
        screening.reviewHours == .working
        ? finished(time, from: done, at: reviewDesk(slot)) : done + time
    }
    guard done > now else { return screened(slot) }
    continueLater(slot, at: done)
  }

  /// The check or the review is done.
  mutating func screened(_ slot: Int32) {
    let screening = screening(of: slot)
    let alert = alert(slot, screening)
    spendOnScreening(slot, screening, alert, until: now)
    let key = payments[slot].key
    // What a surge adds is false: it makes no payment guilty.
    if alert == .usual, chance.uniform(.falseAlert, of: key) >= screening.falsePositiveShare {
      return refuse(slot)
    }
    sendOff(slot)
  }

  /// A payment that has been screened leaves by its rail.
  private mutating func sendOff(_ slot: Int32) {
    let lane = world.lanes[Int(payments[slot].lane)]
    switch payments[slot].rail {
    case .correspondent where lane.route.from == .outside: settle(slot)
    case .correspondent: repairOrRelease(slot)
    case .tokenizedDeposit: mint(slot)
    case .interbankClearing: clear(slot)
    case .depositToken: askForMint(slot)
    case .stablecoin: release(slot)
    }
  }

  private func screening(of slot: Int32) -> Screening {
    screenings.terms(lane: payments[slot].lane, payments[slot].rail)
  }

  private func reviewDesk(_ slot: Int32) -> Int {
    world.reviewDesk(of: world.lanes[Int(payments[slot].lane)].home)
  }

  /// What the check says; a payment under screening has its start as its mark.
  private func alert(_ slot: Int32, _ screening: Screening) -> ScreeningTable.Alert {
    guard screening.alertRate > 0 || screenings.hasSurges else { return .none }
    let payment = payments[slot]
    let draw = chance.uniform(.screening, of: payment.key)
    return screenings.alert(draw, screening, world.lanes[Int(payment.lane)], at: payment.mark)
  }

  /// A payment's time from its mark to `instant` went by in screening; the review of an alert that
  /// only a surge raised is an outage, as is the time that a desk was kept from its hours.
  private mutating func spendOnScreening(
    _ slot: Int32, _ screening: Screening, _ found: ScreeningTable.Alert, until instant: Instant
  ) {
    let isAtDesk = found == .usual && screening.reviewHours == .working
    guard found == .surge || isAtDesk && world.gates.isInterrupted[reviewDesk(slot)] else {
      return spend(slot, .screening, until: instant, "is screened")
    }
    let checked = min(payments[slot].mark + screening.check, instant)
    spend(slot, .screening, until: checked, "is screened")
    if found == .surge {
      spend(slot, .outage, until: instant, "is reviewed because of a surge of alerts")
    } else {
      spendAtDesk(slot, reviewDesk(slot), .screening, until: instant, "is reviewed")
    }
  }

  /// A payment is still under screening at the horizon.
  mutating func spendOnScreening(_ slot: Int32, until horizon: Instant) {
    let screening = screening(of: slot)
    spendOnScreening(slot, screening, alert(slot, screening), until: horizon)
  }

  /// How long a person works on an alert.
  private func reviewTime(of key: PaymentKey, _ screening: Screening) -> TimeSpan {
    Simulator.span(ofSeconds: screening.review.quantile(chance.uniform(.reviewTime, of: key)))
  }
}
