import Chance
import Scenarios
import Testing
import Vocabulary

@testable import Settlement

/// A scenario that uses every kind of draw, as lists whose entries a test adds, removes or turns
/// round.
struct ChanceScenario {
  var branches = [
    "NYC: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 18:00}",
    "LDN: {zone: Europe/London, calendar: GBENG, opens: 08:00, closes: 18:00, "
      + "inward: {share: 30%, work: {gamma: {shape: 2, scale: 30min}}}}",
    "SIN: {zone: Asia/Singapore, calendar: SG, opens: 09:00, closes: 18:00}",
  ]
  var pools = [
    "{branch: any, currency: USD, system: CHIPS, opening-balance: 100bn, funding-rate: 1%, "
      + "day-count: ACT/360}",
    "{branch: any, currency: GBP, system: CHAPS, opening-balance: 100bn, funding-rate: 1%, "
      + "day-count: ACT/365F}",
  ]
  var corridors = [
    "{from: any, to: any, currency: USD, hops: [{correspondent: one, system: CHIPS, "
      + "processing: {gamma: {shape: 0.5, scale: 10min}}, fee: 15}]}",
    "{from: any, to: any, currency: GBP, hops: [{correspondent: two, system: CHAPS, "
      + "processing: 10min, fee: 5}]}",
  ]
  var rates = ["USD/SGD: 1.29", "GBP/USD: 1.25", "EUR/USD: 1.08"]
  var volatilities = ["GBP/USD: 8%", "EUR/USD: 7%"]
  var flows = [
    "pairs: {from: any, to: any, currency: USD, arrivals: 12 per day, volume-sigma: 0.3, "
      + "amount: {gamma: {shape: 0.7, scale: 20k}}}",
    "ends: {from: [NYC, LDN, SIN], to: [NYC, LDN, SIN], spread: total, currency: GBP, "
      + "arrivals: 60 per day, volume-sigma: 0.2, amount: {lognormal: {median: 1k, p95: 9k}}}",
    "trades: {from: NYC, to: LDN, currency: USD, against: GBP, arrivals: 10 per day, "
      + "amount: {exponential: {mean: 1M}}}",
    "orders: {from: NYC, to: SIN, currency: USD, arrivals: 9 per day, "
      + "amount: {pareto: {minimum: 1k, alpha: 2}}, contract: {funding-deadline: 4h, expiry: 3d, "
      + "dispute: {rate: 20%, to-payee: 50%, resolution: {exponential: {mean: 1d}}}, "
      + "conditions: [CONDITIONS]}}",
    "given: {payments: [GIVEN]}",
  ]
  var conditions = [
    "{name: order, after: {exponential: {mean: 1h}}, releases: 20%}",
    "{name: shipment, after: {gamma: {shape: 3, scale: 4h}}, releases: 50%}",
  ]
  var given = [
    "{id: P1, at: 2026-03-09T10:00:00Z, from: NYC, to: LDN, currency: USD, amount: 5k}",
    "{id: P2, at: 2026-03-09T11:00:00Z, from: LDN, to: SIN, currency: GBP, amount: 7k}",
  ]
  var correlations = ["{flows: [pairs, ends], correlation: 0.4}"]
  var models = [
    "batch: {rail: correspondent, TERMS}",
    "token: {rail: tokenized-deposit, TERMS, "
      + "ledger: {block-interval: 5s, step-failure: 10%, time-out: 10s}}",
    "coin: {rail: deposit-token, TERMS, issuer: {hours: 24/7}, chain: {preconfirmation: 200ms, "
      + "block-interval: 2s, finality: 25min, gas: 0.01 USD, paid-at: block, reorganisation: 20%}}",
  ]
  var seed = 5

