import Testing
import Vocabulary

@testable import Calendars

@Suite("Calendars that a scenario gives")
struct GivenCalendarTests {
  func holiday(_ date: String, _ name: String) -> Holiday {
    Holiday(date: day(date), name: name, source: "scenario")
  }

  @Test("A calendar from its parts")
  func parts() throws {
    let calendar = try HolidayCalendar(
      name: "HOME", years: 2026...2026, weekends: [WeekendRule(WeekdaySet([.friday, .saturday]))],
      holidays: [
        holiday("2026-03-05", "Second"), holiday("2026-03-03", "Feast"),
        holiday("2026-03-03", "Also"),
      ],
      workingWeekends: [day("2026-03-07")])
    #expect(calendar.holidays.map(\.name) == ["Also; Feast", "Second"])
    #expect(try calendar.status(of: day("2026-03-01")) == .business)
    #expect(try calendar.status(of: day("2026-03-03")) == .holiday)
    #expect(try calendar.status(of: day("2026-03-06")) == .weekend)
    #expect(try calendar.status(of: day("2026-03-07")) == .business)
    #expect(throws: CalendarError.self) { try calendar.status(of: day("2027-01-01")) }
  }

  @Test(
    "Parts that contradict each other are refused",
    arguments: [
      ("2027-03-05", "2026-03-07", "calendar HOME: holiday 2027-03-05 lies outside 2026 to 2026"),
      (
        "2026-03-05", "2026-03-04",
        "calendar HOME: working day 2026-03-04 is no weekend day of 2026 to 2026"
      ),
      (
        "2026-03-05", "2027-03-06",
        "calendar HOME: working day 2027-03-06 is no weekend day of 2026 to 2026"
      ),
    ])
  func contradictions(feast: String, working: String, message: String) {
    let error = #expect(throws: CalendarError.self) {
      try HolidayCalendar(
        name: "HOME", years: 2026...2026, weekends: [WeekendRule(.saturdayAndSunday)],
        holidays: [holiday(feast, "Feast")], workingWeekends: [day(working)])
    }
    #expect(error?.description == message)
  }

  @Test("Further holidays close business days and even working weekends")
  func adding() throws {
    let china = PublishedCalendars.named("CN")!
    let surprise = try china.adding(
      [holiday("2026-02-14", "Storm"), holiday("2026-03-03", "Mourning")],
      workingWeekends: [day("2026-03-08")], named: "CN2")
    #expect(try surprise.status(of: day("2026-03-08")) == .business)
    #expect(try china.status(of: day("2026-03-08")) == .weekend)
    #expect(try surprise.status(of: day("2026-02-14")) == .holiday)
    #expect(try surprise.status(of: day("2026-03-03")) == .holiday)
    #expect(try surprise.status(of: day("2026-02-28")) == .business)
    #expect(surprise.holidays.count == china.holidays.count + 2)
    #expect(try china.status(of: day("2026-03-03")) == .business)
    let error = #expect(throws: CalendarError.self) {
      try china.adding([holiday("2036-01-01", "Late")], named: "CN2")
    }
    #expect(error?.description == "calendar CN2: holiday 2036-01-01 lies outside 2020 to 2035")
  }

  @Test("A calendar that never rests may be given holidays")
  func addingToNone() throws {
    let calendar = try HolidayCalendar.none.adding(
      [holiday("2026-12-25", "Christmas")], named: "ONE")
    #expect(try calendar.status(of: day("2026-12-25")) == .holiday)
    #expect(try calendar.status(of: day("2026-12-26")) == .business)
  }

  @Test("Local times return on business days, across the change of the clock")
  func localTimes() throws {
    let zone = try Zone(identifier: "America/New_York")
    let days = OperatingDays(PublishedCalendars.named("USFED")!)
    let times = LocalTimes([at("16:00"), at("09:30"), at("16:00")], zone: zone, days: days)
    let found = try times.compile(
      covering: utc("2026-03-06T14:30:00Z")..<utc("2026-03-10T13:30:00Z"))
    #expect(
      found.instants.map(\.description) == [
        "2026-03-06T14:30:00Z", "2026-03-06T21:00:00Z", "2026-03-09T13:30:00Z",
        "2026-03-09T20:00:00Z",
      ])
    #expect(found.index(atOrAfter: utc("2026-03-06T14:30:00Z")) == 0)
    #expect(found.index(atOrAfter: utc("2026-03-06T14:30:01Z")) == 1)
    #expect(found.index(atOrAfter: utc("2026-03-10T00:00:00Z")) == 4)
    let night = LocalTimes([at("26:30")], zone: zone, days: OperatingDays(.none))
    let gap = try night.compile(covering: utc("2026-03-08T00:00:00Z")..<utc("2026-03-09T00:00:00Z"))
    #expect(gap.instants == [utc("2026-03-08T07:30:00Z")])
    #expect(gap.diagnostics.count == 1)
  }
}
