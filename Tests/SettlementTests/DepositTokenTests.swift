import Bookkeeping
import Testing
import Vocabulary

/// A deposit token on a public chain: each fact of time, each cent.
@Suite struct DepositTokenTests {
  /// Sunday 8 March 2026, 03:00:01 UTC; blocks come at even seconds.
  private let payment =
    "id: P, at: 2026-03-08T03:00:01Z, from: NYC, to: SIN, currency: USD, amount: 1000"

  private func scenario(_ paidAt: String, issuer: String = "hours: 24/7") -> ChainScenario {
    ChainScenario(payments: [payment], paidAt: paidAt, issuer: issuer)
  }

  @Test(arguments: [
    // Minted in the block at :02, handed over at once.
    ("preconfirmation", "2026-03-08T03:00:02.200Z"),
    // Included in the first block after its preconfirmation.
    ("block", "2026-03-08T03:00:04Z"),
    ("finality", "2026-03-08T03:25:04Z"),
    // Redeemed in the first block after finality.
    ("deposit", "2026-03-08T03:25:06Z"),
  ])
  func eachFactCountsAsPaidWhereTheScenarioSaysSo(paidAt: String, paid: String) throws {
    let journey = try scenario(paidAt).journey()
    #expect(journey.end == .credited && journey.ended == Instant(paid))
    #expect(journey.spent(on: .network) == journey.ended - journey.instructed)
  }

  @Test func redemptionMovesThePoolsAsABurnDoes() throws {
    for paidAt in ["preconfirmation", "deposit"] {
      let record = try scenario(paidAt).record()
      #expect(record.changes == [-100_000, 100_000, 0])
    }
  }

  @Test func whatIsKeptInWalletsMovesNoPool() throws {
    let record = try scenario("block", issuer: "hours: 24/7, redeems: never").record()
    #expect(record.journeys.map(\.end) == [.credited])
    #expect(record.changes == [0, 0, 0])
  }

  @Test func gasAndFeesAreTakenToTheLastCent() throws {
    // Gas of 0.01; a mint of 1,000.00 at 15 bp costs 1.50; a redemption at 7 bp 0.70.
    let issuer = "hours: 24/7, mint-fee: 15bp, redemption-fee: 7bp"
    for paidAt in ["block", "deposit"] {
      let record = try scenario(paidAt, issuer: issuer).record()
      #expect(record.corridors[0].fees == 1 + 150 + 70)
      // The redemption fee stays with the branch that issued.
      #expect(record.changes == [-99_930, 99_930, 0])
      #expect(record.journeys[0].credited?.minorUnits == 99_930)
    }
  }

  @Test func aFeeIsRoundedUpToTheMinorUnit() throws {
    var scenario = scenario("deposit", issuer: "hours: 24/7, redemption-fee: 1bp")
    scenario.payments = [payment.replacing("amount: 1000", with: "amount: 0.02")]
    let record = try scenario.record()
    #expect(record.corridors[0].fees == 1 + 1 && record.changes == [-1, 1, 0])
  }

