import Bookkeeping
import Testing
import Vocabulary

/// Conditional payments: what is released when, to the last cent, on each rail.
@Suite struct ContractTests {
  /// Sunday 8 March 2026, 03:00:01 UTC. On a ledger with blocks at even seconds the mint is final
  /// at :02 and the lock at :04, from when the conditions count.
  static let order = "id: P, at: 2026-03-08T03:00:01Z, from: NYC, to: SIN, currency: USD"

  /// A contract of 1,000.01 on the bank's ledger, or another rail.
  static func scenario(_ contract: String, rail: String = "tokenized-deposit", amount: String)
    -> ChainScenario
  {
    var scenario = ChainScenario(
      payments: ["\(order), amount: \(amount)"], contract: "contract: {\(contract)}", rail: rail)
    if rail == "tokenized-deposit" {
      scenario.more = ", ledger: {block-interval: 2s, time-out: 10s}"
    }
    return scenario
  }

  static let thirds = """
    funding-deadline: 1h, expiry: 10d, conditions: [
          {name: order, after: 1h, releases: 33.3333%},
          {name: shipment, after: 2h, releases: 33.3333%},
          {name: acceptance, after: 4h, releases: 33.3334%}]
    """

  @Test func partsSumToTheLastCent() throws {
    let record = try ContractTests.scenario(ContractTests.thirds, amount: "100.01").record()
    // 10,001 × 0.333333 = 3,333.66…, 10,001 × 0.666666 = 6,667.32…: 3,333 + 3,334 + 3,334.
    #expect(record.journeys.map(\.payment) == ["P/1", "P/2", "P/3"])
    #expect(record.journeys.map(\.amount.minorUnits) == [3_333, 3_334, 3_334])
    #expect(record.changes == [-10_001, 10_001, 0])
    #expect(record.contracts.funded == 1 && record.contracts.refunded == 0)
  }

