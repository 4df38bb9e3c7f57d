import Bookkeeping
import Scenarios
import Settlement
import TestSupport
import Testing
import Vocabulary

/// Random worlds of all rails and contracts: nothing traps, nothing is lost, wherever it is cut.
///
/// In each run the books trap where entries do not balance, tokens in circulation differ from those
/// minted and not burned, supply from reserve, locked money from what contracts have left, or
/// where a payment does not end once.
@Suite struct ChainWorldTests {
  private static let terms = """
    screening: {alert-rate: 20%, false-positive-share: 80%, check: 5s,
            review: {lognormal: {median: 2h, p95: 24h}}, review-hours: working-hours},
          returns: {rate: 10%, after: 2h}, recalls: {rate: 20%, after: {exponential: {mean: 20min}}},
          repairs: {rate: 10%, work: 1h}, exchange: {spread: 10bp, processing: 5min}
    """
  private static let chain = """
    chain: {preconfirmation: 200ms, block-interval: 2s, finality: 25min, gas: 0.02 SGD,
            reorganisation: 20%, paid-at:
    """
  private static let reserve = """
    branch: NYC, redemption-fee: 10bp, mint-fee: 5bp,
            reserve: [{currency: USD, cash: 300k, securities: 2M}, {currency: SGD, cash: 0}],
            redemption-run: {at: 2026-03-09T12:00:00Z, share: 40%, over: 9h, requests: 50}
    """

  private static let models = [
    "rail: correspondent",
    "rail: tokenized-deposit, ledger: {block-interval: 5s, step-failure: 10%, time-out: 10s}",
    "rail: deposit-token, \(chain) preconfirmation}, issuer: {hours: 24/7, redemption-fee: 3bp}",
    "rail: deposit-token, \(chain) block}, issuer: {hours: business-hours, branch: SIN, "
      + "redeems: never, mint-fee: 2bp}",
    "rail: deposit-token, \(chain) deposit}, issuer: {hours: business-hours, branch: NYC}",
    "rail: stablecoin, \(chain) deposit}, issuer: {hours: business-hours, \(reserve)}",
    "rail: stablecoin, \(chain) block}, issuer: {hours: 24/7, \(reserve)}",
    "rail: stablecoin, \(chain) finality}, issuer: {hours: 24/7, off-ramp: market, depeg: 80bp, "
      + "\(reserve)}",
    "rail: stablecoin, \(chain) preconfirmation}, issuer: {hours: 24/7, redeems: never, "
      + "\(reserve)}",
    "rail: [stablecoin, correspondent], routing: cheapest-in-time, \(chain) deposit}, "
      + "issuer: {hours: business-hours, \(reserve)}",
    "rail: [deposit-token, tokenized-deposit], routing: fastest, \(chain) block}, issuer: {hours: "
      + "business-hours, branch: SIN}, "
      + "ledger: {block-interval: 30min, step-failure: 5%, time-out: 1h}",
    "rail: [deposit-token, correspondent], routing: first-open, rebalancing: on-demand, "
      + "\(chain) finality}, "
      + "issuer: {hours: 24/7}",
  ]

