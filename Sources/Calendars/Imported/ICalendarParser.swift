import Vocabulary

/// Follows the components of an iCalendar file (RFC 5545) and keeps its events and problems.
///
/// Only what gives days is looked at. A property that would move or multiply them in a way that is not
/// followed here (`EXDATE`, `RDATE`, any rule but a yearly one) is refused rather than passed over,
/// since a holiday too few or too many would not be seen in any result.
struct ICalendarParser {
  /// The whole events so far, in the order of the file; a cancelled or broken one is none.
  private(set) var events: [ICalendarFile.Event] = []
  /// What is wrong, in the order in which it was found.
  private(set) var problems: [ICalendarError.Problem] = []
  /// The open components, outermost first, with the lines on which they begin.
  private var open: [(name: String, line: Int)] = []
  /// The event that is being read, or the last.
  private var draft = Draft()
  /// The line of the last content line.
  private var lastLine = 1
  /// How many days the events take, a yearly one counted for each year: a bound on the work to come.
  private var days = 0

  /// What is known of the event that is being read.
  private struct Draft {
    var start: CivilDate?
    /// The day after the last, as DTEND says it; without one an event takes its first day.
    var end: CivilDate?
    var summary = ""
    var isYearly = false
    var isCancelled = false
    /// Whether something of it was refused; then its dates are not looked at.
    var isBroken = false
  }

  /// Takes the next content line.
  mutating func take(_ line: ICalendarLine) {
    lastLine = line.number
    guard let value = line.value else {
      return fail(line.number, "NAME:value", "'\(shown(line.name))'")
    }
    switch line.name {
    case "BEGIN": begin(value.uppercased(), at: line.number)
    case "END": end(value.uppercased(), at: line.number)
    default:
      guard !open.isEmpty else {
        return fail(line.number, "BEGIN:VCALENDAR", "'\(shown(line.name))'")
      }
      if open.last?.name == "VEVENT" { takeProperty(line.name, value, at: line.number) }
    }
  }

  /// Says what is missing at the end of the file.
  mutating func finish() {
    if let last = open.last { fail(last.line, "END:\(last.name) before the end", "none") }
    if problems.isEmpty, events.isEmpty { fail(lastLine, "at least one VEVENT", "none") }
  }

  /// Opens a component: the calendar outermost, all others within it, eight deep at most.
  private mutating func begin(_ name: String, at line: Int) {
    guard open.isEmpty == (name == "VCALENDAR"), open.count < 8 else {
      return fail(
        line, open.isEmpty ? "BEGIN:VCALENDAR" : "a component within VCALENDAR",
        "'BEGIN:\(shown(name))'")
    }
    open.append((name, line))
    if name == "VEVENT" { draft = Draft() }
  }

  /// Closes the component that was opened last, which must have that name.
  private mutating func end(_ name: String, at line: Int) {
    guard let last = open.last, last.name == name else {
      let wanted = open.last.map { "END:\(shown($0.name))" } ?? "BEGIN:VCALENDAR"
      return fail(line, wanted, "'END:\(shown(name))'")
    }
    open.removeLast()
    if name == "VEVENT" { close(from: last.line) }
  }

  /// Keeps the event that ends, if its dates make sense.
  private mutating func close(from line: Int) {
    guard !draft.isBroken, !draft.isCancelled else { return }
    guard let start = draft.start else {
      return fail(line, "an event with DTSTART", "none")
    }
    let end = max(draft.end ?? start + 1, start + 1)
    guard draft.end.map({ $0 >= start }) ?? true, end - start <= ICalendarFile.longestEvent else {
      return fail(
        line, "DTEND at most \(ICalendarFile.longestEvent) days after DTSTART \(start)",
        "\(draft.end ?? end)")
    }
    guard events.count < ICalendarFile.eventLimit else {
      if events.count == ICalendarFile.eventLimit, problems.isEmpty {
        fail(line, "at most \(ICalendarFile.eventLimit) events", "more")
      }
      return
    }
    days += (end - start) * (draft.isYearly ? Zone.years.count : 1)
    guard days <= ICalendarFile.dayLimit else {
      return fail(
        line,
        "events of at most \(ICalendarFile.dayLimit) days in all, yearly ones counted for "
          + "\(Zone.years.count) years", "more")
    }
    events.append(
      .init(
        line: line, start: start, end: end, summary: draft.summary, isYearly: draft.isYearly))
  }

  /// Takes a property of an event; those that say nothing of its days are passed over.
  private mutating func takeProperty(_ name: String, _ value: String, at line: Int) {
    switch name {
    case "DTSTART": draft.start = moment(value, at: line)?.date
    case "DTEND":
      // An event that ends within a day takes that day too.
      guard let end = moment(value, at: line) else { return }
      draft.end = end.isMidnight ? end.date : end.date + 1
    case "SUMMARY": draft.summary = plain(value)
    case "STATUS": draft.isCancelled = value.uppercased() == "CANCELLED"
    case "RRULE":
      guard value.uppercased() == "FREQ=YEARLY" else {
        return fail(line, "RRULE:FREQ=YEARLY alone", "'\(shown(value))'")
      }
      draft.isYearly = true
    case "RDATE", "EXDATE", "EXRULE", "DURATION", "RECURRENCE-ID":
      fail(line, "an event with DTSTART, DTEND and RRULE alone", "'\(name)'")
    default: break
    }
  }

  /// The date of `20260306`, `20260306T090000` or `20260306T090000Z`, and whether it starts there.
  ///
  /// The date is the one that the text shows, on whatever clock. An offset is refused, since RFC
  /// 5545 (3.3.5) forbids it: who wrote it may mean another day.
  private mutating func moment(_ value: String, at line: Int) -> (
    date: CivilDate, isMidnight: Bool
  )? {
    // A date alone is the midnight at which it starts.
    let text = value.utf8.count == 8 ? value + "T0000" : value
    let clause: String
    do {
      let written = try WrittenInstant(text, .basic)
      // The basic form has no other signs.
      if !value.utf8.contains(where: "+-".utf8.contains) {
        return (written.date, written.timeOfDay == 0)
      }
      clause = "; found an offset, expected Z or none"
    } catch { clause = error.clause }
    fail(line, "a date like 20260306", "'\(shown(value))'", clause)
    return nil
  }

  /// A text without its escapes; line ends become blanks.
  private func plain(_ value: String) -> String {
    var text = ""
    var escaped = false
    for character in value {
      if escaped {
        text.append(character == "n" || character == "N" ? " " : character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// Notes a problem, which breaks the event that is being read.
  ///
  /// - Parameter clause: What to add, with its semicolon.
  private mutating func fail(
    _ line: Int, _ expected: String, _ found: String, _ clause: String = ""
  ) {
    draft.isBroken = true
    problems.append(.init(line: line, expected: expected, found: found, clause: clause))
  }

  /// The beginning of a text of the file, fit for an error.
  private func shown(_ text: String) -> String {
    String(
      text.unicodeScalars.prefix(60).filter { $0.value >= 0x20 && $0.value != 0x7F }.map(
        Character.init))
  }
}
