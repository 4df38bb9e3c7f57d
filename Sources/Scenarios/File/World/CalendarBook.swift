import Calendars
import Vocabulary

/// The calendars that a scenario can name: its own and the published, with extra holidays.
///
/// A name is looked up among the scenario's own first; an own calendar of a published name was
/// reported before. Extra holidays belong to the name: whoever asks for it, another calendar that
/// is based on it too, gets them.
struct CalendarBook {
  /// The scenario's own by name, `nil` where one is refused.
  var own: [String: (calendar: HolidayCalendar?, written: YAMLValue)] = [:]
  /// The names of the scenario's own in the order of the file.
  var ownNames: [String] = []
  /// Extra holidays by the calendar's name.
  var extras: [String: (holidays: [Holiday], written: YAMLValue)] = [:]
  /// The names of the calendars with extra holidays in the order of the file.
  var extraNames: [String] = []
  /// The calendars that were asked for.
  var used: Set<String> = []
  /// The calendars that were asked for, with their extra holidays: each is made once.
  private var ready: [String: HolidayCalendar] = [:]

  /// All names, the scenario's own first.
  var names: [String] { ownNames + PublishedCalendars.names }

  /// Whether a calendar bears a name.
  func knows(_ name: String) -> Bool { own[name] != nil || PublishedCalendars.names.contains(name) }

  /// The calendar of a name with its extra holidays, `nil` where it is refused.
  ///
  /// The name counts as used from then on.
  ///
  /// - Throws: `CalendarError.impossibleCalendar` where an extra holiday lies outside of the years
  ///   that the calendar covers.
  /// - Complexity: O(days of its years) at the first question, O(1) after.
  mutating func named(_ name: String) throws(CalendarError) -> HolidayCalendar? {
    used.insert(name)
    if let calendar = ready[name] { return calendar }
    let found = own[name].map(\.calendar) ?? PublishedCalendars.named(name)
    guard let plain = found else { return nil }
    let extra = extras[name]?.holidays ?? []
    let calendar = extra.isEmpty ? plain : try plain.adding(extra, named: name)
    ready[name] = calendar
    return calendar
  }
}

extension ScenarioReader {
  /// The calendar that stands here by name.
  ///
  ///     misspelt-calendar.yaml:6:40: branches.LDN.calendar: found 'GBENGL', expected the name …
  ///
  /// - Returns: `nil` for a name that no calendar has, and for a calendar that is refused; what is
  ///   wrong with extra holidays is told where they stand.
  mutating func calendar(_ written: YAMLValue) -> HolidayCalendar? {
    guard let name = written.read(.calendar, problems, { YAMLValue.isName($0) ? $0 : nil }) else {
      return nil
    }
    guard calendars.knows(name) else {
      problems.add(
        written,
        "found '\(name)', expected the name of a calendar"
          + Nearest.hint(name, among: calendars.names))
      return nil
    }
    do { return try calendars.named(name) } catch {
      problems.add(calendars.extras[name]?.written ?? written, error.description)
      return nil
    }
  }

  /// The calendar that a key names.
  mutating func calendar(_ section: Section, _ key: String) -> HolidayCalendar? {
    guard let written = section[key] else { return nil }
    return calendar(written)
  }

  /// Reports calendars, extra holidays and systems that nothing uses. What is given and not used is
  /// most likely a name misspelt elsewhere, so that it is an error and no warning.
  func reportUnused() {
    for name in calendars.ownNames where !calendars.used.contains(name) {
      guard let own = calendars.own[name] else { continue }
      problems.add(own.written, "given but not used")
    }
    for name in calendars.extraNames
    where !calendars.used.contains(name) && calendars.knows(name) {
      guard let extra = calendars.extras[name] else { continue }
      problems.add(extra.written, "given but not used: nothing runs on calendar \(name)")
    }
    for name in systems.ownNames where !systems.asked.contains(name) {
      guard let own = systems.own[name] else { continue }
      problems.add(own.written, "given but not used")
    }
  }
}
