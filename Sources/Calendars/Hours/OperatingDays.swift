public import Vocabulary

/// The dates on which a system or a branch operates: a calendar, read in one of two ways.
public struct OperatingDays: Sendable {
  /// How the calendar is read.
  public enum Rule: Hashable, Sendable {
    /// The business days of the calendar, weekend and all.
    case businessDays
    /// These days of the week but for the calendar's holidays, whatever its weekend is; with its
    /// working weekends if so stated.
    case weekdays(WeekdaySet, workingWeekends: Bool)
  }

  /// Where the holidays come from.
  public let calendar: HolidayCalendar
  /// How the calendar is read.
  public let rule: Rule

  /// The dates of `calendar` under `rule`.
  public init(_ calendar: HolidayCalendar, _ rule: Rule = .businessDays) {
    (self.calendar, self.rule) = (calendar, rule)
  }

  /// What a date is: a day of operation (`business`), one of weekly rest, or a holiday.
  ///
  /// - Throws: `CalendarError.outsideYears` outside the calendar's years.
  public func status(of date: CivilDate) throws(CalendarError) -> DayStatus {
    let flags = try calendar.flags(of: date)
    guard case .weekdays(let days, let workingWeekends) = rule else { return flags.status }
    if workingWeekends, flags.contains(.working) { return flags.status }
    guard days.contains(date.weekday) else { return .weekend }
    return flags.contains(.holiday) ? .holiday : .business
  }

  /// Whether a date is one of operation.
  ///
  /// - Throws: `CalendarError.outsideYears` outside the calendar's years.
  public func contains(_ date: CivilDate) throws(CalendarError) -> Bool {
    try status(of: date) == .business
  }

  /// The last date of operation before a date.
  ///
  /// - Throws: `CalendarError.outsideYears` where the search leaves the calendar's years.
  public func last(before date: CivilDate) throws(CalendarError) -> CivilDate {
    var candidate = date - 1
    while try !contains(candidate) { candidate = candidate - 1 }
    return candidate
  }
}

extension OperatingDays.Rule: CustomStringConvertible {
  /// Reads days of the week as `description` writes them, and in no other way.
  ///
  /// - Returns: `nil` for `business days` too, which are no days of the week.
  init?(written text: String) {
    let tail = "+working weekends"
    let workingWeekends = text.hasSuffix(tail)
    let days = workingWeekends ? text.dropLast(tail.count) : text[...]
    let listed = days.split(separator: ",").compactMap { Weekday($0) }
    self = .weekdays(
      WeekdaySet(range: days) ?? WeekdaySet(listed), workingWeekends: workingWeekends)
    guard !days.isEmpty, description == text else { return nil }
  }

  /// The rule as the table of published systems writes it: `Mon-Fri`, `Mon-Fri+working weekends`.
  public var description: String {
    guard case .weekdays(let set, let workingWeekends) = self else { return "business days" }
    let days = set.days
    let isRun = days.count < 2 || days.count == days[days.count - 1].rawValue - days[0].rawValue + 1
    let fromSunday = set.contains(.sunday) && set.contains(.monday) && !set.contains(.saturday)
    let names = days.map(\.abbreviation)
    let text: String
    if isRun, let first = names.first, let last = names.last, first != last {
      text = "\(first)-\(last)"
    } else if fromSunday, days.dropLast().last?.rawValue == days.count - 1 {
      text = "Sun-\(names[days.count - 2])"
    } else {
      text = names.joined(separator: ",")
    }
    return workingWeekends ? text + "+working weekends" : text
  }
}