  private func world(until: String, runOut: String) throws -> World {
    let models = ChainWorldTests.models.enumerated().map {
      "  m\($0.offset): {\($0.element), \(ChainWorldTests.terms)}"
    }
    let text = """
      scenario: random
      experiment: {seed: 7, replications: 2, from: 2026-03-06T00:00:00Z, until: \(until),
        run-out: \(runOut), warm-up: 6h}
      exchange-rates: {reporting-currency: USD, rates: {USD/SGD: 1.29}}
      branches:
        NYC: {title: New York, zone: America/New_York, calendar: USFED, opens: 09:00,
          closes: 18:00, releases: every 1h, postings: every 1h}
        SIN: {title: Singapore, zone: Asia/Singapore, calendar: SG, opens: 09:00,
          closes: 18:00}
      pools:
        - {branch: any, currency: USD, system: CHIPS, opening-balance: 400k, floor: 100k,
           funding-rate: 100bp, day-count: ACT/360, credit-line: {limit: 100k, rate: 150bp}}
        - {branch: any, currency: SGD, system: MEPS+, opening-balance: 400k,
           funding-rate: 100bp, day-count: ACT/365F}
      corridors:
        - {from: any, to: any, currency: USD, fees: SHA, hops: [
           {correspondent: one, system: CHIPS, processing: 10min, fee: 15}]}
        - {from: any, to: any, currency: SGD, hops: [
           {correspondent: two, system: MEPS+, processing: 10min, fee: 5}]}
      flows:
        orders: {from: any, to: any, currency: USD, arrivals: 40 per day,
          amount: {lognormal: {median: 10k, p95: 200k}}, deadline: 1bd, contract: {
            funding-deadline: 4h, expiry: 3d, dispute: {rate: 20%, to-payee: 33.3333%,
              resolution: {exponential: {mean: 1d}}}, conditions: [
            {name: order, after: 0s, releases: 10.0001%},
            {name: shipment, after: {exponential: {mean: 1d}}, releases: 50%},
            {name: acceptance, after: {lognormal: {median: 2d, p95: 4d}}, releases: 30%}]}}
        converted: {from: NYC, to: SIN, currency: USD, credited-in: SGD,
          arrivals: 20 per day, amount: {pareto: {minimum: 0.01, alpha: 0.4}}, maximum: 20k,
          contract: {funding-deadline: 1h, expiry: 12h, conditions: [
            {name: one, after: {uniform: {low: 0s, high: 1d}}, releases: 60%}]}}
        plain: {from: any, to: any, currency: SGD, arrivals: 40 per day,
          amount: {exponential: {mean: 20k}}, deadline: 4h}
        in: {from: outside, to: NYC, currency: USD, arrivals: 20 per business-day,
          amount: {exponential: {mean: 30k}}, contract: {funding-deadline: 1h, expiry: 1d,
          conditions: [{name: one, after: 1h, releases: 50%}]}}
        out: {from: SIN, to: outside, currency: USD, arrivals: 20 per business-day,
          amount: {exponential: {mean: 30k}}, deadline: 4h}
      models:
      \(models.joined(separator: "\n"))
      """
    return try World(ScenarioFile.read(text: text, named: "random.yaml", folder: ""))
  }

  @Test(arguments: 0..<12)
  func everyPaymentEndsOnceInRandomWorlds(model: Int) throws {
    let world = try world(until: "2026-03-11T00:00:00Z", runOut: "6d")
    for replication in Effort.seeds(4) {
      let record = world.simulate(
        ModelID(model), replication: UInt32(replication), journeys: .all)
      #expect(Set(record.journeys.map(\.payment)).count == record.journeys.count)
      for journey in record.journeys {
        let sum = journey.segments.reduce(TimeSpan.zero) { $0 + ($1.to - $1.from) }
        #expect(sum == journey.ended - journey.instructed)
      }
      #expect(Set(record.journeys.map(\.end)).isSuperset(of: [.credited, .returned]))
      #expect(record.contracts.funded > 0 && record.contracts.disputed > 0)
    }
  }

  @Test(arguments: Array(stride(from: Int64(1), to: 90, by: Effort.isQuick ? 45 : 15)))
  func aHorizonAnywhereLosesNothing(minutes: Int64) throws {
    let end = try #require(Instant("2026-03-09T14:00:00Z")) + .minutes(minutes) + .seconds(3)
    let world = try world(until: "\(end)", runOut: "0s")
    for model in ChainWorldTests.models.indices {
      let record = world.simulate(ModelID(model), replication: 1, journeys: .all)
      #expect(Set(record.journeys.map(\.payment)).count == record.journeys.count)
      #expect(record.journeys.contains { $0.end == .open })
    }
  }

  @Test func allModelsSeeTheSamePartsOfTheSameContracts() throws {
    // What has been instructed with the horizon far away: the same parts with the same amounts on
    // every rail, but for contracts that no money was found for, and for disputes.
    let world = try world(until: "2026-03-08T00:00:00Z", runOut: "9d")
    func parts(_ model: Int) -> Set<String> {
      let record = world.simulate(ModelID(model), replication: 0, journeys: .all)
      return Set(record.journeys.map { "\($0.payment) \($0.amount)" })
    }
    let (batch, coins) = (parts(0), parts(5))
    #expect(batch == coins && batch.contains { $0.contains("/2 ") })
    let token = parts(2)
    // A lapsed or refused contract is one payment of the whole, without a part.
    let whole = token.subtracting(batch)
    #expect(whole.allSatisfy { !$0.contains("/2 ") && !$0.contains("/3 ") })
  }
}
