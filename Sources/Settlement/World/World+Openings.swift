public import Calendars
public import Scenarios
public import Vocabulary

/// Hours as they turn out, disturbances cut out, and the clocks that people read.
extension World {
  /// The business hours of a branch.
  public func openings(of branch: BranchID) -> Timetable { timetables[hours(of: branch)] }

  /// The hours of a settlement system.
  public func openings(of system: SystemID) -> Timetable { timetables[hours(of: system)] }

  /// The hour of the week that a payer's clock shows, that of UTC for one outside: 0 for Monday's
  /// first, 167 for Sunday's last.
  func hourOfWeek(at instant: Instant, of payer: Party) -> UInt8 {
    let seconds =
      payer.branch.map { scenario.branches[$0.place].zone.offsetSeconds(at: instant) } ?? 0
    let local = instant.microseconds + Int64(seconds) * 1_000_000
    // 1970-01-01T00:00 was a Thursday, three days after a Monday's midnight.
    let week = TimeSpan.days(7).microseconds
    let inWeek = (local + TimeSpan.days(3).microseconds) % week
    return UInt8((inWeek + week) % week / TimeSpan.hour.microseconds)
  }
}
