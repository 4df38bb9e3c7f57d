import Vocabulary

extension HolidayCalendar {
  /// The calendar on which all the given ones work: both currencies of a trade, both ends of a
  /// transfer.
  ///
  /// It covers the years that all cover. A day on which one of them rests is a weekend where one
  /// has its weekend, else a holiday.
  ///
  /// - Parameter calendars: At least one.
  /// - Throws: `CalendarError.noCommonYears`.
  public static func joint(_ calendars: [HolidayCalendar]) throws(CalendarError)
    -> HolidayCalendar
  {
    precondition(!calendars.isEmpty, "a joint calendar has at least one part")
    guard calendars.count > 1 else { return calendars[0] }
    let limited = calendars.filter { !$0.flags.isEmpty }
    guard limited.count > 1 else { return limited.first ?? calendars[0] }
    let low = limited.map(\.years.lowerBound).max() ?? 1
    let high = limited.map(\.years.upperBound).min() ?? 0
    guard low <= high else { throw .noCommonYears(calendars: limited.map(\.name)) }
    let first = firstDay(of: low)
    let last = firstDay(of: high + 1)
    let flags = (0..<(last - first)).map { place in
      jointFlags(limited.map { $0.flags[first + place - $0.firstDay] })
    }
    return HolidayCalendar(
      name: limited.map(\.name).joined(separator: "+"), years: low...high,
      weekends: [],
      holidays: merged(limited.flatMap(\.holidays).filter { $0.date >= first && $0.date < last }),
      workingWeekends: flags.indices.filter { flags[$0].contains(.working) }.map { first + $0 },
      flags: flags)
  }

  /// One day of several calendars: open where all are, closed by what closes one of them.
  private static func jointFlags(_ parts: [DayFlags]) -> DayFlags {
    if parts.allSatisfy({ $0.status == .business }) {
      return parts.contains { $0.contains(.working) } ? [.weekend, .working] : []
    }
    let rests = parts.contains { $0.status == .weekend }
    let feasts = parts.contains { $0.contains(.holiday) }
    return (rests ? DayFlags.weekend : []).union(feasts ? .holiday : [])
  }
}
