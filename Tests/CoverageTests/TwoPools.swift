import Bookkeeping
import Scenarios
import Settlement
import Vocabulary

/// Two pools between which payments go to and fro on a ledger that never closes, a compound Poisson
/// process each way: 6 and 4 payments a day of 100 to 300 dollars, all of them credited.
///
/// In closed form: 10 payments are expected, and what payments take out of and bring into New York's
/// pool has a mean of (6 + 4) · 200 = 2,000 dollars.
struct TwoPools {
  let world: World

  /// What the flows expect.
  static let payments = 10.0
  static let turnover = 2_000.0

  /// - Parameter design: Further keys of the experiment.
  init(design: String = "") throws {
    let text = """
      scenario: two-pools
      title: Two pools
      question: Do intervals hold the truth?
      experiment: {seed: 11, replications: 2, from: 2026-03-10T00:00:00Z,
        until: 2026-03-11T00:00:00Z\(design)}
      exchange-rates: {reporting-currency: USD, rates: {EUR/USD: 1.1}}
      branches:
        NYC: {zone: UTC, calendar: USFED, opens: 00:00, closes: 24:00}
        LDN: {zone: UTC, calendar: GBENG, opens: 00:00, closes: 24:00}
      pools:
        - {branch: any, currency: USD, system: CHIPS, opening-balance: 1M, funding-rate: 0bp,
           day-count: ACT/360}
      corridors:
        - {from: any, to: any, currency: USD,
           hops: [{correspondent: clearer, system: CHIPS, processing: 1min, fee: 0}]}
      flows:
        out: {from: NYC, to: LDN, currency: USD, arrivals: 6 per day, hours: 06:00-18:00,
          amount: {uniform: {low: 100, high: 300}}}
        back: {from: LDN, to: NYC, currency: USD, arrivals: 4 per day, hours: 06:00-18:00,
          amount: {uniform: {low: 100, high: 300}}}
      models:
        token: {title: Token, rail: tokenized-deposit,
          ledger: {block-interval: 5s, finality: 0s, step-failure: 0%, time-out: 10s}}
      """
    world = try World(ScenarioFile.read(text: text, named: "two-pools.yaml", folder: ""))
  }

  /// What payments moved in New York's pool in one replication, in dollars, and how many there were.
  static func outcome(_ world: World, _ replication: UInt32) -> (turnover: Double, payments: Double)
  {
    let record = world.simulate(ModelID(0), replication: replication)
    return (
      Double(record.pools[0].paidIn + record.pools[0].paidOut) / 100,
      Double(record.payments.count)
    )
  }
}
