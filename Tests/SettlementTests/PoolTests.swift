import Bookkeeping
import Testing
import Vocabulary

/// Pools that are short: lines, credit, rebalancing, drawing.
@Suite struct PoolTests {
  /// Monday 9 March 2026, 10:00 in New York.
  private let ten = "2026-03-09T14:00:00Z"

  private func tiny(_ nyc: String, _ others: String = "opening-balance: 0") -> TinyScenario {
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, \(nyc)}
        - {branch: [LDN, HKG, SIN], currency: USD, system: Fedwire Funds, \(others)}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
      """
    return tiny
  }

  private func pay(_ id: String, _ at: String, _ amount: String, priority: Int = 5) -> String {
    "id: \(id), at: \(at), from: NYC, to: outside, currency: USD, amount: \(amount), "
      + "priority: \(priority)"
  }
  private func receive(_ id: String, _ at: String, _ amount: String) -> String {
    "id: \(id), at: \(at), from: outside, to: NYC, currency: USD, amount: \(amount)"
  }

  @Test func aShortPoolHoldsItsLineUntilMoneyComes() throws {
    var tiny = tiny("opening-balance: 100")
    tiny.payments = [
      pay("first", ten, "80"), pay("second", "2026-03-09T14:05:00Z", "50"),
      pay("third", "2026-03-09T14:06:00Z", "10"), receive("in", "2026-03-09T15:00:00Z", "60"),
    ]
    let journeys = try tiny.record("batch").journeys
    func ended(_ id: String) -> Instant? { journeys.first { $0.payment == id }?.ended }
    #expect(ended("first") == Instant(ten))
    // 20 is left: the second waits, and the third behind it although it could be paid.
    #expect(ended("second") == Instant("2026-03-09T15:00:00Z"))
    #expect(ended("third") == Instant("2026-03-09T15:00:00Z"))
    #expect(journeys.first { $0.payment == "third" }?.spent(on: .liquidity) == .minutes(54))
  }

  @Test func theMoreUrgentGoesFirst() throws {
    var tiny = tiny("opening-balance: 0")
    tiny.payments = [
      pay("late", ten, "50"), pay("urgent", "2026-03-09T14:05:00Z", "50", priority: 1),
      receive("in", "2026-03-09T15:00:00Z", "50"), receive("more", "2026-03-09T16:00:00Z", "50"),
    ]
    let journeys = try tiny.record("batch").journeys
    func ended(_ id: String) -> Instant? { journeys.first { $0.payment == id }?.ended }
    #expect(ended("urgent") == Instant("2026-03-09T15:00:00Z"))
    #expect(ended("late") == Instant("2026-03-09T16:00:00Z"))
  }

  @Test func theCreditLineIsSpentToTheLastCent() throws {
    var tiny = tiny("opening-balance: 100, credit-line: {limit: 20, rate: 150bp}")
    tiny.payments = [pay("P", ten, "120"), pay("over", "2026-03-09T14:05:00Z", "0.01")]
    let record = try tiny.record("batch")
    #expect(record.pools[0].lowest == -2_000)
    #expect(record.journeys.first { $0.payment == "P" }?.end == .credited)
    #expect(record.journeys.first { $0.payment == "over" }?.end == .open)
  }

  @Test func aWindowTopsUpWithALagWhereBothSidesAreOpen() throws {
    var tiny = tiny(
      "opening-balance: 10, floor: 100, target: 100", "opening-balance: 100, target: 10")
    tiny.batch = ", rebalancing: {windows: [10:00], zone: America/New_York, lag: 2h}"
    tiny.from = "2026-03-09T00:00:00Z"
    tiny.payments = [pay("P", "2026-03-09T13:30:00Z", "100")]
    // At 10:00 the pool has 10 with 100 waiting: it lacks 190 to its target. London (the first of
    // the largest surplus) and Hong Kong give 90 each, Singapore the last 10, though there it is
    // night: only their business day and Fedwire's hours count. At 12:00 the payment goes.
    let record = try tiny.record("batch")
    #expect(record.journeys[0].ended == Instant("2026-03-09T16:00:00Z"))
    #expect(record.journeys[0].spent(on: .liquidity) == .minutes(150))
    #expect(record.pools.map(\.transferredIn) == [19_000, 0, 0, 0, 0, 0, 0, 0])
    #expect(record.pools.map(\.closing).prefix(4) == [10_000, 1_000, 1_000, 9_000])
  }

  @Test func noWindowMovesMoneyOnAHolidayOfOneSide() throws {
    var tiny = tiny(
      "opening-balance: 10, floor: 100, target: 100", "opening-balance: 100, target: 10")
    tiny.batch = ", rebalancing: {windows: [10:00], zone: America/New_York, lag: 2h}"
    // 16 January to 21 January 2026: Saturday, Sunday and Monday the 19th are no business days in
    // New York; Fedwire is closed and the window of Tuesday is the first that tops up.
    (tiny.from, tiny.until) = ("2026-01-17T00:00:00Z", "2026-01-21T00:00:00Z")
    tiny.payments = [pay("P", "2026-01-17T12:00:00Z", "100")]
    #expect(try tiny.journey("batch").ended == Instant("2026-01-20T17:00:00Z"))
  }

  @Test func aWaitThatDoesNotEndIsCountedToTheEndOfTheMeasuredTime() throws {
    var tiny = tiny("opening-balance: 0")
    tiny.payments = [pay("P", ten, "50")]
    // Payments are instructed until Thursday 00:00 UTC; Monday 14:00 is 58 hours before.
    #expect(try tiny.record("batch").pools[0].queuedMicroseconds == 58 * 3_600_000_000)
  }

  @Test func whatMovesInTheWarmUpIsNotTurnover() throws {
    var tiny = tiny("opening-balance: 1k", "opening-balance: 10, target: 0")
    tiny.warmUp = "4d"
    tiny.batch = ", rebalancing: {windows: [12:00], zone: America/New_York, lag: 0s}"
    tiny.payments = [
      pay("before", ten, "50"), receive("in", ten, "20"),
      pay("after", "2026-03-10T14:00:00Z", "30"),
    ]
    let pool = try tiny.record("batch").pools[0]
    #expect(pool.paidOut == 3_000 && pool.paidIn == 0)
    #expect(pool.closing == 94_000)
  }

  @Test func aConversionOfTokensDoesNotPassThoseThatWaitBeforeIt() throws {
    var tiny = tiny("opening-balance: 100")
    let toHongKong = "from: NYC, to: HKG, currency: USD, credited-in: HKD"
    tiny.payments = [
      "id: large, at: \(ten), \(toHongKong), amount: 150",
      "id: small, at: 2026-03-09T14:01:00Z, \(toHongKong), amount: 10",
      receive("in", "2026-03-09T15:00:00Z", "50"), receive("more", "2026-03-09T16:00:00Z", "10"),
    ]
    let journeys = try tiny.record("token").journeys
    func waited(_ id: String) -> TimeSpan? {
      journeys.first { $0.payment == id }?.spent(on: .liquidity)
    }
    // The burns are final 15 seconds after the instruction: three blocks of five seconds.
    #expect(waited("large") == .minutes(60) - .seconds(15))
    #expect(waited("small") == .minutes(119) - .seconds(15))
  }

  @Test func tokensDrawOnAllPoolsAtOnce() throws {
    var tiny = tiny("opening-balance: 10", "opening-balance: 30")
    tiny.token = ", rebalancing: on-demand"
    tiny.payments = [pay("P", ten, "90"), pay("rest", "2026-03-09T14:05:00Z", "11")]
    let record = try tiny.record("token")
    // 100 lie in the four pools: the first takes 10 of its own, 30 + 30 + 20 of the others.
    #expect(record.journeys.first { $0.payment == "P" }?.ended == Instant(ten))
    #expect(record.pools.map(\.closing).prefix(4) == [0, 0, 0, 1_000])
    #expect(record.journeys.first { $0.payment == "rest" }?.end == .open)
    #expect(record.totals[1].peakUse == 9_000)
  }

  @Test func tokensBetweenBranchesCarryTheirOwnMoney() throws {
    var tiny = tiny("opening-balance: 0")
    tiny.payments = ["id: P, at: \(ten), from: NYC, to: LDN, currency: USD, amount: 1M"]
    let record = try tiny.record("token")
    #expect(record.journeys[0].end == .credited)
    #expect(record.pools.map(\.closing).prefix(4) == [0, 0, 0, 0])
  }

  @Test(arguments: [(100, 30, 0), (99, 30, 1), (100, 29, 1)])
  func prefundingOfExactlyTheUpperBoundLetsNothingWait(a: Int, b: Int, waiting: Int) throws {
    // A ring of six payments between A, B and C whose upper bounds (the deepest cumulative net
    // debits when each settles at once) are 100, 30 and 0. The payments come in that order, each
    // in the hours of its payer and of Fedwire.
    let ring = [
      ("2026-03-09T14:00:00Z", "NYC", "LDN", 100), ("2026-03-09T14:30:00Z", "LDN", "HKG", 80),
      ("2026-03-10T02:00:00Z", "HKG", "NYC", 60), ("2026-03-10T09:00:00Z", "LDN", "NYC", 50),
      ("2026-03-10T14:00:00Z", "NYC", "HKG", 70), ("2026-03-11T02:00:00Z", "HKG", "LDN", 90),
    ]
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: \(a)}
        - {branch: LDN, currency: USD, system: Fedwire Funds, opening-balance: \(b)}
        - {branch: [HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 0}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
      """
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [{correspondent: clearer,
           system: Fedwire Funds, processing: 0s, fee: 0}]}
      """
    tiny.payments = ring.enumerated().map { place, payment in
      "id: P\(place), at: \(payment.0), from: \(payment.1), to: \(payment.2), currency: USD, "
        + "amount: \(payment.3)"
    }
    let record = try tiny.record("batch")
    let delayed = record.journeys.filter { $0.spent(on: .liquidity) > .zero }.count
    #expect((delayed > 0) == (waiting > 0))
    if waiting == 0 { #expect(record.pools.prefix(2).map(\.lowest) == [0, 0]) }
  }

  @Test(arguments: ["continuous", "[10:00, 11:00]"])
  func aRingWithoutMoneySettlesAtOnce(releases: String) throws {
    var tiny = tiny("opening-balance: 0")
    tiny.releases = releases
    tiny.postings = releases
    // Tuesday: London pays New York, New York pays London, each 1M, none has anything. By runs
    // both stand in line after New York's run of 10:00, 14:00 UTC, and settle in it.
    tiny.payments = [
      "id: there, at: 2026-03-10T08:30:00Z, from: LDN, to: NYC, currency: USD, amount: 1M",
      "id: back, at: 2026-03-10T13:30:00Z, from: NYC, to: LDN, currency: USD, amount: 1M",
    ]
    let record = try tiny.record("batch")
    let settled = Instant(
      releases == "continuous" ? "2026-03-10T13:30:00Z" : "2026-03-10T14:00:00Z")
    for journey in record.journeys {
      let waited = journey.segments.first { $0.cause == .liquidity }
      if journey.payment == "there" { #expect(waited?.to == settled) }
      #expect(journey.end == .credited)
      #expect(journey.segments.contains { $0.cause == .processing && $0.from == settled })
    }
    #expect(record.pools.map(\.lowest).allSatisfy { $0 == 0 })
  }

  @Test func aRingIsLookedForAgainWhenTheSystemOpensThatWasClosed() throws {
    var tiny = tiny("opening-balance: 0")
    tiny.corridors = """
        - {from: LDN, to: NYC, currency: USD, hops: [{correspondent: clearer, system: CHIPS,
           processing: 0s, fee: 0}]}
        - {from: NYC, to: LDN, currency: USD, hops: [{correspondent: clearer,
           system: Fedwire Funds, processing: 0s, fee: 0}]}
      """
    // London pays through CHIPS and finds nothing in its pool; CHIPS closes at 18:00 New York. At
    // 18:30 New York pays through Fedwire, open until 19:00, and finds nothing either: together they
    // could settle, were CHIPS open. It opens at 21:00 for Wednesday, as does Fedwire.
    tiny.payments = [
      "id: there, at: 2026-03-10T14:00:00Z, from: LDN, to: NYC, currency: USD, amount: 1M",
      "id: back, at: 2026-03-10T22:30:00Z, from: NYC, to: LDN, currency: USD, amount: 1M",
    ]
    let journeys = try tiny.record("batch").journeys
    for journey in journeys {
      let waited = journey.segments.first { $0.cause == .liquidity }
      #expect(waited?.to == Instant("2026-03-11T01:00:00Z"), "\(journey.payment)")
    }
    #expect(journeys.map(\.end) == [.credited, .credited])
  }

  @Test func aRingWithFeesSettlesOnlyWithTheMoneyForThem() throws {
    func credited(_ opening: Int) throws -> Int {
      var tiny = tiny("opening-balance: \(opening)", "opening-balance: \(opening)")
      tiny.corridors = """
          - {from: any, to: any, currency: USD, fees: BEN, hops: [{correspondent: clearer,
             system: Fedwire Funds, processing: 10min, fee: 15}]}
        """
      tiny.payments = [
        "id: there, at: 2026-03-10T08:30:00Z, from: LDN, to: NYC, currency: USD, amount: 1M",
        "id: back, at: 2026-03-10T13:30:00Z, from: NYC, to: LDN, currency: USD, amount: 1M",
      ]
      return try tiny.record("batch").journeys.filter { $0.end == .credited }.count
    }
    // Each pool pays 1M and is paid 1M less 15.
    #expect(try credited(15) == 2)
    #expect(try credited(14) == 0)
  }
}
