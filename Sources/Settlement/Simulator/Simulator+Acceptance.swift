import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Acceptance: a branch takes an instruction before its customer cut-off, or holds it to its next
/// opening.
extension Simulator {
  /// A payment asks its branch to be taken.
  mutating func accept(_ slot: Slot) -> Next {
    let branch = world.plans[payments[slot].plan].home
    let timetable = world.hours(of: branch)
    payments[slot].stage = .accepting
    guard let window = clock.window(of: timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    switch CorrespondentRail.acceptance(at: now, in: window) {
    case .proceed: return .debit
    case .hold, .queue:
      if hasMissedCutOff(window, of: branch) { payments[slot].flags.insert(.missedCutOff) }
      return waitForOpening(slot, of: timetable)
    }
  }

  /// Whether now is a business day of a branch after its customer cut-off, closed or not.
  private func hasMissedCutOff(_ window: Window, of branch: BranchID) -> Bool {
    now >= window.customerCutOff
      || clock.isOfLaterDay(world.hours(of: branch)) && world.isBusinessDay(at: now, branch)
  }

  /// The payer is debited, and the payment goes to screening.
  mutating func debit(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    if case .branch(let payer) = plan.corridor.from {
      treasury.debitClient(payer, payment.owed, plan.currency, slip(payment.key))
      float(slot, in: plan.payerPool, payment.moving)
    }
    return screen(slot)
  }
}
