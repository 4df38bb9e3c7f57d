import MeasureLiterals
import Measures
import Outcomes
import Testing
import Vocabulary

@testable import Reporting

@Suite("The tables of a run read back to the bit") struct ResultTablesTests {
  /// A comparison with every kind of row that the tables hold.
  private var comparison: Comparison {
    var comparison = Week.comparison()
    comparison.rows += [
      Week.beyond("batch", "time_to_credit.p95"),
      Week.row("=batch", "pool.lowest_balance", "USD", -1.0 / 3, nil, "pool NYC USD"),
    ]
    comparison.monitoring = [
      row("batch", "NYC", .netDebit, nil), row("token", nil, .efficiency, 1...2),
    ]
    comparison.quantiles = [
      quantile(0.5, value: 60, low: 50, high: 71.5, censored: 0, note: ""),
      quantile(0.95, value: nil, low: 80, high: nil, censored: 12, note: "too few, \"72\""),
    ]
    return comparison
  }

  private func row(
    _ model: String, _ branch: String?, _ measure: MonitoringMeasure,
    _ interval: ClosedRange<Double>?
  ) -> MonitoringRow {
    MonitoringRow(
      model: model, branch: branch, currency: .usd, measure: measure, statistic: "all_days",
      estimate: Estimate(mean: 1.5, interval: interval, replications: 20))
  }

  private func quantile(
    _ probability: Double, value: Double?, low: Double?, high: Double?, censored: Int, note: String
  ) -> QuantileRow {
    QuantileRow(
      model: "batch", metric: "time_to_credit.p50", scope: "all", unit: "s",
      estimate: QuantileEstimate(
        probability: probability, value: value, atLeast: value == nil ? 90 : nil, low: low,
        high: high, count: 88, censored: censored, note: note))
  }

  private func quantiles(_ comparison: Comparison) -> String {
    var text = ""
    QuantilesCSV.write(comparison) { text += $0 }
    return text
  }

  private func read(_ change: (inout [String]) -> Void = { _ in }) -> ResultTables {
    let comparison = comparison
    var texts = [
      OutcomesCSV.text(comparison), CurvesCSV.text(comparison), PoolsCSV.text(comparison),
      MonitoringCSV.text(comparison), quantiles(comparison),
    ]
    change(&texts)
    return ResultTables(
      outcomes: texts[0], curves: texts[1], pools: texts[2], bcbs: texts[3], quantiles: texts[4])
  }

  @Test("Means and what lies beyond the horizon, curves, balances, measures and quantiles")
  func whole() {
    let (tables, comparison) = (read(), comparison)
    #expect(tables.problems.isEmpty)
    #expect(tables.rows == comparison.rows && tables.rows.count > 30)
    #expect(tables.curves == comparison.curves && tables.curves.count == 2)
    #expect(tables.poolHistories == comparison.poolHistories)
    #expect(tables.monitoring == comparison.monitoring)
    #expect(tables.quantiles == comparison.quantiles)
  }

  @Test(
    "What does not fit together is told with its line",
    arguments: [
      (
        "all,s,,,,139,61,63000", "all,s,,,,139,61,63000,1",
        "expected \(OutcomesCSV.table.names.count) fields, found"
      ),
      (
        ",s,,,,139,61,", ",s,,2,,139,61,",
        "expected neither mean nor interval where 61 replications"
      ),
      ("all,s,,,,139,61,", "all,s,,,,139,0,", "mean: expected a number, found ''"),
      (
        "pool NYC USD,USD,-0.3333333333333333,,,", "pool NYC USD,USD,-0.3333333333333333,2,1,",
        "the interval ends before it begins"
      ),
      (
        "pool NYC USD,USD,-0.3333333333333333,,,", "pool NYC USD,USD,-0.3333333333333333,2,,",
        "high95: expected a number, found ''"
      ),
      (
        "pool NYC USD,USD,-0.3333333333333333", "pool NYC USD,miles,-0.3333333333333333",
        "unit: expected a unit, found 'miles'"
      ),
    ])
  func faults(_ found: String, _ written: String, _ sentence: String) throws {
    let tables = read { texts in
      #expect(texts[0].contains(found))
      texts[0] = texts[0].replacing(found, with: written)
    }
    let problem = try #require(tables.problems.first)
    #expect(tables.problems.count == 1 && problem.contains(sentence), "\(tables.problems)")
    #expect(problem.hasPrefix("outcomes.csv line "))
  }
}
