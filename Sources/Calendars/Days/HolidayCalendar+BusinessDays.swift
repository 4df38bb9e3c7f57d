public import Vocabulary

extension HolidayCalendar {
  /// The first business day after a date.
  ///
  /// - Throws: `CalendarError.outsideYears` where the search leaves the covered years.
  public func businessDay(after date: CivilDate) throws(CalendarError) -> CivilDate {
    try firstBusinessDay(from: date + 1, step: 1)
  }

  /// The last business day before a date.
  ///
  /// - Throws: `CalendarError.outsideYears` where the search leaves the covered years.
  public func businessDay(before date: CivilDate) throws(CalendarError) -> CivilDate {
    try firstBusinessDay(from: date - 1, step: -1)
  }

  /// A date moved to a business day as the convention says.
  ///
  /// - Throws: `CalendarError.outsideYears` where the search leaves the covered years.
  public func adjusted(_ date: CivilDate, _ convention: BusinessDayConvention)
    throws(CalendarError) -> CivilDate
  {
    switch convention {
    case .unadjusted: return date
    case .following: return try firstBusinessDay(from: date, step: 1)
    case .preceding: return try firstBusinessDay(from: date, step: -1)
    case .modifiedFollowing: return try adjustedInMonth(date, step: 1)
    case .modifiedPreceding: return try adjustedInMonth(date, step: -1)
    }
  }

  /// The value date `days` business days after a date: T+n.
  ///
  /// T+0 is the date itself or, where it is none, the next business day; T+n counts n business
  /// days on from the date, whether or not it is one itself, and T−n back (as QuantLib's
  /// `Calendar::advance` does).
  ///
  /// - Throws: `CalendarError.outsideYears` where the search leaves the covered years.
  public func valueDate(from date: CivilDate, days: Int) throws(CalendarError) -> CivilDate {
    guard days != 0 else { return try firstBusinessDay(from: date, step: 1) }
    var result = date
    for _ in 0..<days.magnitude {
      result = try firstBusinessDay(from: result + days.signum(), step: days.signum())
    }
    return result
  }

  /// The first business day met from a date on, the date included, day by day in one direction.
  private func firstBusinessDay(from date: CivilDate, step: Int) throws(CalendarError)
    -> CivilDate
  {
    var candidate = date
    while try !isBusinessDay(candidate) { candidate = candidate + step }
    return candidate
  }

  /// The first business day in one direction, or in the other where the month would change.
  private func adjustedInMonth(_ date: CivilDate, step: Int) throws(CalendarError) -> CivilDate {
    let moved = try firstBusinessDay(from: date, step: step)
    return moved.month == date.month ? moved : try firstBusinessDay(from: date, step: -step)
  }
}
