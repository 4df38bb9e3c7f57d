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
      return lines.append(slot, to: releaseLine(branch.place), in: &payments)
    }
    let timetable = world.gates.dispatch[branch.place]
    guard clock.isOpen(timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    depart(slot)
  }

  /// Everything in the line of a branch leaves, by priority, then first in, first out.
  mutating func releaseRun(branch: Int) {
    let line = releaseLine(branch)
    for _ in 0..<lines.count(line) {
      guard let slot = lines.popFirst(line, in: payments) else { break }
      record.stepCount &+= 1
      spendClosed(slot, world.gates.dispatch[branch], openCause: .batch)
      depart(slot)
    }
    for pool in world.poolsOfBranch[branch] where lines.count(poolLine(pool.place)) > 0 {
      suspectGridlock(of: pool)
    }
    clock.scheduleRelease(of: branch)
  }

  private func releasingBranch(_ slot: Int32) -> BranchID {
    let lane = world.lanes[Int(payments[slot].lane)]
    return payments[slot].isReturning ? lane.destination : lane.home
  }
}
