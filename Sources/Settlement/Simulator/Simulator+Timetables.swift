import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Timetables: one self-renewing event each, and the waiting lines that they call up.
extension Simulator {
  /// The hours of a timetable begin: who waited for them goes on, by priority, then first in,
  /// first out.
  mutating func hoursBegin(timetable: Int) {
    _ = clock.window(of: timetable)
    let line = Line.opening(timetable)
    for _ in 0..<lines.count(line) {
      guard let slot = lines.popFirst(line, in: payments) else { break }
      spendClosed(slot, timetable, openCause: nil)
      goOn(slot)
    }
    issuerOpens(timetable)
    moneyIsBack(at: timetable)
    clock.scheduleOpening(of: timetable)
    clearingOpens(timetable: timetable)
  }

  /// Puts a payment in the line of those who wait for a timetable to open anew.
  mutating func waitForOpening(_ slot: Int32, of timetable: Int) {
    lines.append(slot, to: Line.opening(timetable), in: &payments)
  }
}

/// The numbering of the waiting lines: openings by timetable, then releases, postings and pools.
enum Line {
  /// Who waits for a timetable to open.
  static func opening(_ timetable: Int) -> Int { timetable }
}

extension Simulator {
  /// How many waiting lines a world needs.
  static func lineCount(_ world: World) -> Int {
    world.timetables.count + 2 * world.scenario.branches.count + world.scenario.pools.count
  }

  /// Who waits for a branch's release run.
  func releaseLine(_ branch: Int) -> Int { world.timetables.count + branch }
  /// Who waits for a branch's posting run.
  func postingLine(_ branch: Int) -> Int {
    world.timetables.count + world.scenario.branches.count + branch
  }
  /// Who waits for money in a pool.
  func poolLine(_ pool: Int) -> Int {
    world.timetables.count + 2 * world.scenario.branches.count + pool
  }
}
