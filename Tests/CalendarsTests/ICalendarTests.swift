import Testing
import Vocabulary

@testable import Calendars

@Suite("iCalendar files")
struct ICalendarTests {
  /// A calendar around the lines of one event, which begins on line 2.
  static func event(_ lines: String...) -> String {
    (["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"])
      .joined(separator: "\r\n") + "\r\n"
  }

  static func holidays(_ text: String) throws -> [String] {
    try ICalendarFile(text).holidays(in: 2026...2028, source: "test").map {
      "\($0.date) \($0.name)"
    }
  }

  /// How a date of line 3 is refused.
  static func refused(_ text: String, _ reason: String) -> String {
    "line 3: expected a date like 20260306, found '\(text)'; \(reason)"
  }

  @Test(
    "Events become holidays",
    arguments: [
      (event("DTSTART;VALUE=DATE:20260306", "SUMMARY:Feast"), "2026-03-06 Feast"),
      (
        event("DTSTART;VALUE=DATE:20260306", "DTEND;VALUE=DATE:20260309", "SUMMARY:Days"),
        "2026-03-06 Days, 2026-03-07 Days, 2026-03-08 Days"
      ),
      (
        event(
          "DTSTART;TZID=Europe/Berlin:20260306T000000", "DTEND;TZID=Europe/Berlin:20260307T000000"),
        "2026-03-06 "
      ),
      (event("DTSTART:20260306T090000Z", "DTEND:20260307T170000Z"), "2026-03-06 , 2026-03-07 "),
      // An end within a day takes that day, be it by a fraction of a second.
      (event("DTSTART:20260306", "DTEND:20260307T000000.25"), "2026-03-06 , 2026-03-07 "),
      (event("DTSTART:20260306 0930", "DTEND:20260307 0000Z"), "2026-03-06 "),
      (event("DTSTART:20260306", "SUMMARY:A\\, b\\; c\\\\d\\ne"), "2026-03-06 A, b; c\\d e"),
      (
        event("DTSTART:20260306", "SUMMARY:A long", "  name\r\n , folded"),
        "2026-03-06 A long name, folded"
      ),
      (event("DTSTART:20240229", "RRULE:FREQ=YEARLY", "SUMMARY:Leap"), "2028-02-29 Leap"),
      (
        event("DTSTART:20271231", "DTEND:20280102", "RRULE:FREQ=YEARLY", "SUMMARY:Turn"),
        "2027-12-31 Turn, 2028-01-01 Turn, 2028-12-31 Turn"
      ),
      (event("DTSTART:20260306", "BEGIN:VALARM", "DTSTART:nonsense", "END:VALARM"), "2026-03-06 "),
      (event("DTSTART;X=\"a:b;c\":20260306", "X-ANY;Y=1:whatever"), "2026-03-06 "),
      ("\u{FEFF}" + event("dtstart:20260306", "summary:small"), "2026-03-06 small"),
      (event("DTSTART:20300101"), ""),
    ])
  func good(text: String, expected: String) throws {
    #expect(try Self.holidays(text).joined(separator: ", ") == expected)
  }

  @Test("Cancelled events are no holidays")
  func cancelled() throws {
    let file = try ICalendarFile(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260306\nSTATUS:CANCELLED\nEND:VEVENT\n"
        + "BEGIN:VEVENT\nDTSTART:20260307\nEND:VEVENT\nEND:VCALENDAR\n")
    #expect(file.events.map(\.start) == [day("2026-03-07")])
    #expect(file.events.map(\.line) == [6])
  }

  @Test(
    "Bad files are refused with the line, what was expected and what was found",
    arguments: [
      (
        event("DTSTART:20260230"),
        refused("20260230", "found the date 20260230, which no calendar has")
      ),
      (
        event("DTSTART:20260306T246000"),
        refused("20260306T246000", "found the time 246000, which no day has")
      ),
      (
        event("DTSTART:20260306T090000.1234567Z"),
        refused(
          "20260306T090000.1234567Z", "found 7 decimals of a second, a microsecond holds 6")
      ),
      // RFC 5545, 3.3.5, forbids offsets.
      (
        event("DTSTART:20260306T090000+0000"),
        refused("20260306T090000+0000", "found an offset, expected Z or none")
      ),
      (event("DTSTART:2026-03-06"), "line 3: expected a date like 20260306, found '2026-03-06'"),
      (event("DTSTART:20260306T9"), "line 3: expected a date like 20260306, found '20260306T9'"),
      (event("SUMMARY:No date"), "line 2: expected an event with DTSTART, found none"),
      (
        event("DTSTART:20260306", "DTEND:20260305"),
        "line 2: expected DTEND at most 31 days after DTSTART 2026-03-06, found 2026-03-05"
      ),
      (
        event("DTSTART:00010101", "DTEND:99991231"),
        "line 2: expected DTEND at most 31 days after DTSTART 0001-01-01, found 9999-12-31"
      ),
      (
        event("DTSTART:20260306", "RRULE:FREQ=YEARLY;BYDAY=1MO"),
        "line 4: expected RRULE:FREQ=YEARLY alone, found 'FREQ=YEARLY;BYDAY=1MO'"
      ),
      (
        event("DTSTART:20260306", "EXDATE:20270306"),
        "line 4: expected an event with DTSTART, DTEND and RRULE alone, found 'EXDATE'"
      ),
      (event("DTSTART:20260306", "nonsense"), "line 4: expected NAME:value, found 'NONSENSE'"),
      ("", "line 1: expected at least one VEVENT, found none"),
      ("hello\n", "line 1: expected NAME:value, found 'HELLO'"),
      (
        "BEGIN:VEVENT\nEND:VEVENT\n",
        "line 1: expected BEGIN:VCALENDAR, found 'BEGIN:VEVENT'\n"
          + "line 2: expected BEGIN:VCALENDAR, found 'END:VEVENT'"
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260306\n",
        "line 2: expected END:VEVENT before the end, found none"
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260306\nEND:VCALENDAR\n",
        "line 2: expected END:VEVENT before the end, found none\n"
          + "line 4: expected END:VEVENT, found 'END:VCALENDAR'"
      ),
      ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "line 2: expected at least one VEVENT, found none"),
    ])
  func bad(text: String, message: String) {
    let error = #expect(throws: ICalendarError.self) { try ICalendarFile(text) }
    #expect(error?.description == message)
  }

  @Test("Hostile files are refused or read, and never hang")
  func hostile() {
    let nested = String(repeating: "BEGIN:VEVENT\n", count: 50_000)
    #expect(throws: ICalendarError.self) { try ICalendarFile("BEGIN:VCALENDAR\n" + nested) }
    let large = String(repeating: "x", count: ICalendarFile.byteLimit + 1)
    let error = #expect(throws: ICalendarError.self) { try ICalendarFile(large) }
    #expect(error?.problems.first?.found == "4194305")
    let many = String(repeating: "BEGIN:VEVENT\nDTSTART:20260306\nEND:VEVENT\n", count: 6_000)
    #expect(throws: ICalendarError.self) {
      try ICalendarFile("BEGIN:VCALENDAR\n" + many + "END:VCALENDAR\n")
    }
    let bytes = String(
      decoding: (0..<4_000).map { UInt8(truncatingIfNeeded: $0 * 7) }, as: UTF8.self)
    #expect(throws: ICalendarError.self) { try ICalendarFile(bytes) }
    let problems = #expect(throws: ICalendarError.self) {
      try ICalendarFile("BEGIN:VCALENDAR\n" + String(repeating: "y\n", count: 10_000))
    }
    #expect((problems?.problems.count ?? 0) <= 101)
  }
}