  @Test func aPartsTimeCountsFromItsCondition() throws {
    let journeys = try ContractTests.scenario(ContractTests.thirds, amount: "100.01").record()
      .journeys
    // Locked at 03:00:04; each release is a transfer and a burn: two blocks of two seconds.
    #expect(
      journeys.map(\.instructed) == [
        Instant("2026-03-08T04:00:04Z"), Instant("2026-03-08T05:00:04Z"),
        Instant("2026-03-08T07:00:04Z"),
      ])
    #expect(journeys.allSatisfy { $0.ended - $0.instructed == .seconds(4) && $0.end == .credited })
  }

  @Test func aDateThatIsKnownReleasesThenOrWithTheFunding() throws {
    let dates = """
      funding-deadline: 1h, expiry: 10d, conditions: [
            {name: order, at: 2026-03-08T02:00:00Z, releases: 50%},
            {name: shipment, at: 2026-03-09T12:00:00Z, releases: 50%}]
      """
    let journeys = try ContractTests.scenario(dates, amount: "100").record().journeys
    #expect(
      journeys.map(\.instructed) == [
        Instant("2026-03-08T03:00:04Z"), Instant("2026-03-09T12:00:00Z"),
      ])
  }

  @Test func aDepositTokenIsLockedAtFinalityAndReleasedOnTheChain() throws {
    var scenario = ContractTests.scenario(
      "funding-deadline: 1h, expiry: 9d, conditions: [{name: all, after: 1h, releases: 100%}]",
      rail: "deposit-token", amount: "1000")
    // Minted at :02, the lock in the block at :04, final and locked at 03:25:04.
    for (paidAt, paid) in [
      ("preconfirmation", "2026-03-08T04:25:04.200Z"), ("block", "2026-03-08T04:25:06Z"),
      ("finality", "2026-03-08T04:50:06Z"), ("deposit", "2026-03-08T04:50:08Z"),
    ] {
      scenario.paidAt = paidAt
      let record = try scenario.record()
      #expect(record.journeys[0].instructed == Instant("2026-03-08T04:25:04Z"))
      #expect(record.journeys[0].ended == Instant(paid))
      #expect(record.changes == [-100_000, 100_000, 0])
      // Gas for the lock and for the release.
      #expect(record.corridors[0].fees == 2)
    }
  }

  @Test func aReleaseThatIsKeptGivesTheMoneyBackToTheIssuingBranch() throws {
    var scenario = ContractTests.scenario(
      ContractTests.thirds, rail: "deposit-token", amount: "1000")
    (scenario.paidAt, scenario.issuer) = ("block", "hours: 24/7, redeems: never")
    let record = try scenario.record()
    #expect(record.journeys.map(\.end) == [.credited, .credited, .credited])
    #expect(record.changes == [0, 0, 0])
  }

  @Test(arguments: ["tokenized-deposit", "deposit-token"])
  func whatIsNotReleasedGoesBackAtExpiry(rail: String) throws {
    let record = try ContractTests.scenario(
      "funding-deadline: 1h, expiry: 3h, conditions: [{name: one, after: 1h, releases: 60%}, "
        + "{name: two, after: 3h, releases: 30%}]", rail: rail, amount: "1000.01"
    ).record()
    // 600.006 rounded down; what is met at expiry is too late, so 400.01 go back as part 3.
    #expect(record.journeys.map(\.payment) == ["P/1", "P/3"])
    #expect(record.journeys.map(\.end) == [.credited, .returned])
    #expect(record.journeys.map { $0.credited?.minorUnits } == [60_000, 40_001])
    #expect(record.journeys[1].instructed - record.journeys[0].instructed == .hours(2))
    #expect(record.changes == [-60_000, 60_000, 0] && record.contracts.refunded == 1)
  }

  @Test func aDeadlineIsThePartsAndNotTheRefunds() throws {
    var scenario = ContractTests.scenario(
      "funding-deadline: 1h, expiry: 3h, conditions: [{name: one, after: 1h, releases: 60%}]",
      amount: "1000")
    scenario.payments = scenario.payments.map { "\($0), deadline: 2026-03-08T05:00:00Z" }
    let flags = try scenario.record().payments.map(\.flags)
    // Released at 04:00:04 in time; what goes back at 06:00:04 was never due.
    #expect(flags == [[.hasDeadline, .withinBusinessDay], []])
  }

  @Test(arguments: ["tokenized-deposit", "deposit-token", "correspondent"])
  func aDisputeSplitsWhatIsStillLocked(rail: String) throws {
    let record = try ContractTests.scenario(
      "funding-deadline: 1h, expiry: 3h, conditions: [{name: one, after: 1h, releases: 40%}, "
        + "{name: two, after: 2h, releases: 60%}], "
        + "dispute: {rate: 100%, resolution: 5h, to-payee: 25%}", rail: rail, amount: "1000.02"
    ).record()
    func part(_ id: String) -> Journey? { record.journeys.first { $0.payment == id } }
    // 400.008 are released, 600.02 disputed: 150.005 for the payee, rounded down, 450.02 back.
    #expect(part("P/1")?.amount.minorUnits == 40_000)
    #expect(part("P/2")?.amount.minorUnits == 15_000 && part("P/2")?.end == .credited)
    #expect(part("P/3")?.amount.minorUnits == 45_002 && part("P/3")?.end == .returned)
    let start = try #require(part("P/1")?.instructed)
    #expect(part("P/2")?.instructed == start + .hours(6))
    #expect(record.changes == [-55_000, 55_000, 0] && record.contracts.disputed == 1)
  }

  @Test func lockedValueTimesTimeIsMeasured() throws {
    let record = try ContractTests.scenario(ContractTests.thirds, amount: "100.01").record()
    // 100.01 for an hour, 66.68 for another, 33.34 for two more;
    let hours = 10_001 + 6_668 + 2 * 3_334
    #expect(record.pools.map(\.lockedMicroseconds).reduce(0, +) == Int128(hours) * 3_600_000_000)
  }
}

/// Funding a contract: money, deadline, order.
@Suite struct FundingTests {
  private static let once =
    "funding-deadline: 1h, expiry: 3h, conditions: [{name: one, after: 1h, releases: 100%}]"

