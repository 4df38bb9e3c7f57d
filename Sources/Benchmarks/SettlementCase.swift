import Bookkeeping
import Scenarios
import Settlement
import Vocabulary

extension Case {
  /// The whole model: calendars, chance, rails, ledger and digests, both rails on their payments.
  static let settlement = Case(
    name: "settlement",
    about: "the whole model by payments in flight: queue events and steps of payments"
  ) {
    [(16_000, "10^4"), (160_000, "10^5")].flatMap { perDay, name in
      figures(paymentsPerDay: perDay, inFlight: name)
    }
  }

  private static func figures(paymentsPerDay: Int, inFlight: String) -> [Figure] {
    let world: World
    do {
      world = try World(
        ScenarioFile.read(text: scenario(paymentsPerDay), named: "benchmark", folder: ""))
    } catch {
      preconditionFailure("the benchmark's scenario is refused: \(error)")
    }
    return world.scenario.models.enumerated().flatMap { place, model in
      let record = world.simulate(ModelID(place), replication: 0)
      let name = "settlement \(model.name) \(inFlight)"
      let payment = Figure.nanoseconds(
        "\(name) payment", operations: record.payments.count, rounds: 3
      ) {
        world.simulate(ModelID(place), replication: 0).outcomes.value
      }
      func rate(_ what: String, _ count: UInt64) -> Figure {
        let perPayment = Double(count) / Double(record.payments.count)
        return Figure(
          name: "\(name) \(what)", value: 1_000 / payment.value * perPayment, unit: "M/s")
      }
      return [payment, rate("events", record.eventCount), rate("steps", record.stepCount)]
    }
  }

  /// Two branches that pay each other around the clock; by correspondents a payment is under way
  /// for about fifteen hours.
  private static func scenario(_ paymentsPerDay: Int) -> String {
    """
    scenario: benchmark
    title: Benchmark
    question: How many events a second?
    experiment: {seed: 1, replications: 1, from: 2026-03-09T00:00:00Z,
      until: 2026-03-13T00:00:00Z, run-out: 1d}
    branches:
      NYC: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 18:00,
        releases: every 30min, postings: every 30min}
      SIN: {zone: Asia/Singapore, calendar: SG, opens: 09:00, closes: 18:00,
        releases: every 30min, postings: every 30min}
    pools:
      - {branch: any, currency: USD, system: CHIPS, opening-balance: 100bn, funding-rate: 100bp,
         day-count: ACT/360}
    corridors:
      - {from: any, to: any, currency: USD, fees: SHA, hops: [
         {correspondent: one, system: CHIPS, processing: 10min, fee: 15},
         {correspondent: two, system: USD CHATS, processing: 20min, fee: 10}]}
    flows:
      all: {from: any, to: any, currency: USD, arrivals: \(paymentsPerDay / 2) per day,
        amount: {lognormal: {median: 20k, p95: 400k}}, maximum: 5M, deadline: 1bd}
    models:
      batch: {rail: correspondent, screening: {alert-rate: 2%, false-positive-share: 97%,
        check: 5s, review: {lognormal: {median: 4h, p95: 24h}}, review-hours: working-hours},
        returns: {rate: 2%, after: 4h}}
      token: {rail: tokenized-deposit,
        ledger: {block-interval: 5s, finality: 0s, step-failure: 0.01%, time-out: 10s}}
    """
  }
}
