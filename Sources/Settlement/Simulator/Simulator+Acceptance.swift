import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Acceptance: a branch takes an instruction before its customer cut-off, or holds it to its next
/// opening.
extension Simulator {
  /// A payment asks its branch to be taken.
  mutating func accept(_ slot: Int32) -> Next {
    let timetable = world.hours(of: world.plans[Int(payments[slot].plan)].home)
    payments[slot].stage = .accepting
    guard let window = clock.window(of: timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    switch CorrespondentRail.acceptance(at: now, in: window) {
    case .proceed: return .debit
    case .hold, .queue:
      if hasMissedCutOff(window, timetable) { payments[slot].flags.insert(.missedCutOff) }
      return waitForOpening(slot, of: timetable)
    }
  }

  /// Whether now is a business day of a branch after its customer cut-off, closed or not.
  private func hasMissedCutOff(_ window: Window, _ timetable: Int) -> Bool {
    now >= window.customerCutOff
      || clock.isOfLaterDay(timetable) && world.isBusinessDay(at: now, BranchID(timetable))
  }

  /// The payer is debited, and the payment goes to screening.
  mutating func debit(_ slot: Int32) -> Next {
    let payment = payments[slot]
    let plan = world.plans[Int(payment.plan)]
    if case .branch(let payer) = plan.corridor.from {
      treasury.debitClient(payer, payment.owed, plan.currency, slip(payment.key))
      float(slot, in: plan.payerPool, payment.moving)
    }
    return screen(slot)
  }
}
