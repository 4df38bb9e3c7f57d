import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Runs are repeatable, models see the same payments, and money is never lost.
@Suite struct RepeatabilityTests {
  private func world(extraFlow: String = "") throws -> World {
    let text = """
      scenario: random
      title: Random
      question: Is nothing lost?
      experiment: {seed: 7, replications: 2, from: 2026-03-06T00:00:00Z,
        until: 2026-03-10T00:00:00Z, run-out: 3d, warm-up: 1d}
      exchange-rates: {reporting-currency: USD, rates: {USD/SGD: 1.29}}
      branches:
        NYC: {title: New York, zone: America/New_York, calendar: USFED, opens: 09:00,
          closes: 18:00, releases: every 1h, postings: every 1h}
        SIN: {title: Singapore, zone: Asia/Singapore, calendar: SG, opens: 09:00,
          closes: 18:00, releases: every 1h, postings: every 1h}
      pools:
        - {branch: any, currency: USD, system: CHIPS, opening-balance: 1M, floor: 500k,
           funding-rate: 100bp, day-count: ACT/360,
           credit-line: {limit: 100k, rate: 150bp}}
        - {branch: SIN, currency: SGD, system: MEPS+, opening-balance: 1M,
           funding-rate: 100bp, day-count: ACT/365F}
      corridors:
        - {from: any, to: any, currency: USD, fees: SHA, hops: [
           {correspondent: one, system: CHIPS, processing: 10min, fee: 15},
           {correspondent: two, system: USD CHATS, processing: 20min, fee: 10}]}
      flows:
        both: {from: any, to: any, currency: USD, arrivals: 60 per day,
          amount: {lognormal: {median: 20k, p95: 400k}}, maximum: 2M, volume-sigma: 0.3,
          deadline: 1bd}
        converted: {from: NYC, to: SIN, currency: USD, credited-in: SGD,
          arrivals: 20 per business-day, amount: {pareto: {minimum: 1k, alpha: 1.2}}, maximum: 1M}
        in: {from: outside, to: NYC, currency: USD, arrivals: 30 per business-day,
          amount: {exponential: {mean: 30k}}}
        out: {from: SIN, to: outside, currency: USD, arrivals: 30 per business-day,
          amount: {exponential: {mean: 30k}}, deadline: 4h}
      \(extraFlow)
      models:
        batch: {title: Batch, rail: correspondent,
          screening: {alert-rate: 20%, false-positive-share: 80%, check: 5s,
            review: {lognormal: {median: 4h, p95: 24h}}, review-hours: working-hours},
          returns: {rate: 10%, after: 2h}, exchange: {spread: 10bp, processing: 5min},
          rebalancing: {windows: [10:00, 22:00], zone: America/New_York, lag: 1h}}
        token: {title: Token, rail: tokenized-deposit, rebalancing: on-demand,
          ledger: {block-interval: 5s, finality: 1s, step-failure: 5%, time-out: 10s},
          screening: {alert-rate: 20%, false-positive-share: 80%, check: 5s,
            review: {lognormal: {median: 4h, p95: 24h}}, review-hours: working-hours},
          returns: {rate: 10%, after: 2h}, exchange: {spread: 10bp, processing: 5min}}
      """
    return try World(ScenarioFile.read(text: text, named: "random.yaml", folder: ""))
  }

  private static let extra =
    "  more: {from: SIN, to: NYC, currency: USD, arrivals: 5 per day, "
    + "amount: {constant: 1}}"

  @Test(arguments: [0, 1])
  func aRunIsTheSameEachTime(model: Int) throws {
    let one = try world().simulate(ModelID(model), replication: 1)
    let other = try world().simulate(ModelID(model), replication: 1)
    #expect(one.events == other.events && one.books == other.books)
    #expect(one.outcomes == other.outcomes && one.payments == other.payments)
    let another = try world().simulate(ModelID(model), replication: 2)
    #expect(one.events != another.events)
  }

  @Test(arguments: [0, 1])
  func writingJourneysDownChangesNothing(model: Int) throws {
    let silent = try world().simulate(ModelID(model), replication: 0)
    let told = try world().simulate(
      ModelID(model), replication: 0, journeys: .all, recordsBalances: true)
    #expect(silent.events == told.events && silent.outcomes == told.outcomes)
  }

  @Test func bothModelsSeeTheSamePayments() throws {
    let world = try world()
    let records = [0, 1].map { world.simulate(ModelID($0), replication: 0, journeys: .all) }
    func payments(_ record: RunRecord) -> Set<String> {
      Set(record.journeys.map { "\($0.payment) \($0.instructed) \($0.amount)" })
    }
    #expect(payments(records[0]) == payments(records[1]))
    #expect(payments(records[0]).count > 300)
  }

  @Test func anotherFlowMovesNoPaymentOfTheOthers() throws {
    let alone = try world().simulate(ModelID(0), replication: 0, journeys: .all)
    let joined = try world(extraFlow: RepeatabilityTests.extra)
      .simulate(ModelID(0), replication: 0, journeys: .all)
    func payments(_ record: RunRecord) -> Set<String> {
      Set(record.journeys.map { "\($0.payment) \($0.instructed) \($0.amount)" })
    }
    #expect(payments(joined).isStrictSuperset(of: payments(alone)))
  }

  @Test(arguments: [0, 1], [UInt32](0..<4))
  func everyPaymentEndsOnceAndItsSegmentsSumToItsLife(model: Int, replication: UInt32) throws {
    let record = try world().simulate(
      ModelID(model), replication: replication, journeys: .all)
    #expect(Set(record.journeys.map(\.payment)).count == record.journeys.count)
    for journey in record.journeys {
      let sum = journey.segments.reduce(TimeSpan.zero) { $0 + ($1.to - $1.from) }
      #expect(sum == journey.ended - journey.instructed)
    }
    // Every kind of end and of trouble is met, or the test would show little.
    #expect(Set(record.journeys.map(\.end)).isSuperset(of: [.credited, .returned]))
  }

  @Test func theWarmUpIsNotCounted() throws {
    let world = try world()
    let record = world.simulate(ModelID(0), replication: 0, journeys: .all)
    let start = try #require(Instant("2026-03-07T00:00:00Z"))
    let counted = record.journeys.filter { $0.instructed >= start }.count
    #expect(record.payments.count == counted)
    #expect(counted < record.journeys.count)
  }
}
