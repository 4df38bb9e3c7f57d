import TestSupport
import Testing
import Vocabulary

@testable import Calendars

@Suite("Operating hours")
struct OperatingHoursTests {
  static let newYork = try! Zone(identifier: "America/New_York")

  func hours(
    _ opening: OpeningKind = .sameDay, opens: String, cutOff: String, interbank: String? = nil,
    closes: String, calendar: HolidayCalendar = .none, zone: Zone = OperatingHoursTests.newYork
  ) throws -> OperatingHours {
    try OperatingHours(
      zone: zone, days: OperatingDays(calendar), opening: opening, opens: at(opens),
      customerCutOff: at(cutOff), interbankCutOff: interbank.map { at($0) }, closes: at(closes))
  }

  @Test(
    "Hours that contradict themselves are refused",
    arguments: [
      (
        OpeningKind.sameDay, "09:00", "16:00", "17:30", "17:00",
        "interbank cut-off 17:30 lies after the close 17:00"
      ),
      (
        .sameDay, "09:00", "18:00", "16:00", "17:00",
        "customer cut-off 18:00 lies after the close 17:00"
      ),
      (.sameDay, "17:00", "09:00", "09:00", "09:00", "close 09:00 is not after opening 17:00"),
      (
        .sameDay, "08:00", "17:00", "17:00", "32:30",
        "close 32:30 lies after the next opening 32:00"
      ),
      (
        .previousCalendarDay, "18:00", "17:00", "17:00", "19:00",
        "close 19:00 lies after the next opening 18:00"
      ),
      (.sameDay, "24:30", "25:00", "25:00", "26:00", "opening 24:30 lies past 24:00"),
    ])
  func contradictions(
    opening: OpeningKind, opens: String, cutOff: String, interbank: String, closes: String,
    message: String
  ) {
    let error = #expect(throws: CalendarError.self) {
      try hours(opening, opens: opens, cutOff: cutOff, interbank: interbank, closes: closes)
    }
    #expect(error?.description == message)
  }

  @Test("Effective dates that cross are refused")
  func effectiveDates() {
    let error = #expect(throws: CalendarError.self) {
      try OperatingHours(
        zone: .utc, days: OperatingDays(.none), opens: at("09:00"), customerCutOff: at("17:00"),
        closes: at("17:00"), effectiveFrom: day("2026-01-02"), effectiveUntil: day("2026-01-02"))
    }
    #expect(
      error?.description == "effective from 2026-01-02 is not before effective until 2026-01-02")
  }

  @Test("A time that does not exist or comes twice is told in the diagnostics")
  func diagnostics() throws {
    let spring = try hours(opens: "02:30", cutOff: "17:00", closes: "17:00")
    let gap = try spring.compile(valueDates: day("2026-03-07")...day("2026-03-09"))
    #expect(
      gap.windows.map(\.opens.description) == [
        "2026-03-07T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z",
      ])
    #expect(
      gap.diagnostics == [
        "opening 02:30 of 2026-03-08 does not exist on the clock of America/New_York: moved forward by "
          + "the length of the gap"
      ])
    let autumn = try hours(opens: "01:30", cutOff: "17:00", closes: "17:00")
    let twice = try autumn.compile(valueDates: day("2026-11-01")...day("2026-11-01"))
    #expect(twice.windows.map(\.opens) == [utc("2026-11-01T05:30:00Z")])
    #expect(twice.diagnostics.count == 1)
    #expect(twice.diagnostics[0].contains("opening 01:30 of 2026-11-01 comes twice"))
  }

  @Test("A window that the gap swallows is left out and told")
  func swallowed() throws {
    let hours = try hours(opens: "02:15", cutOff: "03:10", closes: "03:10")
    let table = try hours.compile(valueDates: day("2026-03-07")...day("2026-03-09"))
    #expect(table.windows.map(\.valueDate) == [day("2026-03-07"), day("2026-03-09")])
    #expect(table.diagnostics.contains("the change of the clock leaves no window on 2026-03-08"))
  }

  @Test("Business hours follow their calendar, working weekends and all")
  func branch() throws {
    let china = try #require(PublishedCalendars.named("CN"))
    let hours = try hours(
      opens: "09:00", cutOff: "16:00", closes: "17:30", calendar: china,
      zone: Zone(identifier: "Asia/Shanghai"))
    let table = try hours.compile(valueDates: day("2026-02-13")...day("2026-02-24"))
    #expect(table.windows.map(\.valueDate.day) == [13, 14, 24])
    #expect(table.windows[1].opens == utc("2026-02-14T01:00:00Z"))
    #expect(table.windows[1].interbankCutOff == utc("2026-02-14T08:00:00Z"))
  }

  @Test(
    "Compiling a range yields every window that overlaps it and the first after",
    arguments: [
      // A Saturday lies within Monday's window of T2, which opened on Friday.
      ("T2 RTGS", "2026-03-07T12:00:00Z", "2026-03-07T13:00:00Z", "2026-03-09 2026-03-10"),
      // Sunday 20:59 EDT: the next is Monday's; from 21:00 on Monday's overlaps.
      ("Fedwire Funds", "2026-03-08T12:00:00Z", "2026-03-09T01:00:00Z", "2026-03-09"),
      ("Fedwire Funds", "2026-03-08T12:00:00Z", "2026-03-09T01:00:01Z", "2026-03-09 2026-03-10"),
      // Half-open: a range that begins as the window closes does not overlap it.
      ("Fedwire Funds", "2026-03-07T00:00:00Z", "2026-03-07T01:00:00Z", "2026-03-09"),
      ("Fedwire Funds", "2026-03-06T23:59:59Z", "2026-03-07T01:00:00Z", "2026-03-06 2026-03-09"),
      // The night session of CIPS reaches into Saturday.
      ("CIPS", "2026-03-07T00:00:00Z", "2026-03-07T01:00:00Z", "2026-03-06 2026-03-09"),
      ("CHAPS", "2027-08-31T10:00:00Z", "2027-09-03T00:00:00Z", "2027-08-31"),
      ("CHIPS", "2021-01-01T00:00:00Z", "2021-02-01T00:00:00Z", "2021-03-08"),
    ])
  func covering(system: String, from: String, to: String, expected: String) throws {
    let hours = try #require(PublishedSystems.named(system)).hours
    let table = try hours.compile(covering: utc(from)..<utc(to))
    #expect(table.windows.map(\.valueDate.description).joined(separator: " ") == expected)
    #expect(table.covered.lowerBound <= utc(from))
    #expect(table.covered.upperBound >= utc(to))
  }

  @Test("A range near the end of coverage is refused only where an unknown day could open in it")
  func coverageEnds() throws {
    let fedwire = try #require(PublishedSystems.named("Fedwire Funds")).hours
    let year = utc("2035-12-01T00:00:00Z")..<utc("2036-01-01T02:00:00Z")
    #expect(try fedwire.compile(covering: year).windows.last?.valueDate == day("2035-12-31"))
    #expect(throws: CalendarError.self) {
      try fedwire.compile(covering: year.lowerBound..<utc("2036-01-01T02:00:01Z"))
    }
    let target = try #require(PublishedSystems.named("T2 RTGS")).hours
    #expect(throws: CalendarError.self) { try target.compile(covering: year) }
    let cips = try #require(PublishedSystems.named("CIPS")).hours
    #expect(throws: CalendarError.self) {
      try cips.compile(covering: utc("2020-01-01T00:00:00Z")..<utc("2020-01-02T00:00:00Z"))
    }
    let later = utc("2020-01-01T00:30:00Z")..<utc("2020-01-02T00:00:00Z")
    #expect(try cips.compile(covering: later).windows.first?.valueDate == day("2020-01-02"))
  }

  @Test("Open stretches need no day outside the years that only explains a closure")
  func openStretches() throws {
    let range = utc("2020-01-01T00:00:00Z")..<utc("2020-01-11T00:00:00Z")
    let fedwire = try #require(PublishedSystems.named("Fedwire Funds")).hours
    let chaps = try #require(PublishedSystems.named("CHAPS")).hours
    // Seven London days of twelve hours, 2 to 10 January but for the weekend, all within Fedwire's.
    let open = try fedwire.openStretches(within: range)
    #expect(try open.overlap(with: chaps.openStretches(within: range)) == .hours(7 * 12))
    #expect(throws: CalendarError.self) { try fedwire.compile(covering: range) }
    let cips = try #require(PublishedSystems.named("CIPS")).hours
    #expect(throws: CalendarError.self) { try cips.openStretches(within: range) }
  }

  @Test("Both ways of compiling agree, whatever the range", arguments: PublishedSystems.names)
  func bothWays(name: String) throws {
    let hours = try #require(PublishedSystems.named(name)).hours
    let whole = try hours.compile(valueDates: day("2028-06-01")...day("2029-03-31")).windows
    var dice = Dice(11)
    for _ in 0..<40 {
      let start = utc("2028-07-01T00:00:00Z") + .minutes(Int64(dice.next() % 300_000))
      let end = start + .minutes(Int64(1 + dice.next() % 20_000))
      let found = try hours.compile(covering: start..<end).windows
      let overlapping = whole.filter { $0.opens < end && $0.closes > start }
      let next = whole.first { $0.opens >= end }
      let expected = overlapping + (next.map { [$0] } ?? [])
      #expect(Array(found) == Array(expected), "\(start) to \(end)")
    }
  }
}
