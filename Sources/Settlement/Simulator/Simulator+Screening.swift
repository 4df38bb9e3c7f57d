import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// Screening: an automatic check, and for an alert the review of a person.
extension Simulator {
  /// A payment is checked; an alert is reviewed in the hours that the model says.
  mutating func screen(_ slot: Int32) {
    let screening = model.screening
    let key = payments[slot].key
    payments[slot].stage = .screening
    var done = now + screening.check
    if isAlert(key) {
      let desk = world.reviewDesk(of: world.lanes[Int(payments[slot].lane)].home)
      let isWorking = screening.reviewHours == .working
      done =
        isWorking
        ? finished(reviewTime(of: key), from: done, at: desk) : done + reviewTime(of: key)
    }
    guard done > now else { return screened(slot) }
    continueLater(slot, at: done)
  }

  /// The check or the review is done.
  mutating func screened(_ slot: Int32) {
    spend(slot, .screening, "is screened")
    let key = payments[slot].key
    if isAlert(key), chance.uniform(.falseAlert, of: key) >= model.screening.falsePositiveShare {
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

  private func isAlert(_ key: PaymentKey) -> Bool {
    model.screening.alertRate > 0
      && chance.uniform(.screening, of: key) < model.screening.alertRate
  }

  /// How long a person works on an alert.
  private func reviewTime(of key: PaymentKey) -> TimeSpan {
    Simulator.span(
      ofSeconds: model.screening.review.quantile(chance.uniform(.reviewTime, of: key)))
  }
}
