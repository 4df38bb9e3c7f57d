import Testing
import Vocabulary

@testable import Calendars

@Suite("The published calendars agree with reference/holidays.csv")
struct PublishedCalendarsTests {
  static let published = PublishedCalendars.names.filter { $0 != "NONE" }

  @Test("All fifteen are there, and NONE")
  func names() {
    var listed: [String] = []
    for row in Reference.holidays where listed.last != row.calendar { listed.append(row.calendar) }
    #expect(listed == Self.published)
    #expect(Self.published.count == 15)
    #expect(PublishedCalendars.named("NONE")?.name == "NONE")
    #expect(PublishedCalendars.named("target") == nil)
  }

  @Test(
    "No date is missing, none is too many, and the names are those of the list",
    arguments: published)
  func datesAndNames(name: String) throws {
    let calendar = try #require(PublishedCalendars.named(name))
    let expected = Reference.holidays.filter { $0.calendar == name }.map { "\($0.date) \($0.name)" }
    let found = calendar.holidays.map { "\($0.date) \($0.name)" }
    #expect(Set(expected).subtracting(found).sorted() == [])
    #expect(Set(found).subtracting(expected).sorted() == [])
    #expect(found == expected)
    #expect(calendar.years == 2020...2035)
  }

  @Test(
    "Each date names the sources of the list, and is marked weak where the list is",
    arguments: published)
  func sources(name: String) throws {
    let calendar = try #require(PublishedCalendars.named(name))
    let expected = Reference.holidays.filter { $0.calendar == name }
    let byDate = Dictionary(uniqueKeysWithValues: calendar.holidays.map { ($0.date, $0) })
    for row in expected {
      let holiday = try #require(byDate[row.date])
      #expect(holiday.source.hasPrefix(row.sources.joined(separator: "; ") + " ("), "\(row.date)")
      let weak = row.status.contains("single") || row.status.contains("estimated")
      #expect(holiday.source.contains("(weak: ") == weak, "\(row.date) \(holiday.source)")
      #expect(
        holiday.source.contains("estimate") == row.status.contains("estimated"), "\(row.date)")
      #expect(holiday.source.contains("(resolved: ") == (row.status == "resolved"), "\(row.date)")
      if row.status == "agreed" {
        #expect(holiday.source.hasSuffix("(agreed by \(row.sources.count) sources)"), "\(row.date)")
      }
    }
  }

  @Test("The working weekends are those of reference/working_weekends.csv, and of China alone")
  func workingWeekends() throws {
    for name in Self.published {
      let calendar = try #require(PublishedCalendars.named(name))
      #expect(calendar.workingWeekends == (name == "CN" ? Reference.workingWeekends : []))
    }
  }

  @Test(
    "Every day of sixteen years is a business day unless a weekend or in the list",
    arguments: published
  )
  func everyDay(name: String) throws {
    let calendar = try #require(PublishedCalendars.named(name))
    let closed = Set(Reference.holidays.filter { $0.calendar == name }.map(\.date))
    let working = name == "CN" ? Set(Reference.workingWeekends) : []
    var date = day("2020-01-01")
    while date <= day("2035-12-31") {
      let friday = name == "AE" && date < day("2022-01-01")
      let rest: [Weekday] = friday ? [.friday, .saturday] : [.saturday, .sunday]
      let open = working.contains(date) || (!rest.contains(date.weekday) && !closed.contains(date))
      #expect(try calendar.isBusinessDay(date) == open, "\(date)")
      date = date + 1
    }
  }
}
