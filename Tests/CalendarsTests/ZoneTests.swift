import TestSupport
import Testing
import Vocabulary

@testable import Calendars

@Suite("Zones")
struct ZoneTests {
  @Test(
    "A local time in a gap moves forward by its length, one in an overlap is the earlier",
    arguments: [
      // The changes are those of the IANA data; the instants are counted by hand.
      ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00Z", Zone.Resolution.gap),
      ("America/New_York", "2026-03-08", "01:59", "2026-03-08T06:59:00Z", .exact),
      ("America/New_York", "2026-03-08", "03:00", "2026-03-08T07:00:00Z", .exact),
      ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", .overlap),
      ("America/New_York", "2026-11-01", "00:59", "2026-11-01T04:59:00Z", .exact),
      ("America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00:00Z", .exact),
      ("Europe/London", "2026-03-29", "01:30", "2026-03-29T01:30:00Z", .gap),
      ("Europe/London", "2026-10-25", "01:00", "2026-10-25T00:00:00Z", .overlap),
      ("America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T03:00:00Z", .gap),
      ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z", .gap),
      ("Asia/Tokyo", "2026-03-08", "02:30", "2026-03-07T17:30:00Z", .exact),
      ("America/New_York", "2006-03-20", "12:00", "2006-03-20T17:00:00Z", .exact),
      ("America/New_York", "2007-03-20", "12:00", "2007-03-20T16:00:00Z", .exact),
      ("America/Sao_Paulo", "2026-01-15", "12:00", "2026-01-15T15:00:00Z", .exact),
    ])
  func resolution(
    zone: String, date: String, time: String, instant: String, expected: Zone.Resolution
  ) throws {
    let found = try Zone(identifier: zone).instant(on: day(date), at: at(time))
    #expect(found.instant == utc(instant))
    #expect(found.resolution == expected)
  }

  @Test("A time past 24:00 is the wall clock of the next day, also across a change")
  func pastMidnight() throws {
    let zone = try Zone(identifier: "America/New_York")
    #expect(
      zone.instant(on: day("2026-03-07"), at: at("29:00")).instant == utc("2026-03-08T09:00:00Z"))
    #expect(zone.instant(on: day("2026-03-07"), at: at("26:30")).resolution == .gap)
    #expect(
      zone.instant(on: day("2026-03-07"), at: at("24:00")).instant
        == zone.startOfDay(day("2026-03-08")))
  }

  @Test(
    "The clock shows what was asked for, whenever it can",
    arguments: [
      "America/New_York", "Europe/Berlin", "Australia/Sydney", "America/Sao_Paulo", "Asia/Kolkata",
      "Africa/Casablanca", "Pacific/Apia", "UTC",
    ])
  func roundTrip(identifier: String) throws {
    let zone = try Zone(identifier: identifier)
    var dice = Dice(7)
    for _ in 0..<2_000 {
      let date = day("2000-01-01") + Int(dice.next() % 14_000)
      let time = WallTime(seconds: Int32(dice.next() % 86_400))
      let (instant, resolution) = zone.instant(on: date, at: time)
      guard resolution != .gap else { continue }
      let local = zone.local(of: instant)
      #expect(local.date == date)
      #expect(local.microsecondsOfDay == Int64(time.seconds) * 1_000_000)
      if resolution == .overlap {
        let later = zone.local(of: instant + .hour)
        #expect(later.microsecondsOfDay == local.microsecondsOfDay)
      }
    }
  }

  @Test("A day of the change has 23 or 25 hours")
  func dayLengths() throws {
    let zone = try Zone(identifier: "America/New_York")
    let spring = zone.startOfDay(day("2026-03-09")) - zone.startOfDay(day("2026-03-08"))
    let autumn = zone.startOfDay(day("2026-11-02")) - zone.startOfDay(day("2026-11-01"))
    #expect(spring == .hours(23))
    #expect(autumn == .hours(25))
  }

  @Test("The offset is that of the change from its very second on")
  func edges() throws {
    let zone = try Zone(identifier: "Europe/Berlin")
    let change = utc("2026-03-29T01:00:00Z")
    #expect(zone.offsetSeconds(at: change) == 7_200)
    #expect(zone.offsetSeconds(at: change - TimeSpan(microseconds: 1)) == 3_600)
  }

  @Test(
    "A bad identifier is refused with the nearest one",
    arguments: [
      (
        "Europe/Lodon",
        "no time zone 'Europe/Lodon': expected an IANA identifier; did you mean 'Europe/London'?"
      ),
      (
        "Asia/Honkong",
        "no time zone 'Asia/Honkong': expected an IANA identifier; did you mean 'Asia/Hong_Kong'?"
      ),
      ("EST", "no time zone 'EST': expected an IANA identifier, such as 'Europe/London'"),
      ("GMT+5", "no time zone 'GMT+5': expected an IANA identifier, such as 'Europe/London'"),
      ("", "no time zone '': expected an IANA identifier, such as 'Europe/London'"),
    ])
  func badIdentifier(identifier: String, message: String) {
    let error = #expect(throws: CalendarError.self) { try Zone(identifier: identifier) }
    #expect(error?.description == message)
  }

  @Test("The zone data has a version")
  func version() {
    #expect(Zone.dataVersion.hasPrefix("20"))
  }
}
