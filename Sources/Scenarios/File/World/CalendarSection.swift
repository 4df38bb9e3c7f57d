import Calendars
import Vocabulary

extension ScenarioReader {
  /// A date on the clock of whoever keeps the calendar.
  ///
  /// Whether it falls on a weekend does not matter; two of one date become one with both names.
  static let holidayShape = Shape(
    name: "holiday", description: "A day on which a calendar closes.",
    fields: [
      Field("date", .date, .required, "The day."),
      Field("name", .text, .means("holiday"), "Its name."),
    ])

  /// A calendar that is built on others (`based-on`: open where all of them are) or stands by
  /// itself on `years` and a weekend. A date outside of its years is an error that names the
  /// calendar, never a business day.
  ///
  /// Saturday and Sunday are the weekend where nothing is said (assumed); `weekend: []` is a
  /// calendar that rests on holidays only. A working day must be one of the weekend: on it banks
  /// work, as in China around the long holidays.
  static let calendarShape = Shape(
    name: "calendar", description: "A calendar of the scenario's own.",
    fields: [
      Field(
        "based-on", .list(.calendar), .leaves("the calendar starts from a weekend alone"),
        "Calendars that must all be open; its years and weekends are theirs."),
      Field(
        "years", .years, .leaves("those of based-on"),
        "The years for which its holidays are complete.", examples: ["2025-2027"]),
      Field(
        "weekend", .list(.weekday, atLeast: 0), .leaves("Saturday and Sunday, or that of based-on"),
        "The days of weekly rest."),
      Field("holidays", .list(.object(holidayShape)), .leaves("none"), "Its holidays."),
      Field(
        "working-days", .list(.date), .leaves("none"),
        "Days of the weekend on which banks work."),
      Field("ics", .file, .leaves("none"), "An iCalendar file with further holidays."),
    ])

  /// How many calendars of its own a scenario may have: each is a mark for every day of its years,
  /// up to 47,000 (1970 to 2099).
  static let mostCalendars = 1_000
  /// On how many calendars one may be based.
  static let mostBases = 100

  /// Reads extra holidays, then the scenario's own calendars, so that a calendar that is based on a
  /// published one has its extra holidays.
  ///
  /// A calendar may be based on those before it in the file; a later one is no name yet. Extra
  /// holidays of a name that no calendar has are reported last.
  mutating func readCalendars(_ root: Section) {
    let own = root.map("calendars")
    if let excess = own.dropFirst(ScenarioReader.mostCalendars).first {
      problems.add(excess.keyValue, "more than \(ScenarioReader.mostCalendars) calendars")
    }
    for entry in root.map("extra-holidays") {
      calendars.extraNames.append(entry.key)
      let extra = entry.value.list(.list(.object(ScenarioReader.holidayShape)), problems)
      calendars.extras[entry.key] = (extra.compactMap { holiday($0) }, entry.keyValue)
    }
    for entry in own.prefix(ScenarioReader.mostCalendars) {
      if PublishedCalendars.names.contains(entry.key) {
        problems.add(entry.keyValue, "a published calendar bears this name, expected another")
      }
      calendars.own[entry.key] = (readCalendar(entry), entry.keyValue)
      calendars.ownNames.append(entry.key)
    }
    for name in calendars.extraNames where !calendars.knows(name) {
      guard let extra = calendars.extras[name] else { continue }
      problems.add(
        extra.written, "no calendar of this name" + Nearest.hint(name, among: calendars.names))
    }
  }

  /// A calendar with its own holidays and those of its iCalendar file.
  ///
  /// - Returns: `nil` where something is refused, or no years are known.
  /// - Complexity: O(days of its years + holidays).
  private mutating func readCalendar(_ entry: YAMLValue.Entry) -> HolidayCalendar? {
    guard let section = Section(entry.value, as: ScenarioReader.calendarShape, problems) else {
      return nil
    }
    let base = baseCalendar(section)
    let years = section.read("years", ScenarioReader.years) ?? base?.years
    let holidays = section.list("holidays").compactMap { holiday($0) }
    let working = section.list("working-days").compactMap { date in
      date.read(.date, problems) { CivilDate($0) }
    }
    if section.has("based-on") {
      for key in ["years", "weekend", "working-days"] {
        guard let written = section[key] else { continue }
        problems.add(written, "given beside based-on, which brings its own")
      }
    }
    guard let years else {
      if !section.has("based-on"), !section.has("years") {
        problems.add(entry.keyValue, "no years, expected years or based-on")
      }
      return nil
    }
    let imported = importedHolidays(section, years)
    return reported(at: entry.keyValue) { () throws(CalendarError) in
      if let base { return try base.adding(holidays + imported, named: entry.key) }
      return try HolidayCalendar(
        name: entry.key, years: years, weekends: [WeekendRule(weekend(section))],
        holidays: holidays + imported, workingWeekends: working)
    }
  }

  /// The calendar on which all of `based-on` are open.
  ///
  /// - Returns: `nil` where none is named, where one is refused, and where they have no year in
  ///   common; that is reported.
  private mutating func baseCalendar(_ section: Section) -> HolidayCalendar? {
    let names = section.list("based-on")
    if let excess = names.dropFirst(ScenarioReader.mostBases).first {
      problems.add(excess, "more than \(ScenarioReader.mostBases) calendars to be based on")
      return nil
    }
    var parts: [HolidayCalendar] = []
    for name in names {
      if let part = calendar(name) { parts.append(part) }
    }
    guard let first = names.first, parts.count == names.count else { return nil }
    return reported(at: first) { () throws(CalendarError) in try HolidayCalendar.joint(parts) }
  }

  /// The days of weekly rest; Saturday and Sunday where nothing is said, none where the list is
  /// empty.
  private func weekend(_ section: Section) -> WeekdaySet {
    guard section.has("weekend") else { return .saturdayAndSunday }
    return WeekdaySet(
      (section["weekend"]?.items ?? []).compactMap { day in
        day.read(.weekday, problems) { Weekday($0) }
      })
  }

  /// A holiday whose source is the scenario file itself.
  private func holiday(_ written: YAMLValue) -> Holiday? {
    guard let section = Section(written, as: ScenarioReader.holidayShape, problems),
      let date = section.read("date", { CivilDate($0) }),
      let name = section.read("name", { ScenarioReader.text($0) })
    else { return nil }
    return Holiday(date: date, name: name, source: problems.file)
  }

  /// `2025-2027`, or one year, inside the years that zone rules are compiled for. The second year
  /// is included.
  private static func years(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.compactMap { ScenarioReader.whole(String($0), in: Zone.years) }
    guard (1...2).contains(parts.count), years.count == parts.count, let first = years.first,
      let last = years.last, first <= last
    else { return nil }
    return first...last
  }

  /// The result of a calendar's or a timetable's making, its error reported at a value.
  ///
  ///     closing-before-opening.yaml:5:72: branches.NYC.closes: close 08:00 is not after opening …
  func reported<Value>(at written: YAMLValue, _ make: () throws(CalendarError) -> Value) -> Value? {
    do { return try make() } catch {
      problems.add(written, error.description)
      return nil
    }
  }
}
