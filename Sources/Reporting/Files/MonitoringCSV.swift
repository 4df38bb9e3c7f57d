import Measures
public import Outcomes
import Vocabulary

/// `bcbs.csv`: the intraday liquidity of every pool by the monitoring tools of the Basel Committee
/// (BCBS 248, April 2013), one fact a row.
///
/// By model, pool, measure and statistic; what no replication gives has no row. None of the
/// measures can be later than the horizon, so that every row has a mean. `report` reads the file
/// back.
public enum MonitoringCSV {
  /// A fact while it is read.
  struct Draft: Sendable {
    var model = "", branch = "", statistic = ""
    var currency: Currency?
    var measure: MonitoringMeasure?
    var estimate = EstimateDraft()
  }

  /// What stands for the pools of a currency together.
  ///
  /// No branch can have that name, which is reserved.
  private static let allPools = "all"

  /// The columns: what is measured, then its mean.
  ///
  /// - Invariant: No two rows agree in model, branch, currency, measure and statistic.
  static let table = Table<MonitoringRow, Draft>(
    "bcbs.csv",
    fact + Estimate.plainColumns().map { $0.of({ $0.estimate }, into: \.estimate) })

  /// What is measured, of which pool, over which days.
  private static let fact: [Column<MonitoringRow, Draft>] = [
    .text("model", "the model's name", into: { $0.model = $1 }) { $0.model },
    .text(
      "branch", "the branch's short name, `all` for the pools of the currency together",
      into: { $0.branch = $1 }
    ) { $0.branch ?? allPools },
    .exact("currency", "ISO 4217", "the currency of the pool") { $0.currency.code }
      .read("a currency of ISO 4217", into: \.currency) { Currency($0) },
    // It follows from the measure.
    .text(
      "tool", "`A(i)` to `A(iv)`, `C(i)`, or `beside` for a measure that is none of the Committee's"
    ) { $0.measure.tool },
    .text("measure", "a measure of the list below") { $0.measure.name }
      .read("a measure", into: \.measure) { MonitoringMeasure(rawValue: $0) },
    .text(
      "statistic",
      "`largest_1` to `largest_3`, `smallest_1` to `smallest_3`, `average` of the days, `all_days` "
        + "together, or the hour of `settled_by`", into: { $0.statistic = $1 }
    ) { $0.statistic },
    // It follows from measure and currency.
    .text("unit", "`share`, `ratio`, or the code of the currency, in major units") {
      $0.unit.name
    },
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    try table.write(comparison.monitoring, to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    table.text(comparison.monitoring)
  }

  /// Reads the file back to the bit; problems are noted.
  ///
  /// - Returns: Rows in the order of the file, without those that have a problem.
  static func read(_ text: String, _ reading: inout TableReading) -> [MonitoringRow] {
    table.read(text, from: Draft(), &reading) { draft, reading, record in
      guard let currency = draft.currency, let measure = draft.measure,
        let estimate = draft.estimate.estimate(&reading, record)
      else { return nil }
      return MonitoringRow(
        model: draft.model, branch: draft.branch == allPools ? nil : draft.branch,
        currency: currency, measure: measure, statistic: draft.statistic, estimate: estimate)
    }
  }
}