  private static let terms =
    "screening: {alert-rate: 20%, false-positive-share: 80%, check: 5s, "
    + "review: {gamma: {shape: 2, scale: 1h}}, review-hours: working-hours}, "
    + "returns: {rate: 10%, after: 2h}, recalls: {rate: 10%, after: {exponential: {mean: 20min}}}, "
    + "repairs: {rate: 10%, work: {exponential: {mean: 1h}}}"

  private var text: String {
    func map(_ entries: [String]) -> String { entries.map { "  \($0)" }.joined(separator: "\n") }
    func list(_ entries: [String]) -> String { entries.map { "  - \($0)" }.joined(separator: "\n") }
    return """
      scenario: chance
      experiment: {seed: \(seed), replications: 1, from: 2026-03-09T00:00:00Z,
        until: 2026-03-12T00:00:00Z, run-out: 5d}
      exchange-rates:
        reporting-currency: USD
        rates: {\(rates.joined(separator: ", "))}
        volatility: {\(volatilities.joined(separator: ", "))}
        correlations: [{pairs: [EUR/USD, GBP/USD], correlation: 0.5}]
      branches:
      \(map(branches))
      pools:
      \(list(pools))
      corridors:
      \(list(corridors))
      flows:
      \(map(flows))
      correlations:
      \(list(correlations))
      models:
      \(map(models))
      """.replacing("TERMS", with: ChanceScenario.terms)
        .replacing("CONDITIONS", with: conditions.joined(separator: ", "))
        .replacing("GIVEN", with: given.joined(separator: ", "))
  }

  func world() throws -> World {
    try World(ScenarioFile.read(text: text, named: "chance.yaml", folder: ""))
  }

  /// What chance says, by name.
  func draws(replication: UInt32 = 1) throws -> ChanceDraws {
    try ChanceDraws(world(), replication: replication)
  }
}

/// Everything that a replication draws, by the names of what draws.
struct ChanceDraws: Equatable {
  /// For each flow, what each of its payments is and draws, by its identity.
  var flows: [String: [String: String]] = [:]
  /// For each pair that moves at random, its path.
  var rates: [String: [Double]] = [:]

  init(_ world: World, replication: UInt32) {
    let chance = Chances(world.streams, replication: replication)
    let sources = world.sources(replication: replication)
    for flow in 0..<sources.count {
      var (source, payments) = (sources[flow], [String: String]())
      while let instruction = source.next {
        source.advance(in: world)
        payments[world.name(of: instruction.key)] = ChanceDraws.line(
          instruction, flow, world, chance)
      }
      flows[world.scenario.flows[flow].name] = payments
    }
    let path = world.rates.path(seed: world.scenario.experiment.seed, replication: replication)
    for (rate, factors) in zip(world.scenario.rates.rates, path)
    where factors.contains(where: { $0 != 1 }) {
      rates["\(rate.base)/\(rate.quote)"] = Array(factors)
    }
  }

  /// What a payment is, and its number for every purpose, those of parts under their conditions.
  private static func line(
    _ instruction: PaymentSource.Instruction, _ flow: Int, _ world: World, _ chance: Chances
  ) -> String {
    let corridor = world.plans[instruction.plan].corridor
    let terms = world.flows.terms[flow]
    let amount =
      terms.isListed
      ? world.flows.listed[flow][instruction.key.number].amount.minorUnits
      : world.flows.amount(of: flow, instruction.amount)
    func numbers(_ key: PaymentKey) -> String {
      Purpose.allCases.flatMap { purpose in
        (0..<2 as Range<UInt32>).map { "\(chance.uniform(purpose, of: key, round: $0))" }
      }.joined(separator: " ")
    }
    let parts = (world.scenario.flows[flow].contract?.conditions ?? []).enumerated().map {
      "\($1.name): \(numbers(instruction.key.ofPart($0 + 1)))"
    }
    return "\(instruction.instant) \(world.name(of: corridor.from)) \(world.name(of: corridor.to)) "
      + "\(amount) \(numbers(instruction.key)) \(parts.sorted())"
  }
}
