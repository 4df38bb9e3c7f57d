import Calendars
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct WorldTests {
  @Test(arguments: [
    ("2026-03-06T05:00:00Z", "2026-03-06T05:00:00Z"),
    ("2026-03-06 00:00 America/New_York", "2026-03-06T05:00:00Z"),
    // Shown twice on 2 November 2025, at 05:30 and 06:30 UTC; the earlier counts.
    ("2025-11-02 01:30 America/New_York", "2025-11-02T05:30:00Z"),
  ]) func readsInstantsOnBothKindsOfClock(_ text: String, _ expected: String) throws {
    let scenario = try SmallScenario().with("from: 2026-03-06T05:00:00Z", "from: \(text)").read()
    #expect(scenario.experiment.from == Instant(expected))
  }

  @Test func refusesATimeThatTheClockJumpsOver() {
    // The clocks of New York went from 02:00 to 03:00 on 8 March 2026.
    let small = SmallScenario().with(
      "until: 2026-03-07T05:00:00Z", "until: 2026-03-08 02:30 America/New_York")
    #expect(small.problems.count == 1)
    #expect(small.problems.first?.contains("jumps over") == true)
  }

  @Test(arguments: [
    ("5M", 500_000_000), ("40k", 4_000_000), ("2bn", 200_000_000_000), ("1_234.50", 123_450),
    ("0", 0),
  ]) func readsAmountsWithTheirSuffixes(_ text: String, _ minorUnits: Int64) throws {
    let scenario = try SmallScenario().with("opening-balance: 5M", "opening-balance: \(text)")
      .read()
    #expect(scenario.pools.map(\.openingBalance.minorUnits) == [minorUnits, minorUnits])
  }

  @Test func defaultsAreTheQuietOnes() throws {
    let scenario = try SmallScenario().read()
    #expect(scenario.title == "week")
    #expect(scenario.experiment.seed == 1)
    #expect(scenario.experiment.replications == 100)
    #expect(scenario.experiment.warmUp == .zero)
    #expect(scenario.rates == RateTable(rates: [], reportingCurrency: .usd))
    let branch = scenario.branches[0]
    #expect(branch.title == "NYC")
    #expect(branch.hours.customerCutOff == branch.hours.closes)
    #expect(branch.releases == .continuous)
    #expect(branch.reviewDesk.opens == branch.hours.opens)
    let pool = scenario.pools[0]
    #expect(pool.floor == .zero(.usd))
    #expect(pool.target == pool.openingBalance)
    #expect(pool.creditLimit == .zero(.usd))
    #expect(pool.haircutBasisPoints == 0)
    #expect(scenario.routes[0].feeOption == .shared)
    #expect(scenario.routes[0].hops[0].cutOff == .interbank)
    #expect(scenario.models[0].screening.alertRate == 0)
    #expect(scenario.models[0].rebalancing == nil)
    #expect(scenario.volumes == nil)
  }

  @Test func pairsOfABranchWithItselfDoNotCount() throws {
    // With the two of the scenario 45 branches: 45 × 44 pairs are 1,980, below the 2,000.
    let more = (1...43).map {
      "  B\($0): {zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00}\n"
    }
    let scenario = try SmallScenario().with("branches:\n", "branches:\n" + more.joined())
      .with("from: NYC\n    to: LDN", "from: any\n    to: any")
      .with("{from: NYC, to: LDN, currency", "{from: any, to: any, currency").read()
    #expect(scenario.flows.count == 1_980 && scenario.routes.count == 1_980)
  }

  @Test func ownCalendarsJoinAndAdd() throws {
    let own = """
      calendars:
        Both: {based-on: [USFED, GBENG], holidays: [{date: 2026-03-10, name: Audit}]}
        Gulf: {years: 2025-2027, weekend: [Fri, Sat], working-days: [2026-03-07]}
      branches:
        DXB: {zone: Asia/Dubai, calendar: Gulf, opens: 09:00, closes: 17:00}

      """
    let scenario = try SmallScenario().with("branches:\n", own)
      .with("calendar: GBENG", "calendar: Both").read()
    let both = try #require(scenario.branches.first { $0.name == "LDN" }).calendar
    #expect(try !both.isBusinessDay(#require(CivilDate("2026-03-10"))))
    // Independence Day (observed) of the United States, Boxing Day (substitute) of England.
    #expect(try !both.isBusinessDay(#require(CivilDate("2025-07-04"))))
    #expect(try !both.isBusinessDay(#require(CivilDate("2026-12-28"))))
    let gulf = try #require(scenario.branches.first { $0.name == "DXB" }).calendar
    #expect(gulf.years == 2025...2027)
    #expect(try gulf.status(of: #require(CivilDate("2026-03-06"))) == .weekend)
    #expect(try gulf.isBusinessDay(#require(CivilDate("2026-03-07"))))
    #expect(try gulf.isBusinessDay(#require(CivilDate("2026-03-08"))))
  }

  @Test func extraHolidaysCloseBranchesAndSystemsOfTheirCalendar() throws {
    let extra = "extra-holidays:\n  USFED: [{date: 2026-03-06, name: Mourning}]\nbranches:\n"
    let scenario = try SmallScenario().with("branches:\n", extra).read()
    let date = try #require(CivilDate("2026-03-06"))
    #expect(try !scenario.branches[0].calendar.isBusinessDay(date))
    #expect(try scenario.branches[1].calendar.isBusinessDay(date))
    #expect(try scenario.systems[0].hours.days.status(of: date) == .holiday)
  }

  @Test(arguments: [
    ("same-day", "08:30", "29:00", OpeningKind.sameDay),
    ("previous-calendar-day", "21:00", "19:00", .previousCalendarDay),
    ("previous-business-day", "19:30", "18:00", .previousBusinessDay),
  ]) func ownSystemsOpenOnThreeKindsOfDay(
    _ word: String, _ opens: String, _ closes: String, _ kind: OpeningKind
  ) throws {
    let own = """
      systems:
        Own:
          {currency: USD, zone: Asia/Hong_Kong, calendar: HK, days: Mon-Fri, opens: \(opens),
           opening-day: \(word), customer-cut-off: 17:00, closes: \(closes)}
      branches:

      """
    let scenario = try SmallScenario().with("branches:\n", own)
      .with("system: CHIPS", "system: Own").read()
    let hours = scenario.systems[0].hours
    #expect(scenario.systems.map(\.name) == ["Own"])
    #expect(hours.opening == kind)
    #expect(hours.closes == WallTime(closes))
    #expect(hours.customerCutOff == WallTime("17:00"))
    #expect(hours.interbankCutOff == hours.closes)
  }

  @Test func holidaysComeFromACalendarFile() throws {
    try withTemporaryFolder { folder in
      let text = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260306
        SUMMARY:Mourning
        END:VEVENT
        END:VCALENDAR

        """.replacingOccurrences(of: "\n", with: "\r\n")
      try text.write(
        to: folder.appendingPathComponent("own.ics"), atomically: true, encoding: .utf8)
      var small = SmallScenario().with(
        "branches:\n", "calendars:\n  Own: {years: 2026, ics: own.ics}\nbranches:\n"
      )
      .with("calendar: GBENG", "calendar: Own")
      small.folder = folder.path
      let scenario = try small.read()
      #expect(
        try scenario.branches[1].calendar.status(of: #require(CivilDate("2026-03-06"))) == .holiday)
    }
  }

  @Test(arguments: [
    ("releases: every 6h", [9, 15]), ("releases: [09:00, 12:00]", [9, 12]),
  ]) func batchesRunInARhythmOrAtTimes(_ key: String, _ hours: [Int32]) throws {
    let scenario = try SmallScenario().with("closes: 17:00", "closes: 17:00, \(key)").read()
    #expect(scenario.branches[0].releases == .at(hours.map { WallTime(hour: $0) }))
  }
}
