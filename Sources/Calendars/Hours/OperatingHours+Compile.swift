public import Vocabulary

extension OperatingHours {
  /// The windows of the value dates in a range.
  ///
  /// - Returns: One window for each day of operation on which the hours are effective.
  /// - Throws: `CalendarError.outsideYears` where the range, effective or not, or the business day
  ///   before it on which its first window opens, lies outside the calendar's years;
  ///   `outsideZoneYears` likewise.
  /// - Complexity: O(n) in the days of the range.
  public func compile(valueDates: ClosedRange<CivilDate>) throws(CalendarError) -> Timetable {
    _ = try days.status(of: valueDates.lowerBound)
    _ = try days.status(of: valueDates.upperBound)
    var builder = TimetableBuilder(hours: self)
    var date = valueDates.lowerBound
    while date <= valueDates.upperBound {
      try builder.append(date)
      date = date + 1
    }
    return try builder.finished(covering: nil)
  }

  /// Every window that overlaps a range of time, and the first after its end where the calendar
  /// and the effective dates reach it.
  ///
  /// A window that began before the range is taken whole.
  ///
  /// - Throws: `CalendarError.outsideYears` where a day outside the calendar's years might have a
  ///   window in the range, or would have to say why the system is closed.
  /// - Complexity: O(n) in the days of the range.
  public func compile(covering range: Range<Instant>) throws(CalendarError) -> Timetable {
    try windows(covering: range).finished(covering: range)
  }

  /// The stretches of a range in which the system is open.
  ///
  /// - Throws: `CalendarError.outsideYears` where a day outside the calendar's years might have a
  ///   window in the range.
  /// - Complexity: O(n) in the days of the range.
  public func openStretches(within range: Range<Instant>) throws(CalendarError) -> OpenStretches {
    OpenStretches(try windows(covering: range).windows, within: range)
  }

  /// Lays out every window that overlaps a range of time and the first after it.
  private func windows(covering range: Range<Instant>) throws(CalendarError) -> TimetableBuilder {
    var builder = TimetableBuilder(hours: self)
    var date = zone.local(of: range.lowerBound).date - 2
    while effectiveUntil.map({ date < $0 }) ?? true {
      if try instant(on: date, at: closes) > range.lowerBound {
        guard try canOpen(for: date, before: range.upperBound, last: builder.lastOperatingDay)
        else { break }
        try builder.append(date)
      }
      date = date + 1
    }
    try appendNext(from: date, to: &builder)
    return builder
  }

  /// Whether a window of a value date could open before an instant, were it a day of operation.
  private func canOpen(for date: CivilDate, before end: Instant, last: CivilDate?)
    throws(CalendarError) -> Bool
  {
    switch opening {
    case .sameDay: return try instant(on: date, at: opens) < end
    case .previousCalendarDay: return try instant(on: date - 1, at: opens) < end
    case .previousBusinessDay:
      // Every day after the last one of operation depends on its evening.
      let evening = if let last { last } else { try lastOperatingDay(before: date) }
      return try instant(on: evening, at: opens) < end
    }
  }

  private func lastOperatingDay(before date: CivilDate) throws(CalendarError) -> CivilDate {
    if let from = effectiveFrom, date <= from { return date - 1 }
    return try days.last(before: date)
  }

  /// Appends the first window from a date on; none where the calendar or the hours end before.
  private func appendNext(from date: CivilDate, to builder: inout TimetableBuilder)
    throws(CalendarError)
  {
    var date = date
    let count = builder.count
    while builder.count == count, days.calendar.covers(date), Zone.years.contains(date.year),
      effectiveUntil.map({ date < $0 }) ?? true
    {
      try builder.append(date)
      date = date + 1
    }
  }

  /// The instant of a local time, for the years of the zone.
  func instant(on date: CivilDate, at time: WallTime) throws(CalendarError) -> Instant {
    try resolved(on: date, at: time).instant
  }

  /// The instant of a local time and how it met the clock.
  func resolved(on date: CivilDate, at time: WallTime) throws(CalendarError)
    -> (instant: Instant, resolution: Zone.Resolution)
  {
    guard Zone.years.contains(date.year) else {
      throw .outsideZoneYears(zone: zone.identifier, years: Zone.years, date: date)
    }
    return zone.instant(on: date, at: time)
  }
}
