public import Vocabulary

/// The business days of a place or a settlement system, for stated years.
///
/// Outside its years a calendar throws; it never takes an unknown date for a business day.
/// The status of every covered day is laid out once, so a question is one array access and a copy
/// of the calendar is two references.
public struct HolidayCalendar: Sendable {
  /// The name: `TARGET`; of a joint calendar the names joined by `+`.
  public let name: String
  /// The years whose holidays are known.
  public let years: ClosedRange<Int>
  /// The weekend, which may change with time: ascending by `from`; empty for a joint calendar.
  public let weekends: [WeekendRule]
  /// The holidays in order of their dates, one a date; weekend days only where a source lists them.
  public let holidays: [Holiday]
  /// Days of the weekend on which banks work, ascending (China).
  public let workingWeekends: [CivilDate]
  /// The first covered day.
  let firstDay: CivilDate
  /// What is known of each covered day, from `firstDay` on; empty where every day is a business day.
  let flags: [DayFlags]

  init(
    name: String, years: ClosedRange<Int>, weekends: [WeekendRule], holidays: [Holiday],
    workingWeekends: [CivilDate], flags: [DayFlags]
  ) {
    (self.name, self.years, self.weekends) = (name, years, weekends)
    (self.holidays, self.workingWeekends, self.flags) = (holidays, workingWeekends, flags)
    firstDay = HolidayCalendar.firstDay(of: years.lowerBound)
  }

  /// The calendar of systems that never rest: every day of the years 1 to 9998 is a business day.
  public static let none = HolidayCalendar(
    name: "NONE", years: 1...9_998, weekends: [WeekendRule([])], holidays: [], workingWeekends: [],
    flags: [])

  /// The last covered day.
  public var lastDay: CivilDate { HolidayCalendar.firstDay(of: years.upperBound + 1) - 1 }

  /// The first of January of a year between 1 and 9999.
  static func firstDay(of year: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: 1, day: 1) else {
      preconditionFailure("calendars lie between the years 1 and 9998, not \(year)")
    }
    return date
  }
}

/// What is known of one day, as bits.
struct DayFlags: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// A day of the weekly rest.
  static let weekend = DayFlags(rawValue: 1)
  /// A listed holiday, on whichever day of the week.
  static let holiday = DayFlags(rawValue: 2)
  /// A day of the weekend on which banks work all the same.
  static let working = DayFlags(rawValue: 4)

  /// A holiday closes even a working weekend; a working weekend opens the weekend.
  var status: DayStatus {
    if contains(.working) { return contains(.holiday) ? .holiday : .business }
    if contains(.weekend) { return .weekend }
    return contains(.holiday) ? .holiday : .business
  }
}

extension HolidayCalendar {
  /// What the calendar says of a date.
  ///
  /// - Throws: `CalendarError.outsideYears` before and after the covered years.
  public func status(of date: CivilDate) throws(CalendarError) -> DayStatus {
    try flags(of: date).status
  }

  /// Whether banks work on a date.
  ///
  /// - Throws: `CalendarError.outsideYears` before and after the covered years.
  public func isBusinessDay(_ date: CivilDate) throws(CalendarError) -> Bool {
    try status(of: date) == .business
  }

  /// Whether a date lies in the covered years.
  public func covers(_ date: CivilDate) -> Bool { date >= firstDay && date <= lastDay }

  /// What is known of a date.
  func flags(of date: CivilDate) throws(CalendarError) -> DayFlags {
    guard covers(date) else { throw .outsideYears(calendar: name, years: years, date: date) }
    return flags.isEmpty ? [] : flags[date - firstDay]
  }
}
