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
    for _ in 0..<lines.count(.opening(timetable)) {
      guard let slot = lines.popFirst(.opening(timetable), in: payments) else { break }
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
    lines.append(slot, to: .opening(timetable), in: &payments)
  }
}
