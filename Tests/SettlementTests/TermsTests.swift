import Bookkeeping
import Testing
import Vocabulary

/// Fees, conversion, screening, returns: what a payment costs and what may befall it.
@Suite struct TermsTests {
  private let given = "id: P, at: 2026-03-09T14:00:00Z, from: NYC, to: LDN, currency: USD"

  @Test(arguments: [
    ("OUR", "1000.00 USD", 25), ("SHA", "990.00 USD", 25), ("BEN", "975.00 USD", 25),
  ])
  func feesAreBorneByWhomTheOptionSays(option: String, credited: String, fees: Int) throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, fees: \(option), hops: [
           {correspondent: one, system: Fedwire Funds, processing: 0s, fee: 15},
           {correspondent: two, system: CHIPS, processing: 0s, fee: 10}]}
      """
    tiny.payments = ["\(given), amount: 1000"]
    let record = try tiny.record("batch")
    #expect(record.journeys[0].credited?.description == credited)
    #expect(record.corridors[0].fees == Int128(fees) * 100)
    // The pool of the payer pays what travels; what the payer was charged beside stays with the
    // correspondents.
    let sent = option == "OUR" ? 102_500 : option == "SHA" ? 101_500 : 100_000
    #expect(record.pools[0].paidOut == Int128(sent))
  }

  @Test func aCorrespondentTakesNoMoreThanIsLeft() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, fees: BEN, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 0s, fee: 15},
           {correspondent: two, system: CHIPS, processing: 0s, fee: 10}]}
      """
    tiny.payments = ["\(given), amount: 20"]
    let record = try tiny.record("batch")
    #expect(record.journeys[0].credited?.minorUnits == 0)
    #expect(record.corridors[0].fees == 2_000)
  }

  @Test func theTokenFeeIsThePayersBesideTheAmount() throws {
    var tiny = TinyScenario()
    tiny.fees = ", fees: [1.50 USD]"
    tiny.payments = ["\(given), amount: 1000"]
    let record = try tiny.record("token")
    #expect(record.journeys[0].credited?.description == "1000.00 USD")
    #expect(record.corridors[0].fees == 150)
  }

  @Test(arguments: ["batch", "token"])
  func conversionWaitsForTheDeskOfThePayeesBranch(model: String) throws {
    var tiny = TinyScenario()
    tiny.batch = ", exchange: {spread: 10bp, processing: 5min}"
    tiny.token = tiny.batch
    // Friday 20:00 in Hong Kong when the tokens come; its desk (by default its hours) opens on
    // Monday at 09:00, 01:00 UTC. 1,000 USD at 7.80 less 10 basis points are 7,792.20 HKD.
    tiny.payments = [
      "id: P, at: 2026-03-06T12:00:00Z, from: NYC, to: HKG, currency: USD, credited-in: HKD, "
        + "amount: 1000"
    ]
    let record = try tiny.record(model)
    let journey = record.journeys[0]
    #expect(journey.credited?.description == "7792.20 HKD")
    #expect(record.corridors[0].exchangeCost == 780)
    #expect(journey.ended == Instant("2026-03-09T01:05:00Z"))
    // By correspondents the dollars have come on Friday at 14:10 UTC: New York opens at 09:00.
    let arrived = model == "batch" ? "2026-03-06T14:10:00Z" : "2026-03-06T12:00:15Z"
    let waited = try #require(Instant("2026-03-09T01:05:00Z")) - #require(Instant(arrived))
    #expect(journey.spent(on: .foreignExchange) == waited)
    #expect(record.pools.map(\.closing)[6] == 100_000_000_000 + 779_220)
  }

  @Test(arguments: ["batch", "token"])
  func theDeskWorksInsideItsHoursOnly(model: String) throws {
    var tiny = TinyScenario()
    tiny.batch = ", exchange: {spread: 0bp, processing: 1h}"
    tiny.token = tiny.batch
    // From another bank on Friday 17:30 in Hong Kong: half an hour is left to the desk, which does
    // the other half on Monday from 09:00, 01:00 UTC.
    tiny.payments = [
      "id: P, at: 2026-03-06T09:30:00Z, from: outside, to: HKG, currency: USD, "
        + "credited-in: HKD, amount: 1000"
    ]
    #expect(try tiny.journey(model).ended == Instant("2026-03-09T01:30:00Z"))
  }

  @Test(arguments: ["batch", "token"])
  func whatComesFromOutsideIsConvertedToo(model: String) throws {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: P, at: 2026-03-09T06:00:00Z, from: outside, to: HKG, currency: USD, "
        + "credited-in: HKD, amount: 1000"
    ]
    // The dollars settle where Hong Kong's dollar pool does and go to the desk; its pool of HKD
    // gets 7,800.
    let record = try tiny.record(model)
    #expect(record.journeys[0].credited?.description == "7800.00 HKD")
    #expect(record.pools[2].closing == record.pools[2].opening)
    #expect(record.pools[6].closing == record.pools[6].opening + 780_000)
  }

  @Test(arguments: ["batch", "token"])
  func aReturnBeforeConversionGoesBackOutside(model: String) throws {
    var tiny = TinyScenario()
    tiny.batch = ", returns: {rate: 100%, after: 1h}"
    tiny.token = tiny.batch
    tiny.payments = [
      "id: P, at: 2026-03-09T06:00:00Z, from: outside, to: HKG, currency: USD, "
        + "credited-in: HKD, amount: 1000"
    ]
    let record = try tiny.record(model)
    #expect(record.journeys[0].end == .returned)
    #expect(record.pools.allSatisfy { $0.closing == $0.opening })
  }

  @Test func aReviewWithoutEndLeavesThePaymentOpen() throws {
    var tiny = TinyScenario()
    tiny.batch =
      ", screening: {alert-rate: 100%, review: {lognormal: {mu: 900, sigma: 100}}, "
      + "review-hours: working-hours}"
    tiny.payments = ["\(given), amount: 1000"]
    #expect(try tiny.journey("batch").end == .open)
  }

  @Test(arguments: ["batch", "token"])
  func anAlertOnFridayEveningIsReviewedOnMonday(model: String) throws {
    var tiny = TinyScenario()
    tiny.batch =
      ", screening: {alert-rate: 100%, false-positive-share: 100%, check: 5s, "
      + "review: {constant: 2h}, review-hours: working-hours}"
    tiny.token = tiny.batch
    // Friday 18:00 in New York with an hour left at the desk: half the work is done on Friday, the
    // other on Monday from 09:00, 13:00 UTC.
    tiny.payments = [
      "id: P, at: 2026-03-06T22:59:55Z, from: NYC, to: LDN, currency: USD, amount: 1000"
    ]
    let journey = try tiny.journey(model)
    let reviewed = try #require(Instant("2026-03-09T14:00:00Z"))
    #expect(
      journey.segments[0]
        == Segment(
          cause: .screening, from: journey.instructed, to: reviewed, story: "is screened"))
    #expect(journey.end == .credited)
  }

  @Test func aReviewAroundTheClockTakesItsTimeOnly() throws {
    var tiny = TinyScenario()
    tiny.token =
      ", screening: {alert-rate: 100%, false-positive-share: 100%, check: 5s, "
      + "review: {constant: 2h}, review-hours: around-the-clock}"
    tiny.payments = [
      "id: P, at: 2026-03-06T22:59:55Z, from: NYC, to: LDN, currency: USD, amount: 1000"
    ]
    #expect(try tiny.journey("token").ended == Instant("2026-03-07T01:00:15Z"))
  }

  @Test(arguments: ["batch", "token"])
  func aTrueHitIsReturnedWithAllThatWasCharged(model: String) throws {
    var tiny = TinyScenario()
    tiny.fees = ", fees: [1.50 USD]"
    tiny.batch =
      ", screening: {alert-rate: 100%, false-positive-share: 0%, check: 5s, "
      + "review: {constant: 1h}, review-hours: working-hours}"
    tiny.token = tiny.batch
    tiny.payments = ["\(given), amount: 1000"]
    let record = try tiny.record(model)
    #expect(record.journeys[0].end == .returned)
    #expect(record.journeys[0].ended == Instant("2026-03-09T15:00:05Z"))
    #expect(record.corridors[0].fees == 0)
    #expect(record.pools[0].paidOut == 0)
  }

  @Test func aReturnGoesBackItsOwnWay() throws {
    var tiny = TinyScenario()
    tiny.batch = ", returns: {rate: 100%, after: 4h}"
    // There: New York 10:00, London at 14:10 UTC. Found four hours later, 18:10, when London has
    // closed: it leaves on Tuesday at 08:00 UTC, is in New York at 08:10, posted at 09:00 there.
    tiny.payments = ["\(given), amount: 1000"]
    let record = try tiny.record("batch")
    let journey = record.journeys[0]
    #expect(journey.end == .returned && journey.credited?.description == "1000.00 USD")
    #expect(
      journey.story == [
        "processing until 2026-03-09T14:10:00Z", "processing until 2026-03-09T18:10:00Z",
        "night until 2026-03-10T08:00:00Z", "processing until 2026-03-10T08:10:00Z",
        "night until 2026-03-10T13:00:00Z",
      ])
    #expect(record.pools[0].closing == record.pools[0].opening)
    #expect(record.pools[1].closing == record.pools[1].opening)
  }

  @Test func aReturnOfTokensTakesThreeBlocksMore() throws {
    var tiny = TinyScenario()
    tiny.token = ", returns: {rate: 100%, after: 4h}"
    tiny.payments = ["\(given), amount: 1000"]
    let record = try tiny.record("token")
    #expect(record.journeys[0].end == .returned)
    #expect(record.journeys[0].ended == Instant("2026-03-09T18:00:30Z"))
    #expect(record.pools[0].closing == record.pools[0].opening)
  }
}
