import Chance
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct ChainTermsTests {
  private func model(_ keys: String) throws -> Model {
    try SmallScenario().with("{rail: correspondent}", "{\(keys)}").read().models[0]
  }

  private let chain =
    "chain: {preconfirmation: 200ms, block-interval: 2s, finality: 25min, gas: 0.01 USD, "
    + "paid-at: block, reorganisation: 0.001%}"

  @Test func readsADepositToken() throws {
    let model = try model(
      "rail: deposit-token, \(chain), issuer: {hours: 24/7, redeems: never, mint-fee: 5bp}")
    #expect(
      model.rails == [
        .depositToken(
          ChainTerms(
            preconfirmation: TimeSpan(microseconds: 200_000), blockInterval: .seconds(2),
            finality: .minutes(25), gas: Money(minorUnits: 1, .usd), paidAt: .block,
            reorganisation: 0.00001),
          IssuerTerms(
            branch: nil, isAlwaysOpen: true, mintFeeBasisPoints: 5, redemptionFeeBasisPoints: 0,
            redeems: .never))
      ])
  }

  @Test func readsAStablecoin() throws {
    let model = try model(
      "rail: stablecoin, \(chain), issuer: {hours: business-hours, branch: NYC, "
        + "redemption-fee: 0.1%, reserve: [{currency: USD, cash: 1M, securities: 9M}], "
        + "securities-lag: 2bd, off-ramp: market, depeg: [{from: 2026-03-06T12:00:00Z, "
        + "spread: 50bp}], redemption-run: {at: 2026-03-06T12:00:00Z, share: 15%, over: 6h}}")
    let noon = try #require(Instant("2026-03-06T12:00:00Z"))
    #expect(
      model.reserveTerms
        == ReserveTerms(
          reserves: [
            Reserve(
              cash: Money(minorUnits: 100_000_000, .usd),
              securities: Money(minorUnits: 900_000_000, .usd))
          ], securitiesLag: 2, offRamp: .market,
          depeg: [Depeg(from: noon, spreadBasisPoints: 50)],
          run: RedemptionRun(at: noon, millionths: 150_000, over: .hours(6), requests: 100)))
    #expect(model.issuerTerms?.redemptionFeeBasisPoints == 10)
    #expect(model.issuerTerms?.isAlwaysOpen == false)
  }

  @Test func aContractLosesNoMinorUnit() throws {
    let conditions = [333_333, 333_333, 333_333].map {
      Contract.Condition(name: "one", met: .after(.constant(0)), millionths: $0)
    }
    let contract = Contract(
      fundingDeadline: .hour, conditions: conditions, expiry: .day, dispute: nil)
    for amount: Int64 in [1, 2, 3, 100, 10_001, 1 << 53] {
      let parts = (0...3).map { contract.amount(ofPart: $0, of: amount) }
      #expect(parts.reduce(0, +) == amount && parts.allSatisfy { $0 >= 0 })
    }
    // 10,001 × 0.333333 = 3,333.66…; × 0.666666 = 6,667.32…; × 0.999999 = 10,000.98….
    #expect((0...3).map { contract.amount(ofPart: $0, of: 10_001) } == [3_333, 3_334, 3_333, 1])
  }
}
