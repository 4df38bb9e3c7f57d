import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Four banks at one clearing bank, in the form of a file, of which a test changes what it is about.
///
/// Two systems never close; those of the day settle from Monday to Friday. Every clock is UTC.
struct ClearingScenario {
  var from = "2026-03-09T00:00:00Z"
  var until = "2026-03-14T00:00:00Z"
  /// The terms of the clearing.
  var terms = "system: Always USD"
  /// Further keys of the model.
  var model = ""
  var postings = "continuous"
  var pools = "- {branch: any, currency: USD, system: Always USD, opening-balance: 1000}"
  var payments: [String] = []
  /// Further flows, indented by two.
  var flows = ""
  var rail = "interbank-clearing"
  /// The folder of the files that it names.
  var folder = ""
  /// Entries of the disturbances, each without its dash.
  var disturbances: [String] = []

  /// The systems that pools or terms name; a system that is not used is refused.
  private var systems: String {
    [
      ("Always USD", "currency: USD, days: Mon-Sun, opens: 00:00, closes: 24:00"),
      ("Always EUR", "currency: EUR, days: Mon-Sun, opens: 00:00, closes: 24:00"),
      (
        "Day USD",
        "currency: USD, days: Mon-Fri, opens: 08:00, customer-cut-off: 16:00, closes: 17:00"
      ),
      ("Day EUR", "currency: EUR, days: Mon-Fri, opens: 12:00, closes: 15:00"),
    ].filter { (pools + terms).contains($0.0) }
      .map { "  \($0): {zone: UTC, calendar: NONE, \($1)}" }.joined(separator: "\n")
  }

  private var text: String {
    """
    scenario: clearing
    question: What settles?
    experiment: {seed: 1, replications: 1, from: \(from), until: \(until), run-out: 4d}
    exchange-rates: {reporting-currency: USD, rates: {EUR/USD: 1.16}}
    systems:
    \(systems)
    branches:
      A: {zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00, postings: \(postings)}
      B: {zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00, postings: \(postings)}
      C: {zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00, postings: \(postings)}
      D: {zone: UTC, calendar: NONE, opens: 09:00, closes: 17:00, postings: \(postings)}
    pools:
      \(pools.replacing("opening-balance", with: "funding-rate: 0bp, day-count: ACT/360, opening-balance"))
    flows:
      given:
        payments:
    \(payments.map { "      - {\($0)}" }.joined(separator: "\n"))
    \(flows)
    models:
      clearing: {rail: \(rail), clearing: {\(terms)}\(model)}
    \(disturbances.isEmpty ? "" : "disturbances:\n")\
    \(disturbances.map { "  - {\($0)}" }.joined(separator: "\n"))
    """
  }

  /// Pools of USD with these balances for A, B, C and D.
  mutating func hold(_ balances: Int..., credit: String? = nil) {
    let line = credit.map { ", credit-line: {limit: \($0)}" } ?? ""
    pools = zip("ABCD", balances + Array(repeating: 0, count: 4)).map {
      "- {branch: \($0), currency: USD, system: Always USD, opening-balance: \($1)\(line)}"
    }.joined(separator: "\n  ")
  }

  /// Adds a payment in USD on Monday 9 March 2026.
  mutating func pay(
    _ id: String, _ time: String, _ from: String, _ to: String, _ amount: Int, priority: Int = 5
  ) {
    payments.append(
      "id: \(id), at: 2026-03-09T\(time)Z, from: \(from), to: \(to), currency: USD, "
        + "amount: \(amount), priority: \(priority)")
  }

  /// The compiled world.
  func world() throws -> World {
    try World(ScenarioFile.read(text: text, named: "clearing.yaml", folder: folder))
  }

  /// The record of the run with every journey.
  func record() throws -> RunRecord {
    try world().simulate(ModelID(0), replication: 0, journeys: .all)
  }
}

extension RunRecord {
  /// Cause and end of each segment of a payment, as text: `liquidity until 13:00`, on another day
  /// than Monday 9 March 2026 with the date.
  func story(_ id: String) -> [String] {
    guard let journey = journeys.first(where: { $0.payment == id }) else { return ["unknown"] }
    let segments = journey.segments.map { segment in
      "\(segment.cause.name) until \(RunRecord.clock(segment.to))"
    }
    return segments + (journey.end == .credited ? [] : ["\(journey.end)"])
  }

  private static func clock(_ instant: Instant) -> String {
    let text = "\(instant)"
    let time = text.dropFirst(11).prefix(5)
    return text.hasPrefix("2026-03-09") ? "\(time)" : "\(text.dropFirst(8).prefix(2))th \(time)"
  }

  /// The balances of the pools at the end, in whole units.
  var closings: [Int64] { pools.map { $0.closing / 100 } }
}
