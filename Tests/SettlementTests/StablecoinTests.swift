import Bookkeeping
import Testing
import Vocabulary

/// Stablecoins: through two banks, an issuer and a chain, with every cent followed. In each run
/// the books trap where supply and reserve differ.
@Suite struct StablecoinTests {
  /// Monday 9 March 2026, 10:00:01 in New York; Singapore is closed and opens at 01:00 UTC.
  private let order = "id: P, at: 2026-03-09T14:00:01Z, from: NYC, to: SIN, currency: USD"
  static let reserve = "branch: NYC, reserve: [{currency: USD, cash: 500, securities: 9500}]"

  private func scenario(_ issuer: String = "", paidAt: String = "deposit", amount: String = "1000")
    -> ChainScenario
  {
    ChainScenario(
      payments: ["\(order), amount: \(amount)"], rail: "stablecoin", paidAt: paidAt,
      issuer: "hours: 24/7, \(StablecoinTests.reserve)\(issuer)")
  }

  @Test func everyStationTakesItsTimeAndItsFee() throws {
    let record = try scenario(", mint-fee: 10bp, redemption-fee: 20bp").record()
    let journey = record.journeys[0]
    // Fedwire takes it at once; minted in the block at :02, included at :04, final at 14:25:04,
    // redeemed in the block at :06, paid at once by Fedwire; posted on Tuesday at 09:00.
    #expect(
      journey.story == [
        "network until 2026-03-09T14:00:02Z", "network until 2026-03-09T14:00:04Z",
        "network until 2026-03-09T14:25:04Z", "network until 2026-03-09T14:25:06Z",
        "night until 2026-03-10T01:00:00Z",
      ])
    // Gas 0.01, mint 1.00 beside the amount, redemption 2.00 out of it.
    #expect(record.corridors[0].fees == 1 + 100 + 200)
    #expect(record.changes == [-100_100, 99_800, 0])
    #expect(journey.credited?.minorUnits == 99_800)
  }

  @Test func theWeekendIsSpentBeforeTheOnRamp() throws {
    var scenario = scenario()
    scenario.payments = [order.replacing("09T14:00:01", with: "07T15:00:00") + ", amount: 1000"]
    let journey = try scenario.journey()
    // Saturday 10:00 in New York: taken on Monday at 09:00, 13:00 UTC, redeemed at 13:25:06.
    #expect(journey.spent(on: .weekend) == .hours(37))
    #expect(journey.ended == Instant("2026-03-10T01:00:00Z"))
  }

  @Test func theIssuersHoursHoldMintAndRedemption() throws {
    var scenario = scenario()
    scenario.issuer = "hours: business-hours, \(StablecoinTests.reserve)"
    // Monday 17:50 in New York: minted in time, redeemed on Tuesday at 09:00, 13:00 UTC; posted
    // in Singapore on Wednesday.
    scenario.payments = [order.replacing("14:00:01", with: "21:50:00") + ", amount: 1000"]
    let journey = try scenario.journey()
    #expect(journey.ended == Instant("2026-03-11T01:00:00Z"))
    #expect(
      journey.segments.contains { $0.cause == .night && $0.to == Instant("2026-03-10T13:00:00Z") })
  }

  @Test(arguments: [
    ("depeg: 50bp", Int64(500)), ("depeg: [{from: 2026-03-09T14:25:04Z, spread: 25bp}]", 250),
    ("depeg: [{from: 2026-03-09T14:25:05Z, spread: 25bp}]", 0), ("redemption-fee: 30bp", 0),
  ])
  func theMarketTakesItsSpreadAtOnce(terms: String, cost: Int64) throws {
    let record = try scenario(", off-ramp: market, \(terms)").record()
    let journey = record.journeys[0]
    // Sold at finality, paid out at once: no block and no fee of the issuer.
    #expect(journey.segments[3].from == Instant("2026-03-09T14:25:04Z"))
    #expect(record.corridors[0].exchangeCost == Int128(cost) && record.corridors[0].fees == 1)
    #expect(record.changes == [-100_000, 100_000 - cost, 0])
    #expect(journey.credited?.minorUnits == 100_000 - cost)
  }

  @Test(arguments: ["preconfirmation", "block", "finality"])
  func whoIsPaidInCoinsBearsWhatTheWayToMoneyCosts(paidAt: String) throws {
    let issuer = try scenario(", redemption-fee: 20bp", paidAt: paidAt).record()
    #expect(issuer.journeys[0].ended < Instant("2026-03-09T14:25:05Z")!)
    #expect(issuer.changes == [-100_000, 99_800, 0] && issuer.corridors[0].fees == 201)
    let market = try scenario(", off-ramp: market, depeg: 50bp", paidAt: paidAt).record()
    #expect(market.changes == [-100_000, 99_500, 0] && market.corridors[0].exchangeCost == 500)
    let kept = try scenario(", redeems: never", paidAt: paidAt).record()
    #expect(kept.changes == [-100_000, 0, 0] && kept.journeys[0].end == .credited)
  }

  @Test func whatIsConvertedIsDeliveredToTheDesk() throws {
    var scenario = scenario(", off-ramp: market, depeg: 100bp")
    scenario.payments = ["\(order), amount: 1000, credited-in: SGD"]
    let record = try scenario.record()
    // 990.00 of 1,000.00 are sold at 1.29: 1,277.10; the spread cost 12.90 at mid.
    #expect(record.changes == [-100_000, 0, 127_710] && record.corridors[0].exchangeCost == 1_290)
  }

  @Test func aReturnGoesBackOverTheChainAndThroughTheIssuer() throws {
    var scenario = scenario(", mint-fee: 10bp, redemption-fee: 20bp")
    scenario.more = ", returns: {rate: 100%, after: 1h}"
    let record = try scenario.record()
    // Mint fee and gas are lost, and the issuer's fee for what comes back.
    #expect(record.journeys[0].end == .returned)
    #expect(record.changes == [-100_100 + 99_800, 0, 0] && record.corridors[0].fees == 301)
  }
}

