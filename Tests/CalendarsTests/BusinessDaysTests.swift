import Testing
import Vocabulary

@testable import Calendars

@Suite("Business days and value dates")
struct BusinessDaysTests {
  static let target = PublishedCalendars.named("TARGET")!
  static let usfed = PublishedCalendars.named("USFED")!

  @Test(
    "T+n counts business days of all calendars, as QuantLib's advance does",
    arguments: [
      // Christmas: TARGET rests on 25 and 26 December, the Federal Reserve on 25.
      (["TARGET", "USFED"], "2025-12-24", 1, "2025-12-29"),
      (["USFED"], "2025-12-24", 1, "2025-12-26"),
      (["TARGET"], "2025-12-24", 0, "2025-12-24"),
      (["TARGET"], "2025-12-25", 0, "2025-12-29"),
      (["TARGET"], "2025-12-25", 1, "2025-12-29"),
      (["TARGET"], "2025-12-27", 2, "2025-12-30"),
      (["TARGET"], "2025-12-29", -1, "2025-12-24"),
      (["TARGET", "USFED"], "2026-01-02", -1, "2025-12-31"),
      // Spot over Chinese New Year and a working Saturday of 2026.
      (["CN"], "2026-02-13", 1, "2026-02-14"),
      (["CN"], "2026-02-13", 2, "2026-02-24"),
      (["CN", "HK"], "2026-02-13", 1, "2026-02-24"),
      // Golden Week.
      (["JP"], "2026-04-28", 2, "2026-05-01"),
      (["JP", "USFED"], "2026-05-01", 1, "2026-05-07"),
      // The weekend of the Emirates was Friday and Saturday until the end of 2021.
      (["AE"], "2021-12-30", 1, "2022-01-03"),
      (["AE"], "2021-12-23", 1, "2021-12-26"),
      (["NONE"], "2026-02-28", 1, "2026-03-01"),
      (["NONE"], "2028-02-28", 1, "2028-02-29"),
      (["NONE", "TARGET"], "2026-04-02", 1, "2026-04-07"),
    ])
  func valueDates(calendars: [String], date: String, days: Int, expected: String) throws {
    let joint = try HolidayCalendar.joint(calendars.map { PublishedCalendars.named($0)! })
    #expect(try joint.valueDate(from: day(date), days: days) == day(expected))
  }

  @Test(
    "Conventions",
    arguments: [
      (BusinessDayConvention.following, "2026-01-31", "2026-02-02"),
      (.modifiedFollowing, "2026-01-31", "2026-01-30"),
      (.modifiedFollowing, "2026-01-24", "2026-01-26"),
      (.preceding, "2026-02-01", "2026-01-30"),
      (.modifiedPreceding, "2026-02-01", "2026-02-02"),
      (.modifiedPreceding, "2026-02-08", "2026-02-06"),
      (.unadjusted, "2026-02-01", "2026-02-01"),
      (.following, "2026-02-03", "2026-02-03"),
      (.modifiedPreceding, "2026-02-03", "2026-02-03"),
    ])
  func conventions(convention: BusinessDayConvention, date: String, expected: String) throws {
    #expect(try Self.target.adjusted(day(date), convention) == day(expected))
  }

  @Test(
    "Before and after",
    arguments: [
      ("2026-04-03", "2026-04-02", "2026-04-07"), ("2026-01-05", "2026-01-02", "2026-01-06"),
    ])
  func neighbours(date: String, before: String, after: String) throws {
    #expect(try Self.target.businessDay(before: day(date)) == day(before))
    #expect(try Self.target.businessDay(after: day(date)) == day(after))
  }

  @Test(
    "A date outside the years is refused, never taken for a business day",
    arguments: ["2019-12-31", "2036-01-01"])
  func outside(date: String) {
    let error = #expect(throws: CalendarError.self) { try Self.target.status(of: day(date)) }
    #expect(error?.description == "calendar TARGET covers 2020 to 2035, not \(date)")
  }

  @Test("A search that leaves the years is refused")
  func searchOutside() throws {
    #expect(throws: CalendarError.self) {
      try Self.target.valueDate(from: day("2035-12-31"), days: 1)
    }
    #expect(throws: CalendarError.self) { try Self.target.businessDay(before: day("2020-01-01")) }
    #expect(throws: CalendarError.self) {
      try Self.target.valueDate(from: day("2019-12-31"), days: 0)
    }
    #expect(throws: CalendarError.self) {
      try HolidayCalendar.none.valueDate(from: day("9998-12-31"), days: 1)
    }
  }

  @Test("A joint calendar works when all parts work, on every day of sixteen years")
  func jointStatus() throws {
    let parts = ["CN", "HK", "AE"].map { PublishedCalendars.named($0)! }
    let joint = try HolidayCalendar.joint(parts)
    #expect(joint.name == "CN+HK+AE")
    var date = joint.firstDay
    while date <= joint.lastDay {
      let statuses = try parts.map { try $0.status(of: date) }
      #expect(try joint.isBusinessDay(date) == statuses.allSatisfy { $0 == .business })
      if statuses.contains(.weekend) { #expect(try joint.status(of: date) == .weekend) }
      date = date + 1
    }
  }

  @Test("A joint calendar covers the common years, or is refused")
  func jointYears() throws {
    let early = try HolidayCalendar(
      name: "EARLY", years: 2018...2021, weekends: [WeekendRule(.saturdayAndSunday)], holidays: [])
    let before = try HolidayCalendar(
      name: "BEFORE", years: 2018...2019, weekends: [WeekendRule(.saturdayAndSunday)], holidays: [])
    #expect(try HolidayCalendar.joint([early, Self.target]).years == 2020...2021)
    let error = #expect(throws: CalendarError.self) {
      try HolidayCalendar.joint([before, Self.target])
    }
    #expect(error?.description == "calendars BEFORE, TARGET have no year in common")
  }
}
