import Calendars
import Vocabulary

extension ScenarioReader {
  /// Hours of a value date on the system's own clock. `closes` and the cut-offs may lie past
  /// midnight (`26:00` is 02:00 of the next day); `opens` lies on the value date or, as
  /// `opening-day` says, on the calendar or business day before. A window is half-open: what comes
  /// at the cut-off has missed it.
  ///
  /// Published examples: Fedwire opens at 21:00 on the calendar day before
  /// (`previous-calendar-day`), T2 at 19:30 on the business day before (`previous-business-day`, so
  /// the window of a Monday opens on Friday). Where `days` is given, holidays of the calendar still
  /// close, and a working weekend of the calendar does not open.
  static let systemShape = Shape(
    name: "system", description: "A settlement system of the scenario's own.",
    fields: [
      Field("currency", .currency, .required, "The currency that it settles."),
      Field("zone", .zone, .required, "The clock of its times."),
      Field(
        "calendar", .calendar, .required, "The calendar of its holidays.",
        examples: PublishedCalendars.names),
      Field(
        "days", .either([.weekdayRange, .list(.weekday)]), .leaves("the calendar's business days"),
        "The days of the week on which it runs but for holidays.", examples: ["Mon-Fri"]),
      Field("opens", .time, .required, "When it opens, on the day that opening-day names."),
      Field(
        "opening-day", .choice(["same-day", "previous-calendar-day", "previous-business-day"]),
        .means("same-day"), "On which day the window of a value date opens."),
      Field(
        "customer-cut-off", .timePastMidnight, .leaves("the close"),
        "From when on payments of customers miss the value date."),
      Field(
        "interbank-cut-off", .timePastMidnight, .leaves("the close"),
        "From when on payments between banks miss the value date."),
      Field("closes", .timePastMidnight, .required, "When it closes, on the value date."),
      Field("effective-from", .date, .leaves("always"), "The first value date of these hours."),
      Field(
        "effective-until", .date, .leaves("for ever"),
        "The first value date on which they hold no longer."),
      Field("source", .text, .means("given in the scenario"), "Where the hours are known from."),
    ])

  /// Reads the scenario's own systems; one that is refused keeps its name.
  mutating func readSystems(_ root: Section) {
    for entry in root.map("systems") {
      if PublishedSystems.names.contains(entry.key) {
        problems.add(entry.keyValue, "a published system bears this name, expected another")
      }
      systems.own[entry.key] = (readSystem(entry), entry.keyValue)
      systems.ownNames.append(entry.key)
    }
  }

  /// A system whose hours can be kept; that it opens before it closes is checked by
  /// `OperatingHours`.
  ///
  /// Cut-offs are held against the opening only where both lie on one day.
  ///
  /// - Returns: `nil` where a term is refused.
  private mutating func readSystem(_ entry: YAMLValue.Entry) -> SettlementSystem? {
    guard let section = Section(entry.value, as: ScenarioReader.systemShape, problems) else {
      return nil
    }
    let currency = section.read("currency") { Currency($0) }
    let zone = zone(section, "zone")
    let calendar = calendar(section, "calendar")
    let days = weekdays(section["days"])
    let opens = section.read("opens", ScenarioReader.timeOfDay)
    let closes = section.read("closes") { WallTime($0) }
    let customer = section.read("customer-cut-off") { WallTime($0) }
    let interbank = section.read("interbank-cut-off") { WallTime($0) }
    let opening = section.read("opening-day", ScenarioReader.opening)
    let from = section.read("effective-from") { CivilDate($0) }
    let until = section.read("effective-until") { CivilDate($0) }
    let source = section.read("source") { ScenarioReader.text($0) }
    guard let currency, let zone, let calendar, let opens, let closes, let opening else {
      return nil
    }
    if opening == .sameDay {
      checkCutOff(customer, "customer-cut-off", after: opens, section)
      checkCutOff(interbank, "interbank-cut-off", after: opens, section)
    }
    let rule: OperatingDays.Rule =
      days.map { .weekdays($0, workingWeekends: false) } ?? .businessDays
    let hours = reported(at: entry.keyValue) { () throws(CalendarError) in
      try OperatingHours(
        zone: zone, days: OperatingDays(calendar, rule), opening: opening, opens: opens,
        customerCutOff: customer ?? closes, interbankCutOff: interbank ?? closes, closes: closes,
        effectiveFrom: from, effectiveUntil: until)
    }
    return hours.map {
      SettlementSystem(name: entry.key, currency: currency, hours: $0, source: source ?? "")
    }
  }

  /// Checks that something can be in time: a cut-off at or before the opening lets nothing through.
  ///
  ///     systems.own.interbank-cut-off: found '07:30', expected a time after the opening, 08:00
  func checkCutOff(_ cutOff: WallTime?, _ key: String, after opens: WallTime, _ section: Section) {
    guard let cutOff, cutOff <= opens, let written = section[key] else { return }
    problems.add(written, "found \(written.found), expected a time after the opening, \(opens)")
  }

  /// The kind of an opening by its word in files.
  private static func opening(_ text: String) -> OpeningKind? {
    switch text {
    case "same-day": .sameDay
    case "previous-calendar-day": .previousCalendarDay
    case "previous-business-day": .previousBusinessDay
    default: nil
    }
  }

  /// A time before 24:00.
  static func timeOfDay(_ text: String) -> WallTime? {
    WallTime(text).flatMap { $0.seconds < 86_400 ? $0 : nil }
  }

  /// A time up to 24:00, as a day's end.
  static func endOfDay(_ text: String) -> WallTime? {
    WallTime(text).flatMap { $0.seconds <= 86_400 ? $0 : nil }
  }

  /// A range like `Mon-Fri`, or a list of days; `nil` where neither is given. `Fri-Mon` goes over
  /// the end of the week.
  private func weekdays(_ written: YAMLValue?) -> WeekdaySet? {
    guard let written else { return nil }
    if let items = written.items {
      return WeekdaySet(items.compactMap { day in day.read(.weekday, problems) { Weekday($0) } })
    }
    return written.read(.weekdayRange, problems) { WeekdaySet(range: $0) }
  }
}
