import Foundation
import Testing

/// On a bank of its own money does not get cheaper to fund by being under way.
@Suite struct FundingTests {
  /// A and B pay each other at a clearing that never closes; the treasury of the first model lifts B
  /// with a lag, in the second the pools act as one. Nothing leaves the bank in either.
  private let scenario = """
    scenario: own
    title: A bank of its own
    question: Does the rail change what its money costs?
    experiment: {seed: 1, replications: 2, from: 2026-03-02T00:00:00Z, until: 2026-03-04T00:00:00Z, run-out: 1d}
    systems:
      Own: {currency: USD, zone: UTC, calendar: NONE, days: Mon-Sun, opens: 00:00, closes: 24:00}
    branches:
      A: {title: A, zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      B: {title: B, zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
    pools:
      - {branch: A, currency: USD, system: Own, opening-balance: 10M, target: 1M, funding-rate: 360bp, day-count: ACT/360}
      - {branch: B, currency: USD, system: Own, opening-balance: 1M, floor: 900k, target: 1M, funding-rate: 360bp, day-count: ACT/360}
    flows:
      listed:
        payments:
          - {id: p1, at: 2026-03-02T12:00:00Z, from: B, to: A, currency: USD, amount: 500k}
          - {id: p2, at: 2026-03-03T12:00:00Z, from: B, to: A, currency: USD, amount: 700k}
    models:
      batch: {title: Batch, rail: interbank-clearing, clearing: {system: Own}, rebalancing: {when: below-floor, lag: 6h}}
      token: {title: Token, rail: tokenized-deposit, ledger: {block-interval: 1s, finality: 0s, step-failure: 0%, time-out: 10s}}

    """

  @Test("Funding costs the same whether the treasury's own transfers are under way or not")
  func transfersAreFunded() throws {
    let folder = try Folder()
    try scenario.write(
      to: folder.url.appendingPathComponent("own.yaml"), atomically: true, encoding: .utf8)
    let ending = try Command.nostro(["compare", "own.yaml", "--out", "out"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    let rows = try folder.text("out/outcomes.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func mean(_ model: String, _ metric: String, _ scope: String) throws -> Double {
      let row = try #require(
        rows.first { $0[0] == model && $0[1] == metric && $0[2] == scope }, "\(model) \(metric)")
      return try #require(Double(row[4]))
    }
    // 11M USD for two days at 3.60 % over 360 days, 0.0001 a day: 1,100 USD a day.
    for model in ["batch", "token"] {
      let cost = try mean(model, "pools.funding_cost", "all")
      #expect(abs(cost - 2_200) < 1e-6)
    }
    let difference = try mean("token minus batch", "pools.funding_cost", "all")
    #expect(abs(difference) < 1e-6)
    // 1.2M were under way for 6 hours each: 1.2M × 0.0001 × a quarter of a day, 30 USD, that lay in
    // no pool: 150,000 on average over 48 hours.
    let idleAtA = try mean("batch", "pool.idle_balance", "pool A USD")
    let idleAtB = try mean("batch", "pool.idle_balance", "pool B USD")
    let expected: Double = 11_000_000 - 150_000
    #expect(abs(idleAtA + idleAtB - expected) < 1e-6)
  }
}
