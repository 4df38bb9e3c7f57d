import Testing
import Vocabulary

@testable import Calendars

/// One window as typed: opening, cut-offs, close.
struct TypedWindow: Sendable {
  let system: String
  let valueDate: String
  let opens: String
  let customer: String
  let interbank: String
  let closes: String
}

@Suite("Windows of the published systems, counted by hand from their local hours")
struct WindowTests {
  @Test(
    "Across the changes of the clock, year ends, holidays and midnights",
    arguments: [
      // New York: EST to EDT on 2026-03-08, back on 2026-11-01. Monday opens on Sunday 21:00.
      TypedWindow(
        system: "Fedwire Funds", valueDate: "2026-03-06", opens: "2026-03-06T02:00:00Z",
        customer: "2026-03-06T23:45:00Z", interbank: "2026-03-07T00:00:00Z",
        closes: "2026-03-07T00:00:00Z"),
      TypedWindow(
        system: "Fedwire Funds", valueDate: "2026-03-09", opens: "2026-03-09T01:00:00Z",
        customer: "2026-03-09T22:45:00Z", interbank: "2026-03-09T23:00:00Z",
        closes: "2026-03-09T23:00:00Z"),
      TypedWindow(
        system: "Fedwire Funds", valueDate: "2026-11-02", opens: "2026-11-02T02:00:00Z",
        customer: "2026-11-02T23:45:00Z", interbank: "2026-11-03T00:00:00Z",
        closes: "2026-11-03T00:00:00Z"),
      // The day after Thanksgiving opens on the evening of the holiday.
      TypedWindow(
        system: "Fedwire Funds", valueDate: "2026-11-27", opens: "2026-11-27T02:00:00Z",
        customer: "2026-11-27T23:45:00Z", interbank: "2026-11-28T00:00:00Z",
        closes: "2026-11-28T00:00:00Z"),
      // Frankfurt: CET to CEST on 2026-03-29, back on 2026-10-25. Monday opens on Friday 19:30.
      TypedWindow(
        system: "T2 RTGS", valueDate: "2026-03-30", opens: "2026-03-27T18:30:00Z",
        customer: "2026-03-30T15:00:00Z", interbank: "2026-03-30T16:00:00Z",
        closes: "2026-03-30T16:00:00Z"),
      TypedWindow(
        system: "T2 RTGS", valueDate: "2026-10-26", opens: "2026-10-23T17:30:00Z",
        customer: "2026-10-26T16:00:00Z", interbank: "2026-10-26T17:00:00Z",
        closes: "2026-10-26T17:00:00Z"),
      TypedWindow(
        system: "T2 RTGS", valueDate: "2026-01-02", opens: "2025-12-31T18:30:00Z",
        customer: "2026-01-02T16:00:00Z", interbank: "2026-01-02T17:00:00Z",
        closes: "2026-01-02T17:00:00Z"),
      TypedWindow(
        system: "SIC RTGS", valueDate: "2026-01-05", opens: "2025-12-31T17:30:00Z",
        customer: "2026-01-05T16:00:00Z", interbank: "2026-01-05T17:00:00Z",
        closes: "2026-01-05T17:15:00Z"),
      TypedWindow(
        system: "CHAPS", valueDate: "2026-03-27", opens: "2026-03-27T06:00:00Z",
        customer: "2026-03-27T17:40:00Z", interbank: "2026-03-27T18:00:00Z",
        closes: "2026-03-27T18:00:00Z"),
      TypedWindow(
        system: "CHAPS", valueDate: "2026-03-30", opens: "2026-03-30T05:00:00Z",
        customer: "2026-03-30T16:40:00Z", interbank: "2026-03-30T17:00:00Z",
        closes: "2026-03-30T17:00:00Z"),
      // Sydney: AEDT to AEST on 2026-04-05, within Easter; back on 2026-10-04.
      TypedWindow(
        system: "RITS", valueDate: "2026-04-02", opens: "2026-04-01T20:30:00Z",
        customer: "2026-04-02T05:30:00Z", interbank: "2026-04-02T05:30:00Z",
        closes: "2026-04-02T11:00:00Z"),
      TypedWindow(
        system: "RITS", valueDate: "2026-04-07", opens: "2026-04-06T21:30:00Z",
        customer: "2026-04-07T06:30:00Z", interbank: "2026-04-07T06:30:00Z",
        closes: "2026-04-07T12:00:00Z"),
      // Labour Day of New South Wales is an open day of RITS.
      TypedWindow(
        system: "RITS", valueDate: "2026-10-05", opens: "2026-10-04T20:30:00Z",
        customer: "2026-10-05T05:30:00Z", interbank: "2026-10-05T05:30:00Z",
        closes: "2026-10-05T11:00:00Z"),
      // 29:00 and 32:30 are 05:00 and 08:30 of the next calendar day, a Saturday here.
      TypedWindow(
        system: "RMB CHATS", valueDate: "2026-03-06", opens: "2026-03-06T00:30:00Z",
        customer: "2026-03-06T21:00:00Z", interbank: "2026-03-06T21:00:00Z",
        closes: "2026-03-06T21:00:00Z"),
      TypedWindow(
        system: "CIPS", valueDate: "2026-03-06", opens: "2026-03-06T00:30:00Z",
        customer: "2026-03-06T09:00:00Z", interbank: "2026-03-06T09:00:00Z",
        closes: "2026-03-07T00:30:00Z"),
      // HVPS opens at 20:30 of the day before, the last of the Spring Festival.
      TypedWindow(
        system: "HVPS (CNAPS)", valueDate: "2026-02-24", opens: "2026-02-23T12:30:00Z",
        customer: "2026-02-24T09:15:00Z", interbank: "2026-02-24T09:15:00Z",
        closes: "2026-02-24T09:15:00Z"),
      TypedWindow(
        system: "BOJ-NET funds", valueDate: "2026-05-07", opens: "2026-05-06T23:30:00Z",
        customer: "2026-05-07T06:00:00Z", interbank: "2026-05-07T08:00:00Z",
        closes: "2026-05-07T12:00:00Z"),
      TypedWindow(
        system: "INR RTGS", valueDate: "2020-12-14", opens: "2020-12-13T19:00:00Z",
        customer: "2020-12-14T19:00:00Z", interbank: "2020-12-14T19:00:00Z",
        closes: "2020-12-14T19:00:00Z"),
      TypedWindow(
        system: "CHAPS early morning extension (decided)", valueDate: "2027-09-01",
        opens: "2027-09-01T00:30:00Z", customer: "2027-09-01T16:40:00Z",
        interbank: "2027-09-01T17:00:00Z", closes: "2027-09-01T17:00:00Z"),
      TypedWindow(
        system: "TIPS", valueDate: "2026-03-29", opens: "2026-03-28T23:00:00Z",
        customer: "2026-03-29T22:00:00Z", interbank: "2026-03-29T22:00:00Z",
        closes: "2026-03-29T22:00:00Z"),
      TypedWindow(
        system: "UAEFTS", valueDate: "2026-03-07", opens: "2026-03-07T04:00:00Z",
        customer: "2026-03-07T11:00:00Z", interbank: "2026-03-07T12:00:00Z",
        closes: "2026-03-07T13:00:00Z"),
    ])
  func typed(window: TypedWindow) throws {
    let hours = try #require(PublishedSystems.named(window.system)).hours
    let date = day(window.valueDate)
    let found = try #require(hours.compile(valueDates: date...date).windows.first)
    #expect(found.opens == utc(window.opens))
    #expect(found.customerCutOff == utc(window.customer))
    #expect(found.interbankCutOff == utc(window.interbank))
    #expect(found.closes == utc(window.closes))
    #expect(found.valueDate == date)
  }

