import TestSupport
import Testing
import Vocabulary

@testable import Calendars

@Suite("Timetables")
struct TimetableTests {
  @Test(
    "A hand-over at the cut-off has missed it",
    arguments: [
      ("2026-03-06T23:44:59Z", CutOff.customer, "2026-03-06T23:44:59Z", "2026-03-06"),
      ("2026-03-06T23:45:00Z", .customer, "2026-03-09T01:00:00Z", "2026-03-09"),
      ("2026-03-06T23:45:00Z", .interbank, "2026-03-06T23:45:00Z", "2026-03-06"),
      ("2026-03-07T00:00:00Z", .interbank, "2026-03-09T01:00:00Z", "2026-03-09"),
      ("2026-03-09T00:59:59Z", .customer, "2026-03-09T01:00:00Z", "2026-03-09"),
      ("2026-11-25T23:45:00Z", .customer, "2026-11-27T02:00:00Z", "2026-11-27"),
    ])
  func fedwireCutOff(instant: String, kind: CutOff, settles: String, valueDate: String) throws {
    let hours = try #require(PublishedSystems.named("Fedwire Funds")).hours
    let table = try hours.compile(valueDates: day("2026-03-02")...day("2026-12-01"))
    for found in [
      table.earliest(kind, at: utc(instant)), try hours.earliest(kind, at: utc(instant)),
    ] {
      #expect(found?.settles == utc(settles))
      #expect(found?.window.valueDate == day(valueDate))
    }
  }

