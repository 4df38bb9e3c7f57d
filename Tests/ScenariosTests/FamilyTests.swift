import Scenarios
import Testing
import Vocabulary

/// Many branches of a kind, what they share, and flows whose payments draw their ends.
@Suite struct FamilyTests {
  private func scenario(
    pools: String = "opening-balance: 1M", flow: String = "", disturbance: String? = nil
  ) throws -> Scenario {
    let text = """
      scenario: family
      experiment: {seed: 1, replications: 1, from: 2026-03-09T00:00:00Z,
        until: 2026-03-10T00:00:00Z}
      branches:
        HUB: {zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00}
        BANK: {count: 12, title: Bank, zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00}
      pools:
        - {branch: HUB, currency: USD, system: CHIPS, opening-balance: 5, funding-rate: 1%,
           day-count: ACT/360}
        - {branch: BANK, currency: USD, system: CHIPS, funding-rate: 1%, day-count: ACT/360,
           \(pools)}
      flows:
        all: {from: BANK, to: [HUB, BANK], spread: total, currency: USD, arrivals: 40 per day,
          amount: {constant: 10}, maximum: 20\(flow)}
        one: {from: BANK03, to: HUB, currency: USD, arrivals: 1 per day, amount: {constant: 10},
          maximum: 20}
      models:
        clearing: {rail: interbank-clearing, clearing: {system: CHIPS, credits-at-once: [HUB, BANK]}}
      \(disturbance.map { "disturbances: [\($0)]" } ?? "")
      """
    return try ScenarioFile.read(text: text, named: "family.yaml", folder: "")
  }

  @Test func aCountGivesNumberedBranchesAndOneNameForAllOfThem() throws {
    let scenario = try scenario()
    #expect(
      scenario.branches.map(\.name) == [
        "HUB", "BANK01", "BANK02", "BANK03", "BANK04", "BANK05", "BANK06", "BANK07", "BANK08",
        "BANK09", "BANK10", "BANK11", "BANK12",
      ])
    #expect(scenario.branches[3].title == "Bank 03" && scenario.branches[3].family == "BANK")
    #expect(scenario.branches[0].family == nil)
    #expect(
      scenario.pools.count == 13 && scenario.pools[12].openingBalance.minorUnits == 100_000_000)
    #expect(scenario.models[0].clearingTerms?.creditsAtOnce?.count == 13)
  }

  /// BANK07 draws BANK02 among its payees; nobody draws a payment out of HUB, or to itself.
  @Test func whatAFlowCouldDrawCanBeHeldBack() throws {
    func held(_ payer: String, _ payee: String, _ currency: String = "USD") throws -> Scenario {
      let ends = "payer: \(payer), payee: \(payee), currency: \(currency)"
      let during = "from: 2026-03-09T10:00:00Z, for: 1h"
      return try scenario(disturbance: "withheld-inflow: {\(ends), \(during)}")
    }
    #expect(try held("BANK07", "BANK02").disturbances.count == 1)
    for (payer, payee, currency) in [
      ("HUB", "BANK02", "USD"), ("BANK07", "BANK07", "USD"), ("BANK07", "BANK02", "EUR"),
    ] {
      #expect(throws: (any Error).self) { try held(payer, payee, currency) }
    }
  }

  @Test func aSpreadFlowIsOneFlow() throws {
    let scenario = try scenario()
    #expect(scenario.flows.map(\.name) == ["all", "one"])
    guard case .generated(let flow) = scenario.flows[0].origin else {
      Issue.record("the flow is generated")
      return
    }
    #expect(flow.ends?.payers.count == 12 && flow.ends?.payees.count == 13)
    #expect(flow.corridor.from == .branch(BranchID(1)) && flow.corridor.to == .branch(BranchID(0)))
  }

  @Test func aSharedBalanceIsSharedToTheLastCent() throws {
    let shares = try scenario(pools: "opening-balance: 1M, spread: total, concentration: 1").pools
      .dropFirst().map(\.openingBalance.minorUnits)
    #expect(shares.reduce(0, +) == 100_000_000)
    // The weights 1, 1/2 … 1/12 sum to 3.10321068: the first has 1M / 3.10321068 = 322,246.89,
    // the second half of it.
    #expect(shares[0] == 32_224_689 && shares[1] == 16_112_345)
  }

  @Test func theFirstTenHaveTheShareThatIsAsked() throws {
    let shares = try scenario(pools: "opening-balance: 1M, spread: total, top-ten-share: 95%").pools
      .dropFirst().map(\.openingBalance.minorUnits)
    #expect(abs(shares.prefix(10).reduce(0, +) - 95_000_000) < 10)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func anUnlimitedLineCostsNothingUnlessItsPriceIsGiven() throws {
    let pool = try scenario(pools: "opening-balance: 0, credit-line: {limit: unlimited}").pools[1]
    // 2⁵⁸ over the 13 pools of the currency.
    #expect(pool.creditLimit.minorUnits == 22_171_567_396_285_518)
    #expect(pool.creditRate.basisPoints == 0)
  }
}
