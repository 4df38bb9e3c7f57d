import Calendars
import Vocabulary

extension ScenarioReader {
  /// Moves both cut-offs and the close of one window together, by a day at most; its opening stays.
  /// One move for each system and value date.
  ///
  /// The value date is the system's, not the day of the clock: the window of a Monday may open on
  /// the Sunday or the Friday before. Backwards it may go as long as the window still closes after
  /// it opens.
  static let movedCutOffShape = Shape(
    name: "moved-cut-off", description: "The cut-offs and the close of a system on one value date.",
    fields: [
      Field("system", .system, .required, "A settlement system in use."),
      Field("value-date", .date, .required, "The value date whose window it is."),
      Field(
        "by", .signedSpan, .required, "How much later they come, or earlier with a minus.",
        examples: ["6h", "-90min"]),
    ])

  /// The date is that of each owner's own clock; what is closed on it anyway is reported, since it
  /// would change nothing.
  ///
  /// Nobody had foreseen it: deadlines, value dates of the exchange and a treasurer's estimates
  /// still count the day as a business day; only hours, runs and windows are closed.
  static let surpriseShape = Shape(
    name: "surprise-holiday",
    description: "A holiday nobody had foreseen: exactly one of system, branch and calendar.",
    fields: [
      Field("system", .system, .leaves("another is given"), "A settlement system in use."),
      Field("branch", .branch, .leaves("another is given"), "A branch with its desks."),
      Field(
        "calendar", .calendar, .leaves("another is given"),
        "All branches and systems on a calendar."),
      Field("date", .date, .required, "The date, on the clock of each."),
    ])

  /// A move of a window that is simulated and still closes after it opens.
  ///
  ///     disturbances[12].cut-off.by: found '-23h', which closes before the opening at …
  ///
  /// - Returns: `nil` where a term is refused, there is no such window, or it was moved before.
  mutating func movedCutOff(_ section: Section) -> Disturbance? {
    let system = systemInUse(section, "system")
    let date = section.read("value-date") { CivilDate($0) }
    let span = section.read("by", ScenarioReader.signedSpan)
    guard let system, let date, let span, let experiment else { return nil }
    guard let window = window(of: .system(system), on: date, in: experiment) else {
      problems.add(
        section["value-date"] ?? section.value,
        "'\(systems.used[system.place].name)' has no window of \(date) in the simulated time")
      return nil
    }
    guard window.closes + span > window.opens else {
      problems.add(
        section["by"] ?? section.value,
        "found \(section["by"]?.found ?? ""), which closes before the opening at \(window.opens)")
      return nil
    }
    if let first = windowsAsked.note(moveOf: system, on: date, at: section.value.place) {
      problems.add(
        section.value, "a second move of the cut-offs of \(date), the first in line \(first.line)")
      return nil
    }
    return .cutOff(of: system, valueDate: date, by: span)
  }

  /// A holiday of one system, one branch, or all owners of a calendar, at least one of which would
  /// be open.
  mutating func surpriseHoliday(_ section: Section) -> Disturbance? {
    let date = section.read("date") { CivilDate($0) }
    guard let key = onlyKey(of: ["system", "branch", "calendar"], in: section) else { return nil }
    let scope: HolidayScope? =
      switch key {
      case "system": systemInUse(section, key).map { .system($0) }
      case "branch": branch(section, key).map { .branch($0) }
      default: calendarInUse(section, key).map { .calendar($0) }
      }
    guard let date, let scope, let experiment else { return nil }
    let isOpen = owners(in: scope).contains { window(of: $0, on: date, in: experiment) != nil }
    guard isOpen else {
      problems.add(
        section["date"] ?? section.value,
        "found '\(date)', on which it is closed anyway or which is not simulated")
      return nil
    }
    return .holiday(of: scope, date: date)
  }

  /// A calendar that some branch or system keeps; reports others with the nearest name.
  private func calendarInUse(_ section: Section, _ key: String) -> String? {
    guard let written = section[key],
      let name = section.read(key, { YAMLValue.isName($0) ? $0 : nil })
    else { return nil }
    let used = Set(
      branches.compactMap { $0?.calendar.name } + systems.used.map(\.hours.days.calendar.name))
    if used.contains(name) { return name }
    problems.add(
      written,
      "found '\(YAMLValue.shown(name))', expected a calendar that branches or systems use"
        + Nearest.hint(name, among: used.sorted()))
    return nil
  }

  /// Whose hours a holiday closes.
  ///
  /// Only what is given in this file and read well; correspondents on the calendar are closed by
  /// the simulator too, but do not count here.
  private func owners(in scope: HolidayScope) -> [WindowBook.Owner] {
    switch scope {
    case .system(let system): return [.system(system)]
    case .branch(let branch): return [.branch(branch)]
    case .calendar(let name):
      let closed = branches.indices.filter { branches[$0]?.calendar.name == name }
      return closed.map { .branch(BranchID($0)) }
        + systems.used.indices.filter { systems.used[$0].hours.days.calendar.name == name }
        .map { .system(SystemID($0)) }
    }
  }

  /// The window of a value date, if it meets the simulated time. The window is the planned one,
  /// before other disturbances.
  private mutating func window(
    of owner: WindowBook.Owner, on date: CivilDate, in experiment: Experiment
  ) -> Window? {
    let hours: OperatingHours? =
      switch owner {
      case .system(let system): systems.used[system.place].hours
      case .branch(let branch): branches[branch.place]?.hours
      }
    return hours.flatMap {
      windowsAsked.window(of: owner, $0, on: date, in: experiment.from..<experiment.horizon)
    }
  }

  /// A length of time of at most a day, with a minus for the past.
  ///
  /// - Returns: `nil` for no time at all and for more than a day, either way.
  private static func signedSpan(_ text: String) -> TimeSpan? {
    let isNegative = text.hasPrefix("-")
    guard let span = span(String(text.dropFirst(isNegative ? 1 : 0))), span <= .day, span > .zero
    else { return nil }
    return isNegative ? .zero - span : span
  }
}

extension Form {
  /// A length of time forwards or backwards.
  static let signedSpan = Form.scalar(
    Scalar(
      expected: "a length of time of at most a day like 6h, or -90min",
      pattern: #"-?[0-9]+(\.[0-9]+)?(us|ms|s|min|h|d)"#))
}
