public import Vocabulary

/// The all-day events of an iCalendar file (RFC 5545), as holidays.
///
/// Read are `VEVENT` with `DTSTART`, `DTEND` (the day after the last), `SUMMARY` and an `RRULE` of
/// `FREQ=YEARLY` and nothing else; of a date with a time the date alone counts. Other components
/// and properties are passed over, but for those that would change the dates.
public struct ICalendarFile: Hashable, Sendable {
  /// One event: the days from `start` up to `end`.
  public struct Event: Hashable, Sendable {
    /// The line on which the event begins, from 1.
    public let line: Int
    /// The first day.
    public let start: CivilDate
    /// The day after the last.
    public let end: CivilDate
    /// What it is called.
    public let summary: String
    /// Whether it returns on the same date every year.
    public let isYearly: Bool
  }

  /// The events in the order of the file.
  public let events: [Event]

  /// The largest text that is read, in bytes: 4 MB.
  public static let byteLimit = 4 << 20
  /// The longest event that is read, in days.
  static let longestEvent = 31
  /// The most events that are read.
  static let eventLimit = 5_000
  /// The most days that the events may take in all, those of a yearly one counted for every year.
  static let dayLimit = 100_000

  /// Reads a file.
  ///
  ///     DTSTART;VALUE=DATE:20260230
  ///     // throws: line 3: expected a date like 20260306, found '20260230'
  ///
  /// - Throws: `ICalendarError` with all problems, up to a hundred.
  /// - Complexity: O(n) in the bytes.
  public init(_ text: String) throws(ICalendarError) {
    guard text.utf8.count <= ICalendarFile.byteLimit else {
      throw ICalendarError([
        .init(
          line: 1, expected: "a file of at most \(ICalendarFile.byteLimit) bytes",
          found: "\(text.utf8.count)")
      ])
    }
    var parser = ICalendarParser()
    for line in ICalendarLine.all(in: text) where parser.problems.count < 100 { parser.take(line) }
    parser.finish()
    guard parser.problems.isEmpty else { throw ICalendarError(parser.problems) }
    events = parser.events
  }

  /// The holidays of the events in a range of years, one for each day, in order of their dates.
  ///
  /// A yearly event counts from its first year on; on 29 February in leap years alone.
  ///
  /// - Parameter source: Where the file comes from, for the source of each holiday.
  public func holidays(in years: ClosedRange<Int>, source: String) -> [Holiday] {
    var holidays: [Holiday] = []
    for event in events {
      for start in event.starts(in: years) {
        for place in 0..<(event.end - event.start) where years.contains((start + place).year) {
          holidays.append(Holiday(date: start + place, name: event.summary, source: source))
        }
      }
    }
    return HolidayCalendar.merged(holidays)
  }
}

extension ICalendarFile.Event {
  /// The first days of the event that can reach into a range of years.
  fileprivate func starts(in years: ClosedRange<Int>) -> [CivilDate] {
    guard isYearly else { return [start] }
    let (first, month, day) = start.components
    let low = max(first, years.lowerBound - 1)
    guard low <= years.upperBound else { return [] }
    return (low...years.upperBound).compactMap { CivilDate(year: $0, month: month, day: day) }
  }
}

/// What is wrong with an iCalendar file: every problem with its line.
public struct ICalendarError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One problem.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What should stand there.
    public let expected: String
    /// What stands there.
    public let found: String
    /// What to add, with its semicolon, where the reader of points of time says more; else empty.
    public let clause: String

    init(line: Int, expected: String, found: String, clause: String = "") {
      (self.line, self.expected, self.found, self.clause) = (line, expected, found, clause)
    }

    /// The problem as one sentence without a full stop.
    public var description: String {
      "line \(line): expected \(expected), found \(found)\(clause)"
    }
  }

  /// The problems in the order of their lines; at least one.
  public let problems: [Problem]

  init(_ problems: [Problem]) {
    self.problems = problems.sorted { $0.line < $1.line }
  }

  /// The problems, a line each.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
