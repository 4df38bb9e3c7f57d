import Testing
import Vocabulary

@Suite("Dates, times and instants")
struct DateAndTimeTests {
  @Test(
    "Dates that do not exist are refused",
    arguments: [
      "2026-02-30", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-01-00",
      "2026-04-31",
      "0000-01-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", "", "-026-01-01",
      "٢٠٢٦-01-01",
      "10000-01-01",
    ])
  func noDate(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(
    "Dates, their days and weekdays",
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday),
      ("2024-02-29", 19_782, .thursday), ("2026-03-06", 20_518, .friday),
      ("1969-12-31", -1, .wednesday), ("0001-01-01", -719_162, .monday),
      ("9999-12-31", 2_932_896, .friday), ("1900-03-01", -25_508, .thursday),
    ])
  func dates(text: String, days: Int32, weekday: Weekday) throws {
    let date = try #require(CivilDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test("Days follow each other without a gap for four centuries")
  func everyDay() throws {
    var expected = (year: 1_850, month: 1, day: 1)
    var date = try #require(CivilDate("1850-01-01"))
    while expected.year < 2_250 {
      #expect(date.components == expected)
      #expect(CivilDate(year: expected.year, month: expected.month, day: expected.day) == date)
      let leap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year == 2_000)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      date = date + 1
    }
  }

  @Test(
    "Wall times are read and written",
    arguments: [
      ("09:30", 34_200, "09:30"), ("9:30", 34_200, "09:30"), ("18:44:59", 67_499, "18:44:59"),
      ("29:00", 104_400, "29:00"), ("24:00", 86_400, "24:00"), ("00:00", 0, "00:00"),
      ("48:00", 172_800, "48:00"), ("32:30", 117_000, "32:30"),
    ])
  func wallTimes(text: String, seconds: Int32, written: String) throws {
    let time = try #require(WallTime(text))
    #expect(time.seconds == seconds)
    #expect(time.description == written)
    #expect(WallTime(time.description) == time)
  }

  @Test(
    "Wall times that do not exist are refused",
    arguments: [
      "48:01", "17:60", "17:59:60", "17", "17:5", "175:00", "-1:00", "17:00:00:00", "", ":",
      "1x:00",
    ])
  func noWallTime(text: String) {
    #expect(WallTime(text) == nil)
  }

  @Test(
    "Instants are read and written",
    arguments: [
      ("2026-03-06T23:45:00Z", 1_772_840_700_000_000, "2026-03-06T23:45:00Z"),
      ("2026-03-06T23:45Z", 1_772_840_700_000_000, "2026-03-06T23:45:00Z"),
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
      ("2026-03-06T23:45:00.5Z", 1_772_840_700_500_000, "2026-03-06T23:45:00.500000Z"),
    ])
  func instants(text: String, microseconds: Int64, written: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.microseconds == microseconds)
    #expect(instant.description == written)
    #expect(Instant(instant.description) == instant)
  }

  @Test(
    "Instants without a zone, a date or a time are refused",
    arguments: [
      "2026-03-06T23:45:00", "2026-02-30T00:00:00Z", "2026-03-06T24:00:00Z", "2026-03-06", "", "Z",
      "2026-03-06T23:45:00.1234567Z",
      "2026-03-06T23:45.5Z", "2026-03-06T23:45:00.Z", "2026-03-06T23:60:00Z",
    ])
  func noInstant(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(
    "Spans are read and written",
    arguments: [
      ("15min", 900_000_000, "15min"), ("1.5h", 5_400_000_000, "1h 30min"),
      ("2d", 172_800_000_000, "2d"),
      ("250ms", 250_000, "0.25s"), ("3us", 3, "0.000003s"), ("0s", 0, "0s"),
      ("90s", 90_000_000, "1min 30s"),
    ])
  func spans(text: String, microseconds: Int64, written: String) throws {
    let span = try #require(TimeSpan(text))
    #expect(span.microseconds == microseconds)
    #expect(span.description == written)
  }

  @Test(
    "Spans without a unit, or with a strange one, are refused",
    arguments: [
      "15", "-5min", "1.5us", "h", "1h30min", "1 h", "", "1y", "9999999999999d",
    ])
  func noSpan(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test("Time is counted both ways")
  func arithmetic() throws {
    let start = try #require(Instant("2026-03-06T23:45:00Z"))
    #expect(start + .hours(1) - .minutes(60) == start)
    #expect((start + .days(2)) - start == .hours(48))
    #expect(start < start + TimeSpan(microseconds: 1))
    #expect(start < .distantFuture)
  }

  @Test("Weekdays and their sets")
  func weekdays() {
    #expect(Weekday("mon") == .monday)
    #expect(Weekday("Monday") == nil)
    #expect(WeekdaySet([.monday, .sunday]).days == [.monday, .sunday])
    #expect(WeekdaySet.mondayToFriday.contains(.friday))
    #expect(!WeekdaySet.mondayToFriday.contains(.saturday))
    #expect(WeekdaySet.mondayToFriday.union(.saturdayAndSunday) == .everyDay)
    #expect(WeekdaySet(range: "Mon-Fri") == .mondayToFriday)
    #expect(WeekdaySet(range: "Sat-Mon") == WeekdaySet([.saturday, .sunday, .monday]))
    for text in ["Mon-", "Mon--Fri", "Mon-x-Fri", "Mon-Wed-Fri", "Mon", ""] {
      #expect(WeekdaySet(range: text) == nil)
    }
  }
}
