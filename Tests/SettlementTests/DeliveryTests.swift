import Bookkeeping
import Testing
import Vocabulary

/// Value dates of exchanges over the calendars of both currencies.
@Suite struct DeliveryTests {
  @Test(arguments: [
    // Tuesday 10 March in Hong Kong; both systems work on Wednesday and Thursday.
    ("2026-03-10T02:00:00Z", "T+1", "2026-03-11T00:30:00Z"),
    ("2026-03-10T02:00:00Z", "T+2", "2026-03-12T00:30:00Z"),
    ("2026-03-10T02:00:00Z", "spot", "2026-03-12T00:30:00Z"),
    // Friday 6 March: the weekend does not count.
    ("2026-03-06T02:00:00Z", "spot", "2026-03-10T00:30:00Z"),
    // At once: ten minutes of the clearer, and Hong Kong is open.
    ("2026-03-10T02:00:00Z", "at-once", "2026-03-10T02:10:00Z"),
  ])
  func isDeliveredWhenTheValueDateBegins(at: String, delivery: String, ended: String) throws {
    var tiny = TinyScenario()
    tiny.batch = ", exchange: {delivery: \(delivery)}"
    tiny.payments = [
      "id: P, at: \(at), from: SIN, to: HKG, currency: USD, credited-in: HKD, amount: 1000"
    ]
    let journey = try tiny.journey("batch")
    // HKD CHATS opens at 08:30 (00:30 UTC), the branch posts from 09:00 (01:00 UTC).
    let opens = try #require(Instant("2026-03-10T01:00:00Z"))
    let delivered = try #require(Instant(ended))
    let posted = delivery == "at-once" ? delivered : delivered + .minutes(30)
    #expect(journey.ended == posted && opens <= posted)
    #expect(journey.credited?.description == "7800.00 HKD")
  }

  @Test func aHolidayOfEitherCurrencyMovesTheValueDate() throws {
    var tiny = TinyScenario()
    (tiny.from, tiny.until) = ("2026-02-10T00:00:00Z", "2026-02-25T00:00:00Z")
    tiny.batch = ", exchange: {delivery: spot}"
    // Friday 13 February: Monday 16th is Presidents' Day (USFED), 17 to 19 are holidays in Hong
    // Kong: the first common days are Friday 20 and Monday 23.
    tiny.payments = [
      "id: P, at: 2026-02-13T02:00:00Z, from: SIN, to: HKG, currency: USD, credited-in: HKD, "
        + "amount: 1000"
    ]
    #expect(try tiny.journey("batch").ended == Instant("2026-02-23T01:00:00Z"))
  }
}