/// The issuer's queue: its order, its cash, and a run.
@Suite struct RedemptionQueueTests {
  private func scenario(_ run: String, _ payments: [(String, String, String)]) -> ChainScenario {
    ChainScenario(
      payments: payments.map {
        "id: \($0.0), at: 2026-03-09T\($0.1)Z, from: NYC, to: SIN, currency: USD, amount: \($0.2)"
      }, rail: "stablecoin", paidAt: "deposit",
      issuer: "hours: 24/7, \(StablecoinTests.reserve), redemption-run: {\(run)}")
  }

  @Test func behindARunOneWaitsForItsBacklog() throws {
    // At 14:10 others ask for 5,000; there are 500 and what P brought, 1,000. Securities of 3,500
    // and, when P joins at 14:25:06, of 1,000 become cash on Tuesday at 09:00, 13:00 UTC.
    let journey = try scenario(
      "at: 2026-03-09T14:10:00Z, share: 50%, over: 1h, requests: 1",
      [("P", "14:00:01", "1000")]
    ).journey()
    #expect(
      journey.spent(on: .outage) == Instant("2026-03-10T13:00:00Z")! - Instant(
        "2026-03-09T14:25:06Z")!)
    #expect(journey.spent(on: .liquidity) == .zero)
    #expect(journey.ended == Instant("2026-03-11T01:00:00Z"))
  }

  @Test func afterARunOneWaitsForCash() throws {
    // 15 % of 10,000 are 1,500: the run is paid at once and leaves nothing. Q brings 10 and asks
    // for 10, but stands behind P.
    let record = try scenario(
      "at: 2026-03-09T14:10:00Z, share: 15%, over: 1h, requests: 1",
      [("P", "14:00:01", "1000"), ("Q", "14:11:01", "10")]
    ).record()
    for (id, joined) in [("P", "2026-03-09T14:25:06Z"), ("Q", "2026-03-09T14:36:06Z")] {
      let journey = try #require(record.journeys.first { $0.payment == id })
      #expect(journey.spent(on: .outage) == .zero)
      #expect(
        journey.spent(on: .liquidity) == Instant("2026-03-10T13:00:00Z")! - Instant(joined)!)
    }
    #expect(record.changes == [-101_000, 101_000, 0])
  }

  @Test func aRunComesInEqualRequestsEvenlySpaced() throws {
    // Four requests of 375 from 14:10 on, each fifteen minutes: 1,500 − 3 × 375 = 375 are left at
    // 14:40:01 for R, which asks for 400 with what it brought, 400: 775.
    let record = try scenario(
      "at: 2026-03-09T14:10:00Z, share: 15%, over: 1h, requests: 4",
      [("P", "14:30:01", "1000"), ("R", "14:15:01", "400")]
    ).record()
    let journey = try #require(record.journeys.first { $0.payment == "R" })
    #expect(journey.spent(on: .outage) == .zero && journey.spent(on: .liquidity) == .zero)
    // The last request, at 14:55:00, takes what is left: P waits from 14:55:06 until Tuesday.
    let other = try #require(record.journeys.first { $0.payment == "P" })
    #expect(other.spent(on: .liquidity) == .hours(22) + .minutes(4) + .seconds(54))
  }

  @Test func supplyIsTheReserveWhereverTheRunIsCut() throws {
    // Dollars after Singapore dollars. Cash 500.00 and securities 9,500.00 at the start.
    func dollars(_ until: String) throws -> ReserveFact {
      var scenario = scenario(
        "at: 2026-03-09T14:10:00Z, share: 50%, over: 1h, requests: 1", [("P", "14:00:01", "1000")])
      (scenario.until, scenario.runOut) = (until, "0s")
      // A run may not lie after the simulated time.
      if until < "2026-03-09T14:10:00Z" {
        scenario.issuer = "hours: 24/7, \(StablecoinTests.reserve)"
      }
      return try #require(try scenario.record().reserves.last)
    }
    let facts = try [
      // Paid in, not yet minted; minted; the run stands; P stands behind it; both are paid.
      "2026-03-09T14:00:02Z", "2026-03-09T14:00:03Z", "2026-03-09T14:11:00Z",
      "2026-03-09T14:26:00Z", "2026-03-11T00:00:00Z",
    ].map(dollars)
    #expect(facts.map(\.cash) == [50_000, 150_000, 150_000, 150_000, 0])
    #expect(facts.map(\.securities) == [950_000, 950_000, 950_000, 950_000, 500_000])
    #expect(facts.map(\.supply) == [1_000_000, 1_100_000, 1_100_000, 1_100_000, 500_000])
    #expect(facts.map(\.requested) == [0, 0, 500_000, 600_000, 0])
  }

  @Test func whatIsLackingOnASaturdayIsSoldOnMonday() throws {
    // Others ask for 5,000 on Saturday; sold on Monday 9 March, cash on Tuesday at 09:00, 13:00
    // UTC, when P, redeemed on Monday, has stood behind them since 14:25:06.
    let journey = try scenario(
      "at: 2026-03-07T12:00:00Z, share: 50%, over: 1h, requests: 1",
      [("P", "14:00:01", "1000")]
    ).journey()
    #expect(
      journey.segments.contains { $0.cause == .outage && $0.to == Instant("2026-03-10T13:00:00Z") })
  }

  @Test func theLagCountsBusinessDaysOfTheIssuersBranch() throws {
    // Three business days from Monday: Thursday 09:00 in New York.
    var scenario = scenario(
      "at: 2026-03-09T14:10:00Z, share: 50%, over: 1h, requests: 1", [("P", "14:00:01", "1000")])
    scenario.issuer += ", securities-lag: 3bd"
    let journey = try scenario.journey()
    #expect(
      journey.segments.contains { $0.cause == .outage && $0.to == Instant("2026-03-12T13:00:00Z") })
  }
}
