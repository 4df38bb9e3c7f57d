package import Calendars
package import Scenarios
package import Vocabulary

/// A week of branches and systems as text of 80 columns: a line for each and day, half an hour a
/// column, under the hours of UTC and of the branch's own clock.
///
/// A column shows the middle of its half hour.
package struct WeekPicture {
  /// The first day, UTC.
  package let start: CivilDate
  /// The branches with their rows, in the order in which they are drawn.
  package let branches: [BranchRows]

  /// A picture of a week.
  package init(start: CivilDate, branches: [BranchRows]) {
    (self.start, self.branches) = (start, branches)
  }

  /// A branch with its own hours and those of the systems in which it settles.
  package struct BranchRows {
    /// Whose clock and holidays stand above the rows.
    package let branch: Branch
    /// Its own hours first, then those of its systems.
    package let rows: [Row]

    /// A branch with its rows.
    package init(branch: Branch, rows: [Row]) { (self.branch, self.rows) = (branch, rows) }
  }

  /// Somebody's hours.
  package struct Row {
    /// The short name of the branch, or the name of the system.
    package let name: String
    /// Its windows, compiled over the whole week.
    package let timetable: Timetable

    /// The hours of a name.
    package init(name: String, timetable: Timetable) {
      (self.name, self.timetable) = (name, timetable)
    }
  }

  /// How many days are drawn.
  package static let days = 7
  private static let labelWidth = 20
  private static let columns = 48

  /// The whole picture, lines ended by LF.
  package var text: String {
    let days = (0..<WeekPicture.days).map { start + $0 }
    let lines = days.flatMap { [title(of: $0), hours(of: $0, .utc, "UTC")] + drawn($0) + [""] }
    return (lines + [WeekPicture.legend]).map(WeekPicture.trimmed).joined(separator: "\n") + "\n"
  }

  private static let legend =
    "█ open   ░ open, past the customer cut-off   · closed   a column is half an hour"

  /// The line without the blanks at its end.
  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// `Mon 2026-03-09   New York: Presidents' Day`
  private func title(of date: CivilDate) -> String {
    var title = "\(date.weekday.abbreviation) \(date)"
    for rows in branches {
      let holiday = rows.branch.calendar.holidays.first { $0.date == date }
      if let holiday {
        title += "   \(rows.branch.title): \(holiday.name.isEmpty ? "holiday" : holiday.name)"
      }
    }
    return String(title.prefix(80))
  }

  private func drawn(_ date: CivilDate) -> [String] {
    branches.flatMap { rows in
      [hours(of: date, rows.branch.zone, rows.branch.title)] + rows.rows.map { line($0, date) }
    }
  }

  /// The hours that a clock shows at every third hour of UTC, and the minutes where it has some.
  ///
  /// The offset is looked at at midnight and three hours after each tick, so that a clock that moves within the
  /// day is told at the end of the line.
  private func hours(of date: CivilDate, _ zone: Zone, _ name: String) -> String {
    var line = ""
    var changes = false
    let offset = zone.offsetSeconds(at: date.startOfDayUTC)
    for hour in stride(from: 0, to: 24, by: 3) {
      let instant = date.startOfDayUTC + .hours(Int64(hour))
      let seconds = Int32(zone.local(of: instant).microsecondsOfDay / 1_000_000)
      let minutes = seconds / 60 % 60
      let label =
        "\(seconds / 3_600)" + (minutes == 0 ? "" : ":\(minutes < 10 ? "0" : "")\(minutes)")
      line += WeekPicture.padded(label, 6)
      changes = changes || zone.offsetSeconds(at: instant + .hours(3)) != offset
    }
    return WeekPicture.label(name) + line + (changes ? "clock moves" : "")
  }

  private func line(_ row: Row, _ date: CivilDate) -> String {
    let cells = (0..<WeekPicture.columns).map { column in
      let middle = date.startOfDayUTC + .minutes(Int64(column) * 30 + 15)
      guard let window = row.timetable.window(at: middle) else { return "·" }
      return middle < window.customerCutOff ? "█" : "░"
    }
    return WeekPicture.label("  " + row.name) + cells.joined()
  }

  private static func label(_ text: String) -> String {
    padded(text.count < labelWidth ? text : String(text.prefix(labelWidth - 2)) + "…", labelWidth)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
