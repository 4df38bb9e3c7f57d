import Measures
public import Outcomes
import Vocabulary

/// What the tables of a results folder say, read back to the bit.
public struct ResultTables: Sendable {
  /// `outcomes.csv`.
  public private(set) var rows: [OutcomeRow] = []
  /// `curves.csv`.
  public private(set) var curves: [CreditCurve] = []
  /// `pools.csv`.
  public private(set) var poolHistories: [PoolHistory] = []
  /// `quantiles.csv`, with its notes.
  public private(set) var quantiles: [QuantileRow] = []
  /// `bcbs.csv`.
  public private(set) var monitoring: [MonitoringRow] = []
  /// What is wrong with them, a sentence each.
  public private(set) var problems: [String]

  /// Reads the tables from their texts.
  ///
  /// Nothing of a table with problems is to be trusted; `problems` names them all, twenty of each
  /// file at most.
  public init(outcomes: String, curves: String, pools: String, bcbs: String, quantiles: String) {
    var reading = TableReading()
    rows = ResultTables.rows(outcomes, &reading)
    self.quantiles = ResultTables.quantiles(quantiles, &reading)
    self.curves = ResultTables.curves(curves, &reading)
    poolHistories = ResultTables.histories(pools, &reading)
    monitoring = ResultTables.monitoring(bcbs, &reading)
    problems = reading.problems
  }

  private static func rows(_ text: String, _ reading: inout TableReading) -> [OutcomeRow] {
    let records = reading.records(text, of: "outcomes.csv", columns: OutcomesCSV.columns)
    return records.compactMap { record in
      let metric = reading.metric(1, of: record)
      let (scope, unit) = (reading.scope(2, of: record), reading.unit(3, of: record))
      guard let estimate = reading.boundedEstimate(from: 4, of: record), let metric, let scope,
        let unit
      else { return nil }
      return OutcomeRow(
        model: reading.text(0, of: record), metric: metric, scope: scope, unit: unit,
        estimate: estimate)
    }
  }

  private static func quantiles(_ text: String, _ reading: inout TableReading) -> [QuantileRow] {
    let records = reading.records(text, of: "quantiles.csv", columns: QuantilesCSV.columns)
    return records.compactMap { record in
      let count = 0...Int64(Int32.max)
      guard let metric = reading.metric(1, of: record), let scope = reading.scope(2, of: record),
        let unit = reading.unit(3, of: record), let probability = reading.number(4, of: record),
        let value = reading.optionalNumber(5, of: record),
        let low = reading.optionalNumber(6, of: record),
        let high = reading.optionalNumber(7, of: record),
        let replications = reading.whole(8, in: count, of: record),
        let censored = reading.whole(9, in: count, of: record),
        let atLeast = reading.optionalNumber(10, of: record)
      else { return nil }
      return QuantileRow(
        model: reading.text(0, of: record), metric: metric, scope: scope, unit: unit,
        estimate: QuantileEstimate(
          probability: probability, value: value, atLeast: atLeast, low: low, high: high,
          count: Int(replications), censored: Int(censored), note: reading.text(12, of: record)))
    }
  }

  private static func curves(_ text: String, _ reading: inout TableReading) -> [CreditCurve] {
    var curves: [CreditCurve] = []
    for record in reading.records(text, of: "curves.csv", columns: CurvesCSV.columns) {
      let model = reading.text(0, of: record)
      guard let seconds = reading.number(1, of: record), let share = reading.number(2, of: record)
      else { continue }
      if curves.last?.model != model { curves.append(CreditCurve(model: model, points: [])) }
      let last = curves[curves.count - 1].points.last
      guard seconds > last?.seconds ?? 0, ((last?.share ?? 0)...1).contains(share) else {
        reading.note(record, "expected rising seconds above 0 and shares in 0...1 that never fall")
        continue
      }
      curves[curves.count - 1].points.append(CreditCurve.Point(seconds: seconds, share: share))
    }
    return curves
  }

  private static func histories(_ text: String, _ reading: inout TableReading) -> [PoolHistory] {
    var histories: [PoolHistory] = []
    for record in reading.records(text, of: "pools.csv", columns: PoolsCSV.columns) {
      let (model, branch) = (reading.text(0, of: record), reading.text(1, of: record))
      let currency = reading.value("a currency of ISO 4217", 2, of: record) { Currency($0) }
      let at = reading.instant(3, of: record)
      let balance = reading.whole(4, in: .min ... .max, of: record)
      guard let currency, let at, let balance else { continue }
      let last = histories.count - 1
      if last < 0 || histories[last].model != model || histories[last].branch != branch
        || histories[last].currency != currency
      {
        histories.append(
          PoolHistory(
            model: model, branch: branch, currency: currency, start: at, step: .hour,
            balances: [balance]))
        continue
      }
      let hours = TimeSpan.hours(Int64(histories[last].balances.count))
      if at != histories[last].start + hours {
        reading.note(record, "expected a balance for every hour, found \(at)")
      }
      histories[last].balances.append(balance)
    }
    return histories
  }

  private static func monitoring(_ text: String, _ reading: inout TableReading) -> [MonitoringRow] {
    reading.records(text, of: "bcbs.csv", columns: MonitoringCSV.columns).compactMap { record in
      let branch = reading.text(1, of: record)
      let currency = reading.value("a currency of ISO 4217", 2, of: record) { Currency($0) }
      let measure = reading.value("a measure", 4, of: record) { MonitoringMeasure(rawValue: $0) }
      guard let estimate = reading.estimate(from: 7, of: record), let currency, let measure else {
        return nil
      }
      return MonitoringRow(
        model: reading.text(0, of: record), branch: branch == "all" ? nil : branch,
        currency: currency, measure: measure, statistic: reading.text(5, of: record),
        estimate: estimate)
    }
  }
}
