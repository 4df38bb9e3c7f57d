import Testing
import Vocabulary

@testable import Calendars

/// Hours that do not hold as planned; London's Monday and Tuesday of 9 and 10 March 2026 are on
/// GMT, so that local times are UTC.
@Suite struct InterruptionTests {
  private func at(_ text: String) throws -> Instant { try #require(Instant("2026-03-\(text):00Z")) }

  /// 08:00 to 18:00, customers until 17:00, banks until 17:30, over Monday and Tuesday.
  private func hours() throws -> Timetable {
    func time(_ text: String) throws -> WallTime { try #require(WallTime(text)) }
    let hours = try OperatingHours(
      zone: Zone(identifier: "Europe/London"),
      days: OperatingDays(try #require(PublishedCalendars.named("GBENG"))),
      opens: time("08:00"), customerCutOff: time("17:00"), interbankCutOff: time("17:30"),
      closes: time("18:00"))
    return try hours.compile(covering: at("09T00:00")..<at("11T00:00"))
  }

  /// The closed pieces of both days as text.
  private func closed(_ timetable: Timetable) throws -> [String] {
    timetable.closedPieces(from: try at("09T00:00"), to: try at("11T00:00")).map {
      "\($0.cause) \($0.start) \($0.end)".replacing("2026-03-", with: "").replacing(
        ":00Z", with: "")
    }
  }

  @Test func aCutLeavesPiecesOfTheSameValueDate() throws {
    let cut = try hours().interrupted(during: [at("09T16:00")..<at("09T17:15")])
    let monday = cut.windows.filter { $0.valueDate == CivilDate("2026-03-09") }
    #expect(monday.map(\.opens) == [try at("09T08:00"), try at("09T17:15")])
    #expect(monday.map(\.closes) == [try at("09T16:00"), try at("09T18:00")])
    // Customers have missed the second piece, banks have not.
    #expect(monday.map(\.customerCutOff) == [try at("09T16:00"), try at("09T17:00")])
    #expect(monday.map(\.interbankCutOff) == [try at("09T16:00"), try at("09T17:30")])
    #expect(
      try closed(cut) == [
        "night 09T00:00 09T08:00", "outage 09T16:00 09T17:15", "night 09T18:00 10T08:00",
        "night 10T18:00 11T00:00",
      ])
    #expect(cut.isInterrupted)
    #expect(try !hours().isInterrupted)
  }

  @Test func whatIsPlannedClosedKeepsItsCause() throws {
    // Overlapping cuts from Monday evening to Tuesday noon, and one at night that nobody feels.
    let cut = try hours().interrupted(during: [
      at("09T17:00")..<at("10T09:00"), at("10T08:30")..<at("10T12:00"),
      at("10T20:00")..<at("10T21:00"),
    ])
    #expect(
      try closed(cut) == [
        "night 09T00:00 09T08:00", "outage 09T17:00 09T18:00", "night 09T18:00 10T08:00",
        "outage 10T08:00 10T12:00", "night 10T18:00 11T00:00",
      ])
  }

  @Test func aDayThatIsCancelledIsAnOutageForItsHours() throws {
    let date = try #require(CivilDate("2026-03-09"))
    let without = try hours().withoutDay(date)
    #expect(!without.windows.contains { $0.valueDate == date })
    #expect(
      try closed(without).prefix(3) == [
        "night 09T00:00 09T08:00", "outage 09T08:00 09T18:00", "night 09T18:00 10T08:00",
      ])
  }

  @Test func aLaterCloseIsOpenAndMovesBothCutOffs() throws {
    let date = try #require(CivilDate("2026-03-09"))
    let later = try hours().movingCutOffs(of: date, by: .hours(3))
    let window = try #require(later.windows.first { $0.valueDate == date })
    #expect(window.customerCutOff == (try at("09T20:00")))
    #expect(window.interbankCutOff == (try at("09T20:30")))
    #expect(
      try closed(later) == [
        "night 09T00:00 09T08:00", "night 09T21:00 10T08:00", "night 10T18:00 11T00:00",
      ])
  }

  @Test func aCloseAfterTheNextOpeningKeepsThatClosed() throws {
    // 15 hours after 18:00 is 09:00 on Tuesday, an hour into its window.
    let date = try #require(CivilDate("2026-03-09"))
    let later = try hours().movingCutOffs(of: date, by: .hours(15))
    #expect(later.windows.map(\.opens).contains(try at("10T09:00")))
    #expect(later.window(at: try at("10T08:30"))?.valueDate == date)
    #expect(try closed(later) == ["night 09T00:00 09T08:00", "night 10T18:00 11T00:00"])
  }

  @Test func anEarlierCloseIsAnOutageUpToThePlannedOne() throws {
    let date = try #require(CivilDate("2026-03-09"))
    let earlier = try hours().movingCutOffs(of: date, by: .zero - .hours(2))
    let window = try #require(earlier.windows.first { $0.valueDate == date })
    #expect(window.closes == (try at("09T16:00")))
    #expect(window.customerCutOff == (try at("09T15:00")))
    #expect(try closed(earlier)[1] == "outage 09T16:00 09T18:00")
    // At or before the opening nothing is left of the day.
    let none = try hours().movingCutOffs(of: date, by: .zero - .hours(10))
    #expect(!none.windows.contains { $0.valueDate == date })
  }

  @Test func whatKeepsNoHoursIsOpenButForItsOutages() throws {
    let always = Timetable.always(
      try at("09T00:00")..<at("11T00:00"), but: [try at("09T00:00")..<at("09T01:00")])
    #expect(try closed(always) == ["outage 09T00:00 09T01:00"])
    #expect(always.isOpen(at: try at("09T01:00")))
    #expect(!always.isOpen(at: try at("09T00:59")))
  }
}
