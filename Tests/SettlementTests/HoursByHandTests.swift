import Bookkeeping
import Testing
import Vocabulary

/// Journeys worked out by hand from the published hours and holidays.
@Suite struct HoursByHandTests {
  private let toLondon = "from: NYC, to: LDN, currency: USD, amount: 100k"

  @Test func aSecondBeforeTheCutOffSettlesOnFriday() throws {
    var tiny = TinyScenario()
    tiny.payments = ["id: P, at: 2026-03-06T23:44:59Z, \(toLondon)"]
    let journey = try tiny.journey("batch")
    // Friday 18:44:59 in New York: Fedwire takes it; London posts on Monday at 08:00.
    #expect(
      journey.story == [
        "processing until 2026-03-06T23:54:59Z", "night until 2026-03-07T00:00:00Z",
        "weekend until 2026-03-09T00:00:00Z", "night until 2026-03-09T08:00:00Z",
      ])
    #expect(!journey.missedCutOff && journey.end == .credited)
  }

  @Test func atTheCutOffItHasMissedIt() throws {
    var tiny = TinyScenario()
    tiny.payments = ["id: P, at: 2026-03-06T23:45:00Z, \(toLondon)"]
    let journey = try tiny.journey("batch")
    // Friday 18:45:00: held to Monday 09:00 in New York, by then daylight time, so 13:00 UTC.
    #expect(
      journey.story == [
        "night until 2026-03-07T00:00:00Z", "night until 2026-03-07T05:00:00Z",
        "weekend until 2026-03-09T04:00:00Z", "night until 2026-03-09T13:00:00Z",
        "processing until 2026-03-09T13:10:00Z",
      ])
    #expect(journey.missedCutOff && journey.end == .credited)
  }

  @Test(
    arguments: [
      ("2026-03-06T13:59:59Z", false), ("2026-03-06T23:44:59Z", false),
      ("2026-03-06T23:45:00Z", true), ("2026-03-07T04:59:59Z", true),
      ("2026-03-07T05:00:00Z", false), ("2026-03-09T03:00:00Z", false),
    ])
  func aCutOffIsMissedOnABusinessDayOnly(at: String, missed: Bool) throws {
    // Friday before opening, before the cut-off, at it, a second before midnight; Saturday, Sunday.
    var tiny = TinyScenario()
    tiny.payments = ["id: P, at: \(at), \(toLondon)"]
    #expect(try tiny.journey("batch").missedCutOff == missed)
  }

  @Test func thanksgivingIsAHolidayOfADay() throws {
    var tiny = TinyScenario()
    (tiny.from, tiny.until) = ("2026-11-24T00:00:00Z", "2026-11-28T00:00:00Z")
    // Wednesday 25 November, 18:50 in New York; Thursday is Thanksgiving (USFED).
    tiny.payments = ["id: P, at: 2026-11-25T23:50:00Z, \(toLondon)"]
    let journey = try tiny.journey("batch")
    #expect(journey.spent(on: .holiday) == .hours(24))
    #expect(journey.spent(on: .night) == .minutes(5 * 60 + 10) + .hours(9))
    #expect(journey.ended == Instant("2026-11-27T14:10:00Z"))
  }

  @Test func chineseNewYearClosesTheSystemForThreeDays() throws {
    var tiny = TinyScenario()
    (tiny.from, tiny.until) = ("2026-02-15T00:00:00Z", "2026-02-22T00:00:00Z")
    // Monday 16 February 18:45 in Singapore; HKD CHATS closed at 18:30 and opens again on Friday:
    // 17, 18 and 19 February are holidays in Hong Kong.
    tiny.payments = [
      "id: P, at: 2026-02-16T10:45:00Z, from: SIN, to: HKG, currency: HKD, amount: 100k"
    ]
    let journey = try tiny.journey("batch")
    #expect(
      journey.story == [
        "night until 2026-02-16T16:00:00Z", "holiday until 2026-02-19T16:00:00Z",
        "night until 2026-02-20T00:30:00Z", "processing until 2026-02-20T00:40:00Z",
        "night until 2026-02-20T01:00:00Z",
      ])
  }

  @Test func theWeekendOfTheLondonGapIsAnHourShort() throws {
    var tiny = TinyScenario()
    (tiny.from, tiny.until) = ("2026-03-27T00:00:00Z", "2026-04-01T00:00:00Z")
    // Saturday noon. London's Sunday 29 March has 23 hours; Monday 08:00 is 07:00 UTC.
    tiny.payments = [
      "id: P, at: 2026-03-28T12:00:00Z, from: LDN, to: NYC, currency: USD, amount: 100k"
    ]
    let journey = try tiny.journey("batch")
    #expect(journey.spent(on: .weekend) == .hours(12 + 23))
    #expect(journey.segments[1].to == Instant("2026-03-30T07:00:00Z"))
    // Fedwire's Monday has been open since Sunday 21:00; New York posts from 09:00, 13:00 UTC.
    #expect(journey.ended == Instant("2026-03-30T13:00:00Z"))
  }

  @Test func aHolidayInTheMiddleHoldsTheSecondHop() throws {
    var tiny = TinyScenario()
    (tiny.from, tiny.until) = ("2026-01-18T00:00:00Z", "2026-01-24T00:00:00Z")
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [
           {correspondent: one, system: USD CHATS, processing: 20min, fee: 0},
           {correspondent: two, system: CHIPS, processing: 10min, fee: 0}]}
        - {from: any, to: any, currency: HKD, hops: [{correspondent: clearer,
           system: HKD CHATS, processing: 10min, fee: 0}]}
      """
    // Monday 19 January 10:00 in Singapore, Martin Luther King's day in New York: CHIPS opens for
    // Tuesday on Monday at 21:00, 02:00 UTC on Tuesday.
    tiny.payments = [
      "id: P, at: 2026-01-19T02:00:00Z, from: SIN, to: NYC, currency: USD, amount: 100k"
    ]
    let journey = try tiny.journey("batch")
    #expect(
      journey.story.prefix(4) == [
        "processing until 2026-01-19T02:20:00Z", "weekend until 2026-01-19T05:00:00Z",
        "holiday until 2026-01-20T02:00:00Z", "processing until 2026-01-20T02:10:00Z",
      ])
    #expect(journey.ended == Instant("2026-01-20T14:00:00Z"))
  }

  @Test func batchRunsReleaseAndPostAtTheirTimes() throws {
    var tiny = TinyScenario()
    (tiny.releases, tiny.postings) = ("[10:00, 16:00]", "[11:00, 17:00]")
    // Monday 9 March, 11:00 in New York (15:00 UTC): released at 16:00 (20:00 UTC), settled at
    // once, at London at 20:10 UTC, posted there on Tuesday at 11:00.
    tiny.payments = ["id: P, at: 2026-03-09T15:00:00Z, \(toLondon)"]
    let journey = try tiny.journey("batch")
    #expect(
      journey.story == [
        "batch until 2026-03-09T20:00:00Z", "processing until 2026-03-09T20:10:00Z",
        "night until 2026-03-10T08:00:00Z", "posting until 2026-03-10T11:00:00Z",
      ])
  }

  @Test func tokensTakeThreeBlocksOnASundayNight() throws {
    var tiny = TinyScenario()
    tiny.payments = ["id: P, at: 2026-03-08T03:00:01Z, \(toLondon)"]
    let journey = try tiny.journey("token")
    #expect(
      journey.story == [
        "network until 2026-03-08T03:00:05Z", "network until 2026-03-08T03:00:10Z",
        "network until 2026-03-08T03:00:15Z",
      ])
    #expect(journey.end == .credited)
  }

  @Test func aStepHandedOverWithABlockTakesTheNext() throws {
    var tiny = TinyScenario()
    tiny.ledger = "{block-interval: 5s, finality: 2s, step-failure: 0%, time-out: 10s}"
    tiny.payments = ["id: P, at: 2026-03-08T03:00:00Z, \(toLondon)"]
    // Blocks at 5, 10 and 15 s, each final two seconds later.
    #expect(try tiny.journey("token").ended == Instant("2026-03-08T03:00:17Z"))
  }
}
