import Bookkeeping
import Testing
import Vocabulary

/// The way by correspondents: their hours, covers, conversions on the way, alternatives.
@Suite struct CorrespondentTests {
  private let given = "id: P, from: NYC, to: LDN, currency: USD"

  @Test func aCorrespondentWorksInItsOwnHours() throws {
    var tiny = TinyScenario()
    tiny.root = """
      correspondents:
        one: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 15:00}
      """
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [
           {correspondent: one, system: Fedwire Funds, cut-off: customer, processing: 2h}]}
      """
    // Friday 14:00 in New York (19:00 UTC): an hour of work until 15:00, the second on Monday from
    // 09:00 (13:00 UTC, daylight time since Sunday). London is open then.
    tiny.payments = ["\(given), at: 2026-03-06T19:00:00Z, amount: 1000"]
    #expect(
      try tiny.journey("batch").story == [
        "processing until 2026-03-06T20:00:00Z", "night until 2026-03-07T05:00:00Z",
        "weekend until 2026-03-09T04:00:00Z", "night until 2026-03-09T13:00:00Z",
        "processing until 2026-03-09T14:00:00Z",
      ])
  }

  @Test func theTimeOfACorrespondentIsDrawnForEachPaymentAndHop() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [
           {correspondent: one, system: Fedwire Funds, processing: {uniform: {low: 1min, high: 9min}}},
           {system: Fedwire Funds, processing: {uniform: {low: 1min, high: 9min}}}]}
      """
    tiny.payments = (0..<40).map {
      "id: P\($0), from: NYC, to: LDN, currency: USD, at: 2026-03-09T14:00:00Z, amount: 1000"
    }
    let journeys = try tiny.record("batch").journeys
    let first = journeys.map { ($0.segments[0].to - $0.segments[0].from).inSeconds }
    let second = journeys.map { ($0.segments[1].to - $0.segments[1].from).inSeconds }
    #expect((first + second).allSatisfy { (60...540).contains($0) })
    #expect(
      Set(first).count == 40 && Set(second).count == 40 && Set(first).isDisjoint(with: second))
  }

  @Test func aCoverArrivesWholeAndThePayerPaysEveryBank() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, method: cover, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min, fee: 15},
           {correspondent: two, system: Fedwire Funds, processing: 10min, fee: 10}]}
      """
    tiny.payments = ["\(given), at: 2026-03-09T14:00:00Z, amount: 1000"]
    let record = try tiny.record("batch")
    #expect(record.journeys[0].credited?.description == "1000.00 USD")
    #expect(record.journeys[0].ended == Instant("2026-03-09T14:20:00Z"))
    #expect(record.corridors[0].fees == 2_500)
    #expect(record.pools[0].paidOut == 102_500 && record.pools[1].paidIn == 100_000)
  }

  @Test func onTheAnnouncementThePayeeHasItBeforeTheMoney() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, method: cover-on-announcement, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 30min, fee: 15}]}
      """
    tiny.payments = ["\(given), at: 2026-03-09T14:00:00Z, amount: 1000"]
    let record = try tiny.record("batch")
    #expect(record.journeys[0].ended == Instant("2026-03-09T14:00:00Z"))
    #expect(record.journeys[0].credited?.description == "1000.00 USD")
    // The cover follows: what the payer's pool paid less the fee lies in the payee's.
    #expect(record.pools[0].paidOut == 101_500 && record.pools[1].paidIn == 100_000)
    #expect(record.payments.count == 1 && record.corridors[0].fees == 1_500)
  }

  @Test func aCoverUnderWayAtTheHorizonIsNoPayment() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, method: cover-on-announcement, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 40d},
           {correspondent: two, system: Fedwire Funds, processing: 0s}]}
      """
    tiny.payments = ["\(given), at: 2026-03-09T14:00:00Z, amount: 1000"]
    let record = try tiny.record("batch")
    #expect(record.payments.map(\.end) == [.credited])
    #expect(record.pools[1].paidIn == 0)
  }

  @Test func aCorrespondentChangesTheCurrencyOnTheWay() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: HKG, currency: USD, credited-in: HKD, exchange-after: 1, fees: BEN, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min, fee: 15},
           {correspondent: two, system: HKD CHATS, processing: 10min, fee: 90}]}
        - {from: HKG, to: any, currency: USD, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min}]}
      """
    tiny.batch = ", exchange: {spread: 10bp, processing: 5min}"
    // 22:00 in New York on Sunday the 8th: Fedwire is open, Hong Kong is at 10:00 on Monday.
    tiny.payments = [
      "id: P, from: SIN, to: HKG, currency: USD, credited-in: HKD, at: 2026-03-09T02:00:00Z, "
        + "amount: 1000"
    ]
    let record = try tiny.record("batch")
    // 985.00 USD at 7.80 less 10 basis points: 985 × 7.80 × 0.999 = 7,675.317, cut to 7,675.31
    // HKD; less 90.00 HKD are 7,585.31. At mid 7,683.00: the exchange cost 7.69 HKD. The fees are
    // 15.00 USD and 90.00 HKD = 11.54 USD at mid.
    #expect(record.journeys[0].credited?.description == "7585.31 HKD")
    #expect(record.corridors[0].exchangeCost == 769)
    #expect(record.corridors[0].fees == 1_500 + 1_154)
    #expect(record.journeys[0].ended == Instant("2026-03-09T02:25:00Z"))
    let paidIn = record.pools.map(\.paidIn)
    #expect(paidIn.reduce(0, +) == 758_531)
  }

  @Test func theSendingBranchChangesTheCurrencyFromItsOwnBook() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: HKG, currency: USD, credited-in: HKD, exchange-after: 0, hops: [
           {correspondent: two, system: HKD CHATS, processing: 10min, fee: 90}]}
        - {from: HKG, to: any, currency: USD, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min}]}
      """
    tiny.payments = [
      "id: P, from: SIN, to: HKG, currency: USD, credited-in: HKD, at: 2026-03-09T02:00:00Z, "
        + "amount: 1000"
    ]
    let record = try tiny.record("batch")
    // Singapore's pool of Hong Kong dollars pays 7,800.00, Hong Kong's gets 90.00 less.
    #expect(record.journeys[0].credited?.description == "7710.00 HKD")
    #expect(record.pools.map(\.paidOut).reduce(0, +) == 780_000)
    #expect(record.pools.map(\.paidIn).reduce(0, +) == 771_000)
  }

  @Test func whatWasChangedOnTheWayIsChangedBackOnAReturn() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: HKG, currency: USD, credited-in: HKD, exchange-after: 1, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 0s},
           {correspondent: two, system: HKD CHATS, processing: 0s}]}
        - {from: HKG, to: any, currency: USD, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min}]}
      """
    tiny.batch = ", returns: {rate: 100%, after: 0s}, exchange: {spread: 1%, processing: 0s}"
    tiny.payments = [
      "id: P, from: SIN, to: HKG, currency: USD, credited-in: HKD, at: 2026-03-09T02:00:00Z, "
        + "amount: 1000"
    ]
    let record = try tiny.record("batch")
    // 1,000 × 7.80 × 0.99 = 7,722.00 HKD; back / 7.80 × 0.99 = 980.10 USD.
    #expect(record.journeys[0].end == .returned)
    #expect(record.journeys[0].credited?.description == "980.10 USD")
  }

  @Test func anAlternativeIsTakenWhenTheFirstCorridorIsClosed() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, fees: OUR, hops: [
           {correspondent: one, system: USD CHATS, processing: 10min, fee: 5}]}
        - {from: any, to: any, currency: USD, fees: OUR, alternative: true, hops: [
           {correspondent: two, system: Fedwire Funds, processing: 20min, fee: 12}]}
      """
    // Monday 10:00 in New York is 22:00 in Hong Kong: USD CHATS has closed. The payer was charged
    // 5.00; the bank bears the other 7.00.
    tiny.payments = ["\(given), at: 2026-03-09T14:00:00Z, amount: 1000"]
    let record = try tiny.record("batch")
    #expect(record.journeys[0].ended == Instant("2026-03-09T14:20:00Z"))
    #expect(record.journeys[0].credited?.description == "1000.00 USD")
    #expect(record.corridors[0].fees == 1_200 && record.pools[0].paidOut == 101_200)
  }

  @Test func withEveryCorridorClosedTheFirstWaits() throws {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [
           {correspondent: one, system: CHAPS test, processing: 10min}]}
        - {from: any, to: any, currency: USD, alternative: true, hops: [
           {correspondent: two, system: USD CHATS, processing: 20min}]}
      """
    tiny.root = """
      systems:
        CHAPS test: {currency: USD, zone: Europe/London, calendar: GBENG, opens: 06:00, closes: 12:00}
      """
    tiny.payments = ["\(given), at: 2026-03-09T14:00:00Z, amount: 1000"]
    #expect(try tiny.journey("batch").ended == Instant("2026-03-10T08:00:00Z"))
  }

  @Test func aPayerOfAnAlternativeGetsBackWhatItWasCharged() throws {
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 0}
        - {branch: [LDN, HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 0}
      """
    tiny.rates = "{reporting-currency: USD, rates: {EUR/USD: 1.16}}"
    tiny.corridors = """
        - {from: any, to: any, currency: USD, fees: OUR, hops: [
           {correspondent: one, system: USD CHATS, processing: 10min, fee: 5}]}
        - {from: any, to: any, currency: USD, fees: OUR, alternative: true, hops: [
           {correspondent: two, system: Fedwire Funds, processing: 20min, fee: 12}]}
      """
    tiny.batch = ", recalls: {rate: 100%, after: 1h}"
    // USD CHATS has closed: the bank adds 7.00 for the second corridor. Before its pool has money
    // at 16:00, the payment is recalled: 1005.00 were charged.
    tiny.payments = [
      "\(given), at: 2026-03-09T14:00:00Z, amount: 1000",
      "id: IN, from: outside, to: NYC, currency: USD, at: 2026-03-09T16:00:00Z, amount: 2000",
    ]
    let record = try tiny.record("batch")
    let journey = try #require(record.journeys.first { $0.payment == "P" })
    #expect(journey.end == .returned && journey.ended == Instant("2026-03-09T16:00:00Z"))
    #expect(journey.credited?.description == "1005.00 USD")
    #expect(record.pools[0].paidOut == 0 && record.corridors.allSatisfy { $0.fees == 0 })
  }

  @Test func aCoverStandsInLineFromWhenItLacksMoney() throws {
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 0}
        - {branch: [LDN, HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 0}
      """
    tiny.rates = "{reporting-currency: USD, rates: {EUR/USD: 1.16}}"
    tiny.root = """
      systems:
        Noon: {currency: USD, zone: America/New_York, calendar: USFED, opens: 12:00, closes: 18:00}
      """
    tiny.corridors = """
        - {from: any, to: any, currency: USD, method: cover-on-announcement, hops: [
           {correspondent: one, system: Noon, processing: 10min}]}
      """
    // Credited at 14:00; the cover waits for its system until 16:00 and for money until 17:00.
    tiny.payments = [
      "\(given), at: 2026-03-09T14:00:00Z, amount: 1000",
      "id: IN, from: outside, to: NYC, currency: USD, at: 2026-03-09T17:00:00Z, amount: 2000",
    ]
    let record = try tiny.record("batch")
    #expect(record.journeys.first { $0.payment == "P" }?.ended == Instant("2026-03-09T14:00:00Z"))
    #expect(record.pools[0].paidOut == 100_000)
    #expect(record.pools[0].queuedMicroseconds == 3_600_000_000)
  }
}
