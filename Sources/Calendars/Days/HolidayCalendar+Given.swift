public import Vocabulary

extension HolidayCalendar {
  /// A calendar from its parts, as a scenario gives them.
  ///
  /// - Parameters:
  ///   - years: The years for which the parts are complete, within 1 to 9998.
  ///   - weekends: Ascending by `from`; the first may start anywhere.
  ///   - holidays: In any order; two on one date become one with both names.
  ///   - workingWeekends: Days of the weekend on which banks work.
  /// - Throws: `CalendarError.impossibleCalendar` where a holiday or a working day lies outside
  ///   the years, or a working day is not one of the weekend.
  public init(
    name: String, years: ClosedRange<Int>, weekends: [WeekendRule], holidays: [Holiday],
    workingWeekends: [CivilDate] = []
  ) throws(CalendarError) {
    guard years.lowerBound >= 1, years.upperBound <= 9_998 else {
      throw .impossibleCalendar(
        calendar: name, reason: "covers years between 1 and 9998, not \(years)")
    }
    let first = HolidayCalendar.firstDay(of: years.lowerBound)
    let count = HolidayCalendar.firstDay(of: years.upperBound + 1) - first
    let flags = try HolidayCalendar.flags(
      HolidayCalendar.weekendFlags(of: weekends, first: first, count: count), from: first,
      adding: holidays, working: workingWeekends, of: name, years)
    self.init(
      name: name, years: years, weekends: weekends, holidays: HolidayCalendar.merged(holidays),
      workingWeekends: Set(workingWeekends).sorted(), flags: flags)
  }

  /// The calendar with further holidays and working weekends, under a new name.
  ///
  /// `NONE` so becomes a calendar of the years 1970 to 2099.
  ///
  /// - Throws: `CalendarError.impossibleCalendar` where a date lies outside the covered years, or a
  ///   working day is not one of the weekend.
  public func adding(
    _ extra: [Holiday], workingWeekends working: [CivilDate] = [], named newName: String
  ) throws(CalendarError) -> HolidayCalendar {
    guard !flags.isEmpty else {
      return try HolidayCalendar(
        name: newName, years: Zone.years, weekends: weekends, holidays: extra,
        workingWeekends: working)
    }
    let flags = try HolidayCalendar.flags(
      flags, from: firstDay, adding: extra, working: working, of: newName, years)
    return HolidayCalendar(
      name: newName, years: years, weekends: weekends,
      holidays: HolidayCalendar.merged(holidays + extra),
      workingWeekends: Set(workingWeekends + working).sorted(), flags: flags)
  }

  /// Flags holidays and working weekends, or says which lies where it cannot.
  private static func flags(
    _ flags: [DayFlags], from first: CivilDate, adding holidays: [Holiday], working: [CivilDate],
    of name: String, _ years: ClosedRange<Int>
  ) throws(CalendarError) -> [DayFlags] {
    var flags = flags
    let span = "\(years.lowerBound) to \(years.upperBound)"
    for date in working {
      guard flags.indices.contains(date - first), flags[date - first].contains(.weekend) else {
        throw .impossibleCalendar(
          calendar: name, reason: "working day \(date) is no weekend day of \(span)")
      }
      flags[date - first].insert(.working)
    }
    for holiday in holidays {
      guard flags.indices.contains(holiday.date - first) else {
        throw .impossibleCalendar(
          calendar: name, reason: "holiday \(holiday.date) lies outside \(span)")
      }
      flags[holiday.date - first].insert(.holiday)
    }
    return flags
  }

  /// The weekend days of `count` days from `first` on.
  private static func weekendFlags(of weekends: [WeekendRule], first: CivilDate, count: Int)
    -> [DayFlags]
  {
    (0..<count).map { place in
      let date = first + place
      let rule = weekends.last { rule in rule.from.map { $0 <= date } ?? true }
      return rule?.days.contains(date.weekday) == true ? .weekend : []
    }
  }

  /// The holidays by date, those of one date joined: names in alphabetical order, each once.
  static func merged(_ holidays: [Holiday]) -> [Holiday] {
    var rest = holidays.sorted { ($0.date, $0.name) < ($1.date, $1.name) }[...]
    var merged: [Holiday] = []
    while let first = rest.first {
      let group = rest.prefix { $0.date == first.date }
      rest = rest.dropFirst(group.count)
      merged.append(
        Holiday(
          date: first.date, name: joined(group.map(\.name), by: "; "),
          source: joined(group.map(\.source), by: " / ")))
    }
    return merged
  }

  /// The texts with what parts them, without empty ones and repetitions side by side.
  private static func joined(_ texts: [String], by separator: String) -> String {
    guard texts.count > 1 else { return texts.first ?? "" }
    var kept: [String] = []
    for text in texts where !text.isEmpty && text != kept.last { kept.append(text) }
    return kept.joined(separator: separator)
  }
}
