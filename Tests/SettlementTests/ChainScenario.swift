import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Two branches and one model whose terms a test writes, on a chain with blocks every two seconds,
/// preconfirmed after 200 ms and final after 25 minutes (Base and the OP Stack, as published).
struct ChainScenario {
  var payments: [String] = []
  /// Keys of the flow beside its payments.
  var contract = ""
  var rail = "deposit-token"
  var chain = ""
  var paidAt = "finality"
  var issuer = "hours: 24/7"
  var more = ""
  var pools = "opening-balance: 1M"
  /// Further flows, indented by two.
  var flows = ""
  var until = "2026-03-12T00:00:00Z"
  var runOut = "6d"
  var seed = 1

  private var model: String {
    guard rail.contains("-token") || rail == "stablecoin" else { return "{rail: \(rail)\(more)}" }
    return """
      {rail: \(rail), chain: {preconfirmation: 200ms, block-interval: 2s, finality: 25min,
        gas: 0.01 USD, paid-at: \(paidAt)\(chain)}, issuer: {\(issuer)}\(more)}
      """
  }

  var text: String {
    """
    scenario: chain
    experiment: {seed: \(seed), replications: 1, from: 2026-03-06T00:00:00Z, until: \(until),
      run-out: \(runOut)}
    exchange-rates: {reporting-currency: USD, rates: {USD/SGD: 1.29}}
    branches:
      NYC: {title: New York, zone: America/New_York, calendar: USFED, opens: 09:00, closes: 18:00}
      SIN: {title: Singapore, zone: Asia/Singapore, calendar: SG, opens: 09:00, closes: 18:00}
    pools:
      - {branch: any, currency: USD, system: Fedwire Funds, funding-rate: 100bp,
         day-count: ACT/360, \(pools)}
      - {branch: SIN, currency: SGD, system: MEPS+, funding-rate: 100bp, day-count: ACT/365F,
         opening-balance: 1M}
    corridors:
      - {from: any, to: any, currency: USD, hops: [{correspondent: clearer, system: CHIPS,
         processing: 10min, fee: 0}]}
    flows:
      given:
        \(contract)
        payments:
    \(payments.map { "      - {\($0)}" }.joined(separator: "\n"))
    \(flows)
    models:
      model: \(model)
    """
  }

  /// The record with every journey.
  func record(replication: UInt32 = 0) throws -> RunRecord {
    try ChainScenario.record(of: text, replication)
  }

  /// The record of the first model of a file.
  static func record(of text: String, _ replication: UInt32 = 0) throws -> RunRecord {
    let world = try World(ScenarioFile.read(text: text, named: "chain.yaml", folder: ""))
    return world.simulate(ModelID(0), replication: replication, journeys: .all)
  }

  /// The journey of the payment P, or of another id.
  func journey(_ id: String = "P") throws -> Journey {
    try #require(try record().journeys.first { $0.payment == id })
  }
}

extension RunRecord {
  /// The closing balances of New York and Singapore in dollars, and of Singapore in its own, less
  /// the opening ones, in minor units.
  var changes: [Int64] { pools.map { $0.closing - $0.opening } }
}