  @Test func aContractWithoutMoneyLapsesAtItsDeadline() throws {
    var scenario = ContractTests.scenario(FundingTests.once, amount: "1000.01")
    scenario.pools = "opening-balance: 500"
    let record = try scenario.record()
    // Both pools together lack a cent. At 04:00:01 it is given up: back in the block at :02,
    // burned at :04.
    #expect(record.journeys.map(\.payment) == ["P"])
    #expect(
      record.journeys[0].story == [
        "network until 2026-03-08T03:00:02Z", "network until 2026-03-08T03:00:04Z",
        "liquidity until 2026-03-08T04:00:01Z", "network until 2026-03-08T04:00:02Z",
        "network until 2026-03-08T04:00:04Z",
      ])
    #expect(record.journeys[0].end == .returned && record.changes == [0, 0, 0])
    #expect(record.contracts.lapsed == 1 && record.contracts.funded == 0)
  }

  @Test func aDepositTokenThatLapsesIsBurnedAtOnce() throws {
    var scenario = ContractTests.scenario(
      FundingTests.once, rail: "deposit-token", amount: "1000.01")
    scenario.pools = "opening-balance: 500"
    let record = try scenario.record()
    #expect(record.journeys[0].ended == Instant("2026-03-08T04:00:01Z"))
    // The payer gets the gas back too: nothing was released.
    #expect(record.journeys[0].credited?.minorUnits == 100_002 && record.corridors[0].fees == 0)
  }

  @Test func anIssuerThatOpensTooLateLetsItLapse() throws {
    var scenario = ContractTests.scenario(FundingTests.once, rail: "deposit-token", amount: "1000")
    scenario.issuer = "hours: business-hours, branch: NYC"
    let journey = try scenario.journey()
    // Minted on Monday at 09:00 in New York, the lock final at 13:25:04 UTC: long past the hour.
    #expect(journey.end == .returned && journey.ended == Instant("2026-03-09T13:25:04Z"))
  }

  @Test func whatIsLockedIsNobodysLiquidity() throws {
    // The first contract takes all that both branches have, 1,000.00: the second is funded by its
    // refund, in the pool with the burn at 06:00:08, and not by money that is only locked.
    var scenario = ContractTests.scenario(
      "funding-deadline: 5h, expiry: 3h, conditions: [{name: never, after: 30d, releases: 100%}]",
      amount: "1000")
    scenario.pools = "opening-balance: 500"
    scenario.flows = """
        second:
          contract: {funding-deadline: 5h, expiry: 3h,
            conditions: [{name: soon, after: 1h, releases: 100%}]}
          payments:
            - {id: Q, at: 2026-03-08T04:00:01Z, from: NYC, to: SIN, currency: USD, amount: 0.01}
      """
    let record = try scenario.record()
    #expect(record.journeys.map(\.payment) == ["P/2", "Q/1"])
    #expect(record.journeys[0].ended == Instant("2026-03-08T06:00:08Z"))
    #expect(record.journeys[1].instructed == Instant("2026-03-08T07:00:08Z"))
    // New York drew 500.00 of Singapore's, which stay where the refund came.
    #expect(record.changes == [49_999, -49_999, 0])
  }

  @Test func aContractThatGivesUpLeavesTheLineToTheOthers() throws {
    // 1,000.00 in both pools: P, of 1,000.01, stands first until 04:00:01; then Q is funded.
    var scenario = ContractTests.scenario(FundingTests.once, amount: "1000.01")
    scenario.pools = "opening-balance: 500"
    scenario.flows = """
        second:
          contract: {funding-deadline: 5h, expiry: 3h,
            conditions: [{name: soon, after: 1h, releases: 100%}]}
          payments:
            - {id: Q, at: 2026-03-08T03:30:01Z, from: NYC, to: SIN, currency: USD, amount: 5}
      """
    let record = try scenario.record()
    let part = try #require(record.journeys.first { $0.payment == "Q/1" })
    #expect(part.instructed == Instant("2026-03-08T05:00:01Z") && part.end == .credited)
  }

  @Test func correspondentsPayEachPartWhenItsConditionIsMet() throws {
    var scenario = ContractTests.scenario(
      "funding-deadline: 1h, expiry: 5d, conditions: [{name: one, after: 1h, releases: 30%}, "
        + "{name: two, after: 5h, releases: 50%}]", rail: "correspondent", amount: "1000")
    scenario.payments = [ContractTests.order.replacing("08T03:00:01", with: "09T14:00:00")]
      .map { "\($0), amount: 1000" }
    let record = try scenario.record()
    // Monday 10:00 in New York: instructed at 11:00 and at 15:00, each ten minutes on its way and
    // posted in Singapore on Tuesday at 09:00, 01:00 UTC. The rest was never paid.
    #expect(record.journeys.map(\.payment) == ["P/1", "P/2", "P/3"])
    #expect(
      record.journeys.prefix(2).map(\.instructed) == [
        Instant("2026-03-09T15:00:00Z"), Instant("2026-03-09T19:00:00Z"),
      ])
    #expect(
      record.journeys.prefix(2).allSatisfy { $0.ended == Instant("2026-03-10T01:00:00Z") })
    #expect(record.journeys[2].end == .returned && record.journeys[2].segments.isEmpty)
    #expect(
      record.changes == [-80_000, 80_000, 0]
        && record.pools.allSatisfy { $0.lockedMicroseconds == 0 })
  }

  @Test func aPartThatCannotBeAppliedGoesBackToThePayersPool() throws {
    for rail in ["tokenized-deposit", "deposit-token"] {
      var scenario = ContractTests.scenario(FundingTests.once, rail: rail, amount: "1000")
      scenario.more += ", returns: {rate: 100%, after: 1h}"
      let record = try scenario.record()
      #expect(record.journeys.map(\.end) == [.returned] && record.changes == [0, 0, 0])
    }
  }

  @Test func aReleasedPartIsConverted() throws {
    for rail in ["tokenized-deposit", "deposit-token"] {
      var scenario = ContractTests.scenario(FundingTests.once, rail: rail, amount: "1000")
      scenario.payments = scenario.payments.map { "\($0), credited-in: SGD" }
      let record = try scenario.record()
      #expect(record.journeys[0].credited == Money(minorUnits: 129_000, Currency("SGD")!))
      #expect(record.changes == [-100_000, 0, 129_000])
    }
  }
}
