import Testing
import Vocabulary

@testable import Calendars

@Suite("A fault of the table of systems is told with its line and column") struct SystemTableTests {
  private static let columns = SystemColumn.allCases.map(\.rawValue)
  private static let row = [
    "Sample", "EUR", "Europe/Berlin", "sameDay", "07:00", "17:00", "18:00", "18:00", "Mon-Fri",
    "TARGET", "2020-01-01", "2030-01-01", "RTGS", "a document of 2020", "high", "",
  ]

  /// What is wrong with a table of these rows.
  private func problems(_ rows: [String]...) -> [String] {
    let text = ([SystemTableTests.columns] + rows).map(CSVFile.line).joined()
    do {
      _ = try SystemTable.systems(of: text)
      return []
    } catch {
      return error.messages
    }
  }

  /// The sample row with another field in a column.
  private func row(_ column: SystemColumn, _ field: String) -> [String] {
    var row = SystemTableTests.row
    row[SystemColumn.allCases.firstIndex(of: column)!] = field
    return row
  }

  @Test("The sample row is sound, without dates and with notes too") func soundRow() {
    #expect(problems(SystemTableTests.row) == [])
    #expect(problems(row(.effectiveFrom, "")) == [])
    #expect(problems(row(.effectiveUntil, "")) == [])
    #expect(problems(row(.notes, "closed, at times")) == [])
  }

  @Test(
    "Each field is held to its form",
    arguments: [
      (SystemColumn.system, "", "system: expected a text, found ''"),
      (
        .currency, "EUT", "currency: expected a currency or MULTI, found 'EUT'; did you mean 'EUR'?"
      ),
      (
        .zone, "Europe/Berlinn",
        "iana_zone: no time zone 'Europe/Berlinn': expected an IANA identifier; did you mean "
          + "'Europe/Berlin'?"
      ),
      (
        .opening, "samDay",
        "opening: expected how it opens, found 'samDay'; did you mean 'sameDay'?"
      ),
      (.opens, "7:00", "opens_local: expected a time as 09:30, found '7:00'"),
      (.customerCutOff, "17.00", "customer_cutoff_local: expected a time as 09:30, found '17.00'"),
      (.interbankCutOff, "", "interbank_cutoff_local: expected a time as 09:30, found ''"),
      (.closes, "49:00", "closes_local: expected a time as 09:30, found '49:00'"),
      (
        .days, "Mon-Fri+CN",
        "days: expected days as Mon-Fri or Mon-Fri+working weekends, found 'Mon-Fri+CN'"
      ),
      (
        .days, "Mon-x-Fri",
        "days: expected days as Mon-Fri or Mon-Fri+working weekends, found 'Mon-x-Fri'"
      ),
      (.days, "", "days: expected days as Mon-Fri or Mon-Fri+working weekends, found ''"),
      (
        .calendar, "TARGT",
        "calendar: expected a published calendar, found 'TARGT'; did you mean 'TARGET'?"
      ),
      (
        .effectiveFrom, "2020-02-30",
        "effective_from: expected a date as 2026-03-31 or nothing, found '2020-02-30'"
      ),
      (
        .effectiveUntil, "never",
        "effective_until: expected a date as 2026-03-31 or nothing, found 'never'"
      ),
      (.kind, "", "kind: expected a text, found ''"),
      (.source, "", "source: expected a text, found ''"),
      (.confidence, "", "confidence: expected a text, found ''"),
    ])
  func badField(column: SystemColumn, field: String, problem: String) {
    #expect(problems(row(column, field)) == ["line 2: " + problem])
  }

  @Test("Hours that contradict each other are refused") func impossibleHours() {
    #expect(
      problems(row(.customerCutOff, "18:30"))
        == ["line 2: customer cut-off 18:30 lies after the close 18:00"])
    #expect(
      problems(row(.effectiveUntil, "2020-01-01"))
        == ["line 2: effective from 2020-01-01 is not before effective until 2020-01-01"])
  }

  @Test("All problems are told at once, a name that stands twice among them") func allProblems() {
    var second = row(.zone, "Berlin")
    second[3] = "later"
    #expect(
      problems(SystemTableTests.row, ["x"], second) == [
        "line 3: expected 16 fields, found 1",
        "line 4: iana_zone: no time zone 'Berlin': expected an IANA identifier, such as "
          + "'Europe/London'",
        "line 4: opening: expected how it opens, found 'later'",
        "line 4: system: 'Sample' stands in line 2 already, a version of its hours needs a name of "
          + "its own",
      ])
  }

  @Test("Other columns, and text that is no table, are refused as a whole") func otherColumns() {
    #expect(throws: SystemTableProblems.self) { try SystemTable.systems(of: "system,hours\n") }
    #expect(throws: SystemTableProblems(messages: ["line 1: the quote is not closed"])) {
      try SystemTable.systems(of: "\"system")
    }
  }

  @Test(
    "Days are read as they are written",
    arguments: [
      ("Mon-Fri", WeekdaySet.mondayToFriday, false),
      ("Mon-Fri+working weekends", .mondayToFriday, true),
      ("Sun-Fri", WeekdaySet([.sunday, .monday, .tuesday, .wednesday, .thursday, .friday]), false),
      ("Mon-Sun", .everyDay, false),
      ("Mon,Wed,Sat", WeekdaySet([.monday, .wednesday, .saturday]), false),
      ("Tue", WeekdaySet([.tuesday]), false),
    ])
  func days(text: String, days: WeekdaySet, workingWeekends: Bool) {
    #expect(
      OperatingDays.Rule(written: text) == .weekdays(days, workingWeekends: workingWeekends))
  }
}
