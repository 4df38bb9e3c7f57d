import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Release: accepted payments leave a branch in batch runs.
extension Simulator {
  /// A payment waits for its branch's next release run, or leaves at once.
  mutating func release(_ slot: Slot) -> Next {
    payments[slot].stage = .releasing
    let branch = releasingBranch(slot)
    guard world.releases[branch.place] == nil else {
      lines.append(slot, to: .release(branch), in: &payments)
      return .rest
    }
    let timetable = world.disturbedHours.dispatch[branch.place]
    guard clock.isOpen(timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    return .depart
  }

  private func releasingBranch(_ slot: Slot) -> BranchID {
    let plan = world.plans[payments[slot].plan]
    return payments[slot].isReturning ? plan.destination : plan.home
  }
}
