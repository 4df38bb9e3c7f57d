import Testing
import Vocabulary

@testable import Calendars

@Suite("Holiday rules")
struct RulesTests {
  // US Naval Observatory, "The Date of Easter", and its extremes.
  @Test(
    "Easter",
    arguments: [
      "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24",
      "2019-04-21", "2020-04-12", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
      "2038-04-25", "2049-04-18", "2285-03-22",
    ])
  func easter(date: String) {
    #expect(Easter.sunday(of: day(date).year) == day(date))
  }

  @Test("Easter is a Sunday between 22 March and 25 April, whatever the year")
  func easterBounds() {
    for year in 1_583...4_099 {
      let easter = Easter.sunday(of: year)
      #expect(easter.weekday == .sunday)
      let first = CivilDate(year: year, month: 3, day: 22)!
      #expect((0...34).contains(easter - first))
    }
  }

  // Cabinet Office of Japan, "National holidays" of the years given.
  @Test(
    "Equinoxes",
    arguments: [
      (2019, 21, 23), (2020, 20, 22), (2021, 20, 23), (2022, 21, 23), (2023, 21, 23),
      (2024, 20, 22), (2025, 20, 23), (2026, 20, 23), (2027, 21, 23),
    ])
  func equinoxes(year: Int, march: Int, september: Int) {
    #expect(Equinox.vernalDay(of: year) == march)
    #expect(Equinox.autumnalDay(of: year) == september)
  }

  @Test(
    "Weekdays of a month",
    arguments: [
      (HolidayRule.nth(3, .monday, month: 1), "2026-01-19"),
      (.nth(1, .thursday, month: 1), "2026-01-01"),
      (.nth(4, .thursday, month: 11), "2026-11-26"),
      (.nth(1, .sunday, month: 2), "2026-02-01"),
      (.last(.monday, month: 5), "2026-05-25"),
      (.last(.saturday, month: 2), "2026-02-28"),
      (.last(.sunday, month: 5), "2026-05-31"),
      (.onOrBefore(.monday, month: 5, day: 24), "2026-05-18"),
      (.onOrBefore(.sunday, month: 5, day: 24), "2026-05-24"),
      (.easter(-2), "2026-04-03"),
      (.easter(60), "2026-06-04"),
      (.fixed(month: 12, day: 25), "2026-12-25"),
      (.dates([2025_01_01, 2026_02_17]), "2026-02-17"),
    ])
  func dates(rule: HolidayRule, expected: String) {
    #expect(rule.dates(in: 2026) == [day(expected)])
  }

  @Test(
    "What falls on a weekend is moved as the observance says",
    arguments: [
      (Observance.none, "2027-12-25", "-"),
      (.sundayToMonday, "2027-12-25", "-"),
      (.sundayToMonday, "2027-12-26", "2027-12-27"),
      (.weekendToMonday, "2027-12-25", "2027-12-27"),
      (.weekendToMonday, "2027-12-26", "2027-12-27"),
      (.saturdayToMondaySundayToTuesday, "2027-12-25", "2027-12-27"),
      (.saturdayToMondaySundayToTuesday, "2027-12-26", "2027-12-28"),
      (.sundayToNextFree, "2027-12-25", "-"),
      (.sundayToNextFree, "2027-12-26", "2027-12-28"),
      (.weekendToNextFree, "2027-12-25", "2027-12-28"),
    ])
  func observances(observance: Observance, date: String, expected: String) {
    let taken = day("2027-12-27")
    let moved = observance.substitute(for: day(date)) { $0 == taken }
    #expect(moved?.description ?? "-" == expected)
  }
}