  @Test("Lookups equal a plain search through all windows", arguments: PublishedSystems.names)
  func oracle(name: String) throws {
    let hours = try #require(PublishedSystems.named(name)).hours
    let table = try hours.compile(valueDates: day("2024-02-01")...day("2029-12-20"))
    let edges = table.windows.flatMap {
      [$0.opens, $0.customerCutOff, $0.interbankCutOff, $0.closes]
    }
    var dice = Dice(3)
    for round in 0..<300 {
      var instant = utc("2024-02-10T00:00:00Z") + .seconds(Int64(dice.next() % 170_000_000))
      if round % 2 == 0 {
        let shift = TimeSpan(microseconds: Int64(dice.next() % 3) - 1)
        instant = edges[Int(dice.next() % UInt64(edges.count))] + shift
      }
      #expect(
        table.isOpen(at: instant)
          == table.windows.contains { $0.opens <= instant && instant < $0.closes })
      let closing = table.windows.firstIndex { $0.closes > instant } ?? table.windows.count
      #expect(table.index(closingAfter: instant) == closing)
      for start in [0, closing / 2, max(0, closing - 1), closing] {
        #expect(table.index(closingAfter: instant, from: start) == closing)
      }
      for kind in CutOff.allCases {
        let plain = table.windows.first { $0.cutOff(kind) > instant }
        let found = table.earliest(kind, at: instant)
        #expect(found?.window == plain)
        #expect(found?.settles == plain.map { max($0.opens, instant) })
      }
    }
  }

  @Test(
    "The definition of the earliest settlement and the compiled one agree",
    arguments: PublishedSystems.names)
  func definition(name: String) throws {
    let hours = try #require(PublishedSystems.named(name)).hours
    let table = try hours.compile(valueDates: day("2024-02-01")...day("2029-12-31"))
    var dice = Dice(5)
    for _ in 0..<100 {
      let instant = utc("2024-02-10T00:00:00Z") + .seconds(Int64(dice.next() % 180_000_000))
      for kind in CutOff.allCases {
        let defined = try hours.earliest(kind, at: instant)
        let compiled = table.earliest(kind, at: instant)
        #expect(defined?.window == compiled?.window, "\(instant)")
        #expect(defined?.settles == compiled?.settles)
      }
    }
  }

  @Test("Where the answer could be a day that no calendar covers, there is none")
  func refusal() throws {
    let hkd = try #require(PublishedSystems.named("RMB CHATS")).hours
    // Value date 2019-12-31 would admit until 05:00 of 2020-01-01 in Hong Kong.
    #expect(throws: CalendarError.self) {
      try hkd.earliest(.customer, at: utc("2019-12-31T20:59:59Z"))
    }
    let first = try hkd.earliest(.customer, at: utc("2019-12-31T21:00:00Z"))
    #expect(first?.window.valueDate == day("2020-01-02"))
    let last = try hkd.earliest(.customer, at: utc("2035-12-31T20:59:59Z"))
    #expect(last?.window.valueDate == day("2035-12-31"))
    #expect(throws: CalendarError.self) {
      try hkd.earliest(.customer, at: utc("2035-12-31T21:00:00Z"))
    }
    let chaps = try #require(PublishedSystems.named("CHAPS")).hours
    #expect(try chaps.earliest(.customer, at: utc("2027-08-31T16:40:00Z")) == nil)
  }

  @Test(
    "A stretch between windows is night, weekend or holiday by its local day",
    arguments: [
      (
        "Fedwire Funds", "2026-03-07T00:00:00Z",
        "night 2026-03-07T05:00:00Z, weekend 2026-03-09T01:00:00Z"
      ),
      (
        "Fedwire Funds", "2026-11-26T00:00:00Z",
        "night 2026-11-26T05:00:00Z, holiday 2026-11-27T02:00:00Z"
      ),
      // Good Friday to Easter Monday: T2 opened on Thursday evening for Tuesday.
      ("T2 RTGS", "2026-04-02T16:00:00Z", "night 2026-04-02T17:30:00Z"),
      (
        "CHAPS", "2026-04-02T17:00:00Z",
        "night 2026-04-02T23:00:00Z, holiday 2026-04-03T23:00:00Z, weekend 2026-04-05T23:00:00Z, "
          + "holiday 2026-04-06T23:00:00Z, night 2026-04-07T05:00:00Z"
      ),
      // A working Saturday at the end of a night, then the weekend's Sunday and the festival.
      (
        "HVPS (CNAPS)", "2026-02-14T09:15:00Z",
        "night 2026-02-14T16:00:00Z, weekend 2026-02-15T16:00:00Z, holiday 2026-02-20T16:00:00Z, "
          + "weekend 2026-02-22T16:00:00Z, holiday 2026-02-23T12:30:00Z"
      ),
      // Saturday is a working day of UAEFTS, Sunday its weekend.
      (
        "UAEFTS", "2026-03-07T13:00:00Z",
        "night 2026-03-07T20:00:00Z, weekend 2026-03-08T20:00:00Z, night 2026-03-09T04:00:00Z"
      ),
      (
        "CLS Settlement", "2026-03-06T11:00:00Z",
        "night 2026-03-06T23:00:00Z, weekend 2026-03-08T23:00:00Z, night 2026-03-09T06:00:00Z"
      ),
    ])
  func closedPieces(system: String, from: String, expected: String) throws {
    let hours = try #require(PublishedSystems.named(system)).hours
    let start = utc(from)
    let table = try hours.compile(covering: start..<(start + .days(12)))
    let opening = table.windows.first { $0.opens >= start }!.opens
    let pieces = table.closedPieces(from: start, to: opening)
    #expect(pieces.map { "\($0.cause) \($0.end)" }.joined(separator: ", ") == expected)
    #expect(pieces.first?.start == start)
    for (left, right) in zip(pieces, pieces.dropFirst()) { #expect(left.end == right.start) }
  }

  @Test("Open, the closure has no cause and lasts until the close")
  func openClosure() throws {
    let hours = try #require(PublishedSystems.named("Fedwire Funds")).hours
    let table = try hours.compile(
      covering: utc("2026-03-06T12:00:00Z")..<utc("2026-03-10T00:00:00Z"))
    #expect(table.closure(at: utc("2026-03-06T12:00:00Z")).cause == nil)
    #expect(table.closure(at: utc("2026-03-06T12:00:00Z")).until == utc("2026-03-07T00:00:00Z"))
    #expect(table.closure(at: utc("2026-03-07T00:00:00Z")).cause == .night)
  }

  @Test(
    "Open and closed stretches tile the covered time and say what the windows say",
    arguments: PublishedSystems.names)
  func tiling(name: String) throws {
    let hours = try #require(PublishedSystems.named(name)).hours
    let range = utc("2028-09-15T03:17:00Z")..<utc("2028-12-05T11:11:00Z")
    let table = try hours.compile(covering: range)
    var cursor = range.lowerBound
    while cursor < range.upperBound {
      let (cause, until) = table.closure(at: cursor)
      #expect(until > cursor)
      let middle = Instant(microseconds: (cursor.microseconds + until.microseconds) / 2)
      #expect((cause == nil) == table.isOpen(at: middle))
      if let cause {
        let status = try hours.days.status(of: hours.zone.local(of: middle).date)
        #expect(cause == Closure(status))
      }
      cursor = until
    }
  }
}
