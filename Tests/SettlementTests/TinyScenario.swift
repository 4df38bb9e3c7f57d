import Bookkeeping
import Calendars
import Scenarios
import Settlement
import Testing
import Vocabulary

/// A small scenario in the form of a file, of which a test changes what it is about.
///
/// Runs are continuous and nothing takes time unless a test says so, so that every instant of a
/// journey can be worked out by hand.
struct TinyScenario {
  var from = "2026-03-06T00:00:00Z"
  var until = "2026-03-12T00:00:00Z"
  var warmUp = "0s"
  var payments: [String] = []
  /// Further flows, indented by two.
  var flows = ""
  var releases = "continuous"
  var postings = "continuous"
  var pools = """
      - {branch: any, currency: USD, system: Fedwire Funds, opening-balance: 1bn}
      - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 1bn}
    """
  var corridors = """
      - {from: any, to: any, currency: USD, hops: [{correspondent: clearer,
         system: Fedwire Funds, cut-off: customer, processing: 10min, fee: 0}]}
      - {from: any, to: any, currency: HKD, hops: [{correspondent: clearer,
         system: HKD CHATS, processing: 10min, fee: 0}]}
    """
  /// Further sections of the scenario.
  var root = ""
  /// Further keys of London.
  var london = ""
  /// Further models, indented by two.
  var models = ""
  var batch = ""
  var ledger = "{block-interval: 5s, finality: 0s, step-failure: 0%, time-out: 10s}"
  var token = ""
  var fees = ""
  var rates = "{reporting-currency: USD, rates: {USD/HKD: 7.80}}"
  /// The folder of the files that it names.
  var folder = ""
  /// Entries of the disturbances, each without its dash.
  var disturbances: [String] = []

  private var text: String {
    """
    scenario: tiny
    title: Tiny
    question: What happens?
    experiment: {seed: 1, replications: 1, from: \(from), until: \(until), run-out: 6d,
      warm-up: \(warmUp)}
    exchange-rates: \(rates)
    branches:
      NYC: {title: New York, zone: America/New_York, calendar: USFED, opens: 09:00, closes: 19:00,
        customer-cut-off: 18:45, releases: \(releases), postings: \(postings)}
      LDN: {title: London, zone: Europe/London, calendar: GBENG, opens: 08:00, closes: 18:00,
        releases: \(releases), postings: \(postings)\(london)}
      HKG: {title: Hong Kong, zone: Asia/Hong_Kong, calendar: HK, opens: 09:00, closes: 18:00,
        releases: \(releases), postings: \(postings)}
      SIN: {title: Singapore, zone: Asia/Singapore, calendar: SG, opens: 09:00, closes: 19:00,
        releases: \(releases), postings: \(postings)}
    pools:
    \(pools.replacing("opening-balance", with: "funding-rate: 100bp, day-count: ACT/360, opening-balance"))
    \(root)
    corridors:
    \(corridors)
    flows:
      given:
        payments:
    \(payments.map { "      - {\($0)}" }.joined(separator: "\n"))
    \(flows)
    models:
      batch: {title: Batch, rail: correspondent\(batch)}
      token: {title: Token, rail: tokenized-deposit, ledger: \(ledger)\(fees)\(token)}
    \(models)
    \(disturbances.isEmpty ? "" : "disturbances:\n")\
    \(disturbances.map { "  - {\($0)}" }.joined(separator: "\n"))
    """
  }

  /// The compiled world.
  func world() throws -> World {
    try World(ScenarioFile.read(text: text, named: "tiny.yaml", folder: folder))
  }

  /// The record of a model with every journey.
  func record(_ model: String, replication: UInt32 = 0) throws -> RunRecord {
    let world = try world()
    let place = try #require(world.scenario.models.firstIndex { $0.name == model })
    return world.simulate(ModelID(place), replication: replication, journeys: .all)
  }

  /// The journey of the one payment, or of the payment of an id.
  func journey(_ model: String, _ id: String = "P") throws -> Journey {
    try #require(try record(model).journeys.first { $0.payment == id })
  }
}

extension Journey {
  /// How long the payment spent on a cause.
  func spent(on cause: Cause) -> TimeSpan {
    segments.filter { $0.cause == cause }.reduce(.zero) { $0 + ($1.to - $1.from) }
  }

  /// Cause and end of each segment, as text that a test can be read by.
  var story: [String] { segments.map { "\($0.cause.name) until \($0.to)" } }
}
