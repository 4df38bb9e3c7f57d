import Bookkeeping
import MeasureLiterals
import Measures
import Outcomes
import Scenarios
import Testing
import Vocabulary

/// Two branches, three pools and four corridors, for which records are written by hand.
///
/// Of its two days the second alone is counted: 24 hours.
struct SmallWorld {
  let scenario: Scenario
  /// NYC>LDN USD, LDN>NYC GBP, NYC>LDN USD/GBP, outside>NYC JPY.
  let corridors: [Corridor]

  init(
    reporting: Currency = .usd, expecting claims: [String] = [], precision: String? = nil
  ) throws {
    var text = """
      scenario: small
      title: Small
      question: Are the figures right?
      description: By hand.
      experiment: {seed: 5, replications: 3, from: 2026-03-06T00:00:00Z,
        until: 2026-03-08T00:00:00Z, warm-up: 1d, run-out: 3d\(precision.map { ", precision: \($0)" } ?? "")}
      exchange-rates: {reporting-currency: USD, rates: {GBP/USD: 1.25, USD/JPY: 150}}
      branches:
        NYC: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 18:00}
        LDN: {zone: Europe/London, calendar: GBENG, opens: 09:00, closes: 18:00}
      pools:
        - {branch: NYC, currency: USD, system: CHIPS, opening-balance: 1M,
           funding-rate: 100bp, day-count: ACT/360, credit-line: {limit: 1M, rate: 180bp}}
        - {branch: LDN, currency: GBP, system: CHAPS, opening-balance: 1M,
           funding-rate: 73bp, day-count: ACT/365F, haircut: 20%}
        - {branch: [NYC], currency: GBP, system: CHAPS, opening-balance: 1M,
           funding-rate: 0bp, day-count: ACT/365F}
        - {branch: LDN, currency: USD, system: CHIPS, opening-balance: 1M,
           funding-rate: 0bp, day-count: ACT/360}
        - {branch: NYC, currency: JPY, system: BOJ-NET funds, opening-balance: 1M,
           funding-rate: 365bp, day-count: ACT/365F}
      corridors:
        - {from: any, to: any, currency: USD,
           hops: [{correspondent: one, system: CHIPS, processing: 1min, fee: 0}]}
        - {from: any, to: any, currency: GBP,
           hops: [{correspondent: two, system: CHAPS, processing: 1min, fee: 0}]}
      flows:
        given:
          payments:
            - {id: a, at: 2026-03-06T10:00:00Z, from: NYC, to: LDN, currency: USD, amount: 1}
            - {id: b, at: 2026-03-06T11:00:00Z, from: LDN, to: NYC, currency: GBP, amount: 1}
            - {id: c, at: 2026-03-06T12:00:00Z, from: NYC, to: LDN, currency: USD,
               credited-in: GBP, amount: 1}
            - {id: d, at: 2026-03-06T13:00:00Z, from: outside, to: NYC, currency: JPY, amount: 1}
      models:
        batch: {title: Batch, rail: correspondent}
        token: {title: Token, rail: tokenized-deposit,
          ledger: {block-interval: 5s, finality: 0s, step-failure: 0%, time-out: 10s}}
      """
    if !claims.isEmpty { text += "\nexpect:\n" + claims.map { "  - \($0)\n" }.joined() }
    var scenario = try ScenarioFile.read(text: text, named: "small.yaml", folder: "")
    scenario.rates.reportingCurrency = reporting
    self.scenario = scenario
    guard case .listed(let payments) = scenario.flows[0].origin else {
      preconditionFailure("the payments are listed")
    }
    corridors = payments.map(\.corridor)
  }

  /// A study without replications.
  var study: Study { Study(scenario, corridors: corridors) }

  /// A record without payments.
  var record: RunRecord { RunRecord(corridors: 4, pools: 5, currencies: 3) }

  /// A record of credited payments of one dollar that took these times, and of some still open.
  func record(seconds: [Int64], open: Int = 0) -> RunRecord {
    var record = record
    for time in seconds { record.payments.append(.of(corridor: 0, seconds: time, amount: 100)) }
    for _ in 0..<open {
      record.payments.append(.of(corridor: 0, seconds: 999_999, amount: 100, end: .open))
    }
    return record
  }

  /// The rows of a study to which each replication gave the records of both models.
  func rows(batch: [RunRecord], token: [RunRecord]) -> Rows {
    var study = study
    for (batch, token) in zip(batch, token) {
      study.add([study.figures(of: batch), study.figures(of: token)])
    }
    return Rows(comparison: study.comparison)
  }

  /// The rows of one replication whose models left the same record.
  func rows(_ record: RunRecord) -> Rows { rows(batch: [record], token: [record]) }
}

/// The rows of a comparison, by what they are of.
struct Rows {
  let comparison: Comparison

  /// The one row of a metric, or `nil`.
  func row(_ metric: Metric, _ scope: Scope = "all", of model: String = "batch") -> OutcomeRow? {
    let found = comparison.rows.filter {
      $0.metric == metric && $0.scope == scope && $0.model == model
    }
    precondition(found.count < 2, "\(found.count) rows of \(metric) \(scope)")
    return found.first
  }

  /// The mean of a metric, or `nil` where there is no such row.
  func mean(_ metric: Metric, _ scope: Scope = "all", of model: String = "batch") -> Double? {
    row(metric, scope, of: model)?.estimate.mean
  }
}

extension PaymentFact {
  /// A payment by what figures ask of it.
  static func of(
    corridor: UInt32, seconds: Int64, amount: Int64, day: UInt16 = 0, end: PaymentEnd = .credited,
    _ flags: PaymentFlags = [], reached: UInt32 = .max, intermediaries: UInt8 = 1,
    hourOfWeek: UInt8 = 0
  ) -> PaymentFact {
    PaymentFact(
      elapsed: seconds * 1_000_000, amount: amount, corridor: corridor, day: day, end: end,
      flags: flags,
      reached: reached, intermediaries: intermediaries, hourOfWeek: hourOfWeek)
  }
}