  @Test(
    "Value dates skip holidays and take working weekends",
    arguments: [
      // Golden Week 2026: Showa Day, then 4 to 6 May.
      ("BOJ-NET funds", "2026-04-28", "2026-05-08", "04-28 04-30 05-01 05-07 05-08"),
      // Spring Festival 2026 and the Saturdays worked for it.
      ("HVPS (CNAPS)", "2026-02-13", "2026-03-01", "02-13 02-14 02-24 02-25 02-26 02-27 02-28"),
      ("RMB CHATS", "2026-02-13", "2026-02-21", "02-13 02-16 02-20"),
      ("Fedwire Funds", "2026-11-25", "2026-11-27", "11-25 11-27"),
      // Independence Day of 2026 is a Saturday and not moved.
      ("Fedwire Funds", "2026-07-02", "2026-07-06", "07-02 07-03 07-06"),
      ("T2 RTGS", "2025-12-24", "2025-12-30", "12-24 12-29 12-30"),
      ("CHAPS", "2027-08-27", "2027-09-03", "08-27 08-31"),
      ("CHAPS early morning extension (decided)", "2027-08-27", "2027-09-03", "09-01 09-02 09-03"),
      ("CHIPS", "2021-03-04", "2021-03-09", "03-08 03-09"),
      ("Fedwire Funds 22x6 (announced)", "2028-12-22", "2028-12-26", "12-22 12-24 12-25 12-26"),
      ("UAEFTS", "2026-12-01", "2026-12-07", "12-01 12-04 12-05 12-07"),
      ("Pix SPI", "2028-02-28", "2028-03-01", "02-28 02-29 03-01"),
    ])
  func valueDates(system: String, from: String, to: String, expected: String) throws {
    let hours = try #require(PublishedSystems.named(system)).hours
    let found = try hours.compile(valueDates: day(from)...day(to)).windows.map {
      String($0.valueDate.description.dropFirst(5))
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test("Outside its years a system refuses and names the calendar")
  func outsideYears() throws {
    let hours = try #require(PublishedSystems.named("Fedwire Funds")).hours
    let error = #expect(throws: CalendarError.self) {
      try hours.compile(valueDates: day("2035-12-31")...day("2036-01-01"))
    }
    #expect(error?.description == "calendar USFED covers 2020 to 2035, not 2036-01-01")
    let chips = try #require(PublishedSystems.named("CHIPS")).hours
    #expect(throws: CalendarError.self) {
      try chips.compile(valueDates: day("2019-12-30")...day("2019-12-31"))
    }
    let early = try hours.compile(valueDates: day("2020-01-01")...day("2020-01-02"))
    #expect(early.windows.map(\.opens) == [utc("2020-01-02T02:00:00Z")])
  }

  @Test("No published hours meet a change of the clock in eight years")
  func noDiagnostics() throws {
    for system in PublishedSystems.all {
      let table = try system.hours.compile(valueDates: day("2027-01-04")...day("2034-12-29"))
      #expect(table.diagnostics == [], "\(system.name)")
    }
  }
}
