public import Vocabulary

/// What stops a calendar, a zone or a set of hours from giving an answer.
public enum CalendarError: Error, Hashable, Sendable {
  /// The date lies outside the years for which the calendar knows its holidays.
  case outsideYears(calendar: String, years: ClosedRange<Int>, date: CivilDate)
  /// The date lies outside the years for which the zone's clock is known.
  case outsideZoneYears(zone: String, years: ClosedRange<Int>, date: CivilDate)
  /// No zone has this identifier.
  case unknownZone(String, nearest: String?)
  /// The calendars have no year in common.
  case noCommonYears(calendars: [String])
  /// A given calendar contradicts itself; the sentence says how.
  case impossibleCalendar(calendar: String, reason: String)
  /// Given hours contradict themselves; the sentence says how.
  case impossibleHours(reason: String)
}

extension CalendarError: CustomStringConvertible {
  /// The error as one sentence without a full stop.
  public var description: String {
    switch self {
    case .outsideYears(let calendar, let years, let date):
      return "calendar \(calendar) covers \(years.lowerBound) to \(years.upperBound), not \(date)"
    case .outsideZoneYears(let zone, let years, let date):
      return
        "the clock of \(zone) is known for \(years.lowerBound) to \(years.upperBound), not \(date)"
    case .unknownZone(let identifier, let nearest):
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ", such as 'Europe/London'"
      return "no time zone '\(identifier)': expected an IANA identifier\(hint)"
    case .noCommonYears(let calendars):
      return "calendars \(calendars.joined(separator: ", ")) have no year in common"
    case .impossibleCalendar(let calendar, let reason):
      return "calendar \(calendar): \(reason)"
    case .impossibleHours(let reason):
      return reason
    }
  }
}
