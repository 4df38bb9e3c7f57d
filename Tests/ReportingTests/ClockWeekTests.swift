import Testing
import Vocabulary

@testable import Reporting

@Suite struct ClockWeekTests {
  private let range = Week.start..<Week.start + .days(7)

  /// The sentence over the picture of a week with these open hours, one list a branch.
  private func words(_ open: [[Range<Instant>]]) -> String? {
    let clock = ClockAxis(title: "UTC", ticks: [])
    let rows = open.map {
      OpeningWeek.Row(title: "NYC", open: $0, closed: [], cutOffs: [], hours: "", cutOff: "")
    }
    let week = OpeningWeek(
      range: range, clock: clock,
      places: [OpeningWeek.Place(clock: clock, changes: [], rows: rows)], leftOut: 1)
    let section = ClockWeek.section(week, Findings(Week.comparison()))
    #expect(section?.remarks.last == "One further branch or system is left out.")
    return section?.figures.first?.caption
  }

  @Test("hours before and after the week do not count: never more than it has")
  func clipped() {
    let (start, end) = (range.lowerBound, range.upperBound)
    let beyond = [start - .days(3)..<end + .days(3)]
    #expect(
      words([beyond])
        == "From Fri 2026-03-06 on: of 168 hours, branches and systems are open for 168.")
    // Two hours of six at the start, three of nine at the end, four within, none of the day before.
    let ends = [
      start - .days(1)..<start - .hours(1), start - .hours(4)..<start + .hours(2),
      start + .hours(30)..<start + .hours(34), end - .hours(3)..<end + .hours(6),
    ]
    #expect(words([ends, beyond])?.hasSuffix("are open for 9 to 168.") == true)
  }

  @Test("what lies beside the week altogether is closed in it") func outside() {
    #expect(
      words([[range.upperBound + .hours(1)..<range.upperBound + .hours(9)]])?
        .hasSuffix("are open for 0.") == true)
  }
}
