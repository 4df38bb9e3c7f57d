import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Timetables: one self-renewing event each, and the waiting lines that they call up.
extension Simulator {
  /// The first window of a timetable that closes after now.
  ///
  /// - Complexity: O(1) amortised, since now never goes back.
  mutating func window(of timetable: Int) -> Window? {
    let end = world.firstWindow[timetable + 1]
    var place = windows[timetable]
    while place < end, world.windows[place].closes <= now { place += 1 }
    windows[timetable] = place
    return place < end ? world.windows[place] : nil
  }

  /// Schedules the next opening of a timetable after now, or the present one at the start.
  mutating func scheduleOpening(of timetable: Int) {
    let opening = nextOpening(of: timetable)
    guard opening < .distantFuture else { return }
    queue.schedule(
      at: opening, phase: .openings, kind: EventKind.opening.rawValue, entity: UInt32(timetable))
  }

  /// When a timetable opens next after now; `distantFuture` where it does not any more.
  func nextOpening(of timetable: Int) -> Instant {
    let end = world.firstWindow[timetable + 1]
    var place = windows[timetable]
    while place < end, world.windows[place].opens <= now { place += 1 }
    return place < end ? world.windows[place].opens : .distantFuture
  }

  /// When the next business day of a branch after now starts on its clock; `distantFuture` where
  /// none does any more.
  func nextDayStart(of branch: BranchID) -> Instant {
    let timetable = world.hours(of: branch)
    let end = world.firstWindow[timetable + 1]
    var place = windows[timetable]
    while place < end, world.dayStarts[place] <= now { place += 1 }
    return place < end ? world.dayStarts[place] : .distantFuture
  }

  /// The hours of a timetable begin: who waited for them goes on, by priority, then first in,
  /// first out.
  mutating func hoursBegin(timetable: Int) {
    _ = window(of: timetable)
    let line = Line.opening(timetable)
    for _ in 0..<lines.count(line) {
      guard let slot = lines.popFirst(line, in: payments) else { break }
      spendClosed(slot, timetable, openCause: nil)
      goOn(slot)
    }
    issuerOpens(timetable)
    moneyIsBack(at: timetable)
    scheduleOpening(of: timetable)
    clearingOpens(timetable: timetable)
  }

  /// When so much work is done that starts now or later, inside the hours of a desk.
  ///
  /// - Returns: `distantFuture` where the desk's compiled hours end before the work.
  func finished(_ work: TimeSpan, from start: Instant, at desk: Int) -> Instant {
    var rest = work
    for place in windows[desk]..<world.firstWindow[desk + 1] {
      let window = world.windows[place]
      guard window.closes > start else { continue }
      let begin = max(start, window.opens)
      if begin + rest <= window.closes { return begin + rest }
      rest = rest - (window.closes - begin)
    }
    return .distantFuture
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