  @Test func theIssuerMintsAndRedeemsInItsHours() throws {
    // Friday 20:00 in New York (01:00 UTC on Saturday): minted on Monday at 09:00, by then 13:00
    // UTC, in the block two seconds later, final at 13:25:04; redeemed at 13:25:06.
    var scenario = scenario("deposit", issuer: "hours: business-hours, branch: NYC")
    scenario.payments = [payment.replacing("2026-03-08T03:00:01Z", with: "2026-03-07T01:00:00Z")]
    let journey = try scenario.journey()
    #expect(journey.ended == Instant("2026-03-09T13:25:06Z"))
    #expect(
      journey.story.prefix(3) == [
        "night until 2026-03-07T05:00:00Z", "weekend until 2026-03-09T04:00:00Z",
        "night until 2026-03-09T13:00:00Z",
      ])
    // Monday 17:50 (21:50 UTC): minted, final at 18:15, redeemed on Tuesday at 09:00.
    scenario.payments = [payment.replacing("2026-03-08T03:00:01Z", with: "2026-03-09T21:50:00Z")]
    #expect(try scenario.journey().ended == Instant("2026-03-10T13:00:02Z"))
    // Paid at its block, the night before redemption is no time of the payment's.
    scenario.paidAt = "block"
    #expect(try scenario.journey().ended == Instant("2026-03-09T21:50:04Z"))
  }

  @Test func gasInAnotherCurrencyIsConvertedAtMidAndRoundedUp() throws {
    // 0.01 SGD at 1.29 is 0.0077… USD, rounded up to a cent.
    let scenario = scenario("block")
    let text = scenario.text.replacing("gas: 0.01 USD", with: "gas: 0.01 SGD")
    #expect(try ChainScenario.record(of: text).corridors[0].fees == 1)
  }

  @Test func whatIsConvertedIsRedeemedAndNeverPaidInTokens() throws {
    var scenario = scenario("preconfirmation", issuer: "hours: 24/7, redeems: never")
    scenario.payments = [payment + ", credited-in: SGD"]
    scenario.more = ", exchange: {spread: 10bp}"
    let record = try scenario.record()
    let journey = record.journeys[0]
    // Sunday noon in Singapore: its desk opens on Monday at 09:00, 01:00 UTC.
    #expect(journey.ended == Instant("2026-03-09T01:00:00Z"))
    // 1,000.00 USD at 1.29 are 1,290.00 SGD; 10 bp of it are 1.29.
    #expect(journey.credited == Money(minorUnits: 128_871, Currency("SGD")!))
    #expect(record.corridors[0].exchangeCost == 129)
    #expect(record.changes == [-100_000, 0, 128_871])
  }

  @Test func aReturnGoesBackOverTheChainAndMovesNoPool() throws {
    var scenario = scenario("preconfirmation")
    scenario.more = ", returns: {rate: 100%, after: 1h}"
    let record = try scenario.record()
    let journey = record.journeys[0]
    // Final at 03:25:04, found out an hour later, back in the block at 04:25:06, final 25 minutes
    // later and redeemed in the next block; gas is not given back.
    #expect(journey.end == .returned && journey.ended == Instant("2026-03-08T04:50:08Z"))
    #expect(record.changes == [0, 0, 0] && record.corridors[0].fees == 1)
    #expect(journey.credited?.minorUnits == 100_000)
  }

  @Test func aRedemptionWaitsWhereThePayeesMoneyCannotBeDrawn() throws {
    var scenario = scenario("deposit")
    scenario.pools = "opening-balance: 100"
    #expect(try scenario.journey().ended == Instant("2026-03-08T03:25:06Z"))
    // New York has 100 for 1000: the rest is what Singapore gets for them, and can be drawn only
    // from 05:00 on. Then 900 come back.
    let failure = "failure: {branch: SIN, from: 2026-03-08T03:00:00Z, for: 2h}"
    let record = try ChainScenario.record(of: scenario.text + "\ndisturbances:\n  - \(failure)\n")
    #expect(record.journeys[0].spent(on: .liquidity) == .seconds(5_694))
    #expect(record.journeys[0].ended == Instant("2026-03-08T05:00:00Z"))
    #expect(record.changes == [-10_000, 10_000, 0])
  }

  @Test func aRecallFindsTokensUntilTheyAreCredited() throws {
    var scenario = scenario("deposit")
    scenario.more = ", recalls: {rate: 100%, after: 10min}"
    // Found at finality, 03:25:04: back in the block at :06, final 25 minutes later, redeemed.
    let back = try scenario.record()
    #expect(back.journeys[0].end == .returned && back.changes == [0, 0, 0])
    #expect(back.journeys[0].ended == Instant("2026-03-08T03:50:08Z"))
    scenario.paidAt = "block"
    #expect(try scenario.journey().end == .credited)
  }

  @Test(arguments: [
    ("hours: 24/7", "2026-03-08T03:25:06Z"),
    // On Sunday neither is open: correspondents, the last, take it on Monday at 09:00 in New York,
    // and Singapore posts it on Tuesday at 09:00, 01:00 UTC.
    ("hours: business-hours, branch: NYC", "2026-03-10T01:00:00Z"),
  ])
  func routingAsksForTheIssuersHours(issuer: String, ended: String) throws {
    var scenario = scenario("deposit", issuer: issuer)
    (scenario.rail, scenario.more) = ("[deposit-token, correspondent]", ", routing: first-open")
    #expect(try scenario.journey().ended == Instant(ended))
  }

  @Test(arguments: [
    ("fastest", "hours: 24/7", 0), ("cheapest-in-time", "hours: 24/7", 1),
    // Correspondents charge nothing here: a mint for 1 bp loses, gas alone does too.
    ("cheapest-in-time", "hours: 24/7, mint-fee: 1bp", 1),
  ])
  func routingKnowsTimeAndPriceOfAChain(routing: String, issuer: String, rail: Int) throws {
    var scenario = scenario("deposit", issuer: issuer)
    (scenario.rail, scenario.more) = ("[deposit-token, correspondent]", ", routing: \(routing)")
    let journey = try scenario.journey()
    #expect((journey.spent(on: .network) > .zero) == (rail == 0))
  }
}

/// A reorganisation undoes what was not final.
@Suite struct ReorganisationTests {
  private func scenario(_ paidAt: String, _ share: String, count: Int) -> ChainScenario {
    ChainScenario(
      payments: (0..<count).map {
        "id: P\($0), at: 2026-03-08T03:00:01Z, from: NYC, to: SIN, currency: USD, amount: 100"
      }, chain: ", reorganisation: \(share)", paidAt: paidAt, issuer: "hours: 24/7, redeems: never")
  }

  @Test(arguments: ["preconfirmation", "block"])
  func anUndoneTransferIsUncreditedAndCreditedAgain(paidAt: String) throws {
    let record = try scenario(paidAt, "30%", count: 200).record()
    let first =
      paidAt == "block" ? Instant("2026-03-08T03:00:04Z") : Instant("2026-03-08T03:00:02.200Z")
    for (journey, fact) in zip(record.journeys, record.payments) {
      #expect(journey.end == .credited)
      // Paid once and for good, or undone after the block and paid later.
      let isUndone = fact.flags.contains(.undone)
      #expect(isUndone == (journey.ended != first))
      #expect(!isUndone || journey.ended > Instant("2026-03-08T03:00:04Z")!)
    }
    let undone = record.payments.count { $0.flags.contains(.undone) }
    // 200 × 0.3 = 60, with a standard deviation of 6.5: within four of them.
    #expect((34...86).contains(undone))
  }

  @Test func whoWaitsForFinalityIsNeverUncredited() throws {
    let record = try scenario("finality", "30%", count: 200).record()
    #expect(record.payments.allSatisfy { !$0.flags.contains(.undone) })
    let late = record.journeys.count { $0.ended > Instant("2026-03-08T03:25:04Z")! }
    #expect((34...86).contains(late))
    // An undone transfer goes into a later block: more than one and less than two finalities.
    let once = record.journeys.filter { $0.ended > Instant("2026-03-08T03:25:04Z")! }
    #expect(once.allSatisfy { $0.ended - $0.instructed < .hours(5) })
  }

  @Test func aTransferUndoneAlmostAlwaysIsIncludedInTheEnd() throws {
    let record = try scenario("block", "90%", count: 20).record()
    #expect(record.journeys.allSatisfy { $0.end == .credited })
  }
}
