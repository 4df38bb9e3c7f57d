import Vocabulary

/// Lays the windows of consecutive value dates out and, between them, why the system is closed.
struct TimetableBuilder {
  let hours: OperatingHours
  /// The last day of operation met, effective or not; `nil` before the first.
  private(set) var lastOperatingDay: CivilDate?
  /// The windows so far, ascending and disjoint.
  private(set) var windows: ContiguousArray<Window> = []
  private var diagnostics: [String] = []

  init(hours: OperatingHours) {
    self.hours = hours
  }

  /// How many windows there are so far.
  var count: Int { windows.count }

  /// Appends the window of a value date, if it is a day of operation on which the hours hold.
  mutating func append(_ date: CivilDate) throws(CalendarError) {
    guard hours.areEffective(on: date), try hours.days.contains(date) else { return }
    let opens = try opening(for: date)
    let window = Window(
      opens: opens, customerCutOff: try instant(date, hours.customerCutOff, "customer cut-off"),
      interbankCutOff: try instant(date, hours.interbankCutOff, "interbank cut-off"),
      closes: try instant(date, hours.closes, "close"), valueDate: date)
    lastOperatingDay = date
    insert(window)
  }

  private mutating func opening(for date: CivilDate) throws(CalendarError) -> Instant {
    try instant(try openingDay(for: date), hours.opens, "opening")
  }

  private func openingDay(for date: CivilDate) throws(CalendarError) -> CivilDate {
    switch hours.opening {
    case .sameDay: return date
    case .previousCalendarDay: return date - 1
    case .previousBusinessDay:
      if let lastOperatingDay { return lastOperatingDay }
      return try hours.days.last(before: date)
    }
  }

  /// Takes a window in; a change of the clock may have bent it into the one before or to nothing.
  private mutating func insert(_ window: Window) {
    let earliest = windows.last?.closes ?? window.opens
    guard max(earliest, window.opens) < window.closes else {
      return diagnostics.append("the change of the clock leaves no window on \(window.valueDate)")
    }
    windows.append(
      Window(
        opens: max(earliest, window.opens), customerCutOff: window.customerCutOff,
        interbankCutOff: window.interbankCutOff, closes: window.closes,
        valueDate: window.valueDate))
  }

  /// The instant of a local time, with a line in the diagnostics where the clock changes then.
  private mutating func instant(_ date: CivilDate, _ time: WallTime, _ what: String)
    throws(CalendarError) -> Instant
  {
    let (instant, resolution) = try hours.resolved(on: date, at: time)
    if let line = resolution.diagnostic(what, time, on: date, in: hours.zone) {
      diagnostics.append(line)
    }
    return instant
  }

  /// The finished timetable with its steps, over `range` or from the first opening to the last
  /// close.
  func finished(covering range: Range<Instant>?) throws(CalendarError) -> Timetable {
    var steps: ContiguousArray<Timetable.Step> = []
    var cursor = range?.lowerBound ?? windows.first?.opens ?? .distantFuture
    for window in windows {
      if cursor < window.opens { try appendClosed(from: cursor, to: window.opens, in: &steps) }
      steps.append(Timetable.Step(start: max(cursor, window.opens), closure: nil))
      cursor = window.closes
    }
    if let end = range?.upperBound, cursor < end {
      try appendClosed(from: cursor, to: end, in: &steps)
      cursor = end
    }
    return Timetable(windows: windows, steps: steps, end: cursor, diagnostics: diagnostics)
  }

  /// Cuts a closed stretch at local midnights and names the cause of each piece.
  private func appendClosed(
    from start: Instant, to end: Instant, in steps: inout ContiguousArray<Timetable.Step>
  ) throws(CalendarError) {
    var cursor = start
    var date = hours.zone.local(of: start).date
    while cursor < end {
      let cause = Closure(try hours.days.status(of: date))
      if steps.last?.closure != cause || steps.isEmpty {
        steps.append(Timetable.Step(start: cursor, closure: cause))
      }
      date = date + 1
      cursor = max(cursor, hours.zone.startOfDay(date))
    }
  }
}

extension Zone.Resolution {
  /// What to tell the writer of a local time that met a change of the clock; `nil` for an exact one.
  func diagnostic(_ what: String, _ time: WallTime, on date: CivilDate, in zone: Zone) -> String? {
    switch self {
    case .exact: return nil
    case .gap:
      return "\(what) \(time) of \(date) does not exist on the clock of \(zone.identifier): "
        + "moved forward by the length of the gap"
    case .overlap:
      return "\(what) \(time) of \(date) comes twice on the clock of \(zone.identifier): "
        + "the earlier is taken"
    }
  }
}
