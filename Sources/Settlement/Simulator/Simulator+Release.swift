import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Release: accepted payments leave a branch in batch runs.
extension Simulator {
  /// A payment waits for its branch's next release run, or leaves at once.
  mutating func release(_ slot: Int32) {
    payments[slot].stage = .releasing
    let branch = releasingBranch(slot)
    guard world.releases[branch.place] == nil else {
      return lines.append(slot, to: .release(branch.place), in: &payments)
    }
    let timetable = world.gates.dispatch[branch.place]
    guard clock.isOpen(timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    depart(slot)
  }

  /// Everything in the line of a branch leaves, by priority, then first in, first out.
  mutating func releaseRun(branch: Int) {
    for _ in 0..<lines.count(.release(branch)) {
      guard let slot = lines.popFirst(.release(branch), in: payments) else { break }
      register.step()
      spendClosed(slot, world.gates.dispatch[branch], openCause: .batch)
      depart(slot)
    }
    for pool in world.poolsOfBranch[branch] where lines.count(.money(pool)) > 0 {
      suspectGridlock(of: pool)
    }
    clock.scheduleRelease(of: branch)
  }

  private func releasingBranch(_ slot: Int32) -> BranchID {
    let lane = world.lanes[Int(payments[slot].lane)]
    return payments[slot].isReturning ? lane.destination : lane.home
  }
}
