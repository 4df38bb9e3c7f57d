/// Two banks, A and B, for a day on a ledger that never closes, in the form of a scenario file: nothing but payments by
/// tokens, so that a test is about its flows alone.
///
/// Every clock is UTC, and no day is a holiday.
public struct SmallLedger {
  /// The name of the scenario.
  public var name: String
  /// What each branch holds in dollars at the start.
  public var openingBalance = "5M"
  /// The flows, a line each: `f: {from: A, to: B, currency: USD, …}`.
  public var flows: [String]
  /// How often the ledger makes a block.
  public var blockInterval = "5s"

  /// A world of a name with these flows.
  public init(_ name: String, flows: [String]) { (self.name, self.flows) = (name, flows) }

  /// The scenario file.
  public var text: String {
    """
    scenario: \(name)
    experiment: {seed: 1, replications: 1, from: 2026-03-05T00:00:00Z,
      until: 2026-03-06T00:00:00Z, run-out: 1d}
    branches:
      A: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      B: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
    pools:
      - {branch: any, currency: USD, system: CHIPS, opening-balance: \(openingBalance),
         funding-rate: 100bp, day-count: ACT/360}
    flows:
    \(flows.map { "  \($0)" }.joined(separator: "\n"))
    models:
      m: {rail: tokenized-deposit, ledger: {block-interval: \(blockInterval), time-out: 10s}}
    """
  }
}
