import Measures
public import Outcomes
import Vocabulary

/// `bcbs.csv`: the intraday liquidity of every pool by the monitoring tools of the Basel Committee
/// (BCBS 248), one fact a row.
public enum MonitoringCSV {
  /// The columns in their order.
  public static let columns = [
    "model", "branch", "currency", "tool", "measure", "statistic", "unit", "mean", "low95",
    "high95", "replications",
  ]

  /// Writes the file in chunks.
  ///
  /// `branch` is `all` for the pools of the currency together; `low95` and `high95` are empty
  /// where there is no interval. Errors of the sink pass through.
  public static func write(
    _ comparison: Comparison, to sink: (String) throws -> Void
  ) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in comparison.monitoring {
      try text.row(
        [
          CSVText.field(row.model), row.branch.map(CSVText.field) ?? "all", row.currency.code,
          row.measure.tool, row.measure.name, row.statistic, row.unit.name,
          CSVText.field(row.estimate.mean), CSVText.field(row.estimate.interval?.lowerBound),
          CSVText.field(row.estimate.interval?.upperBound), String(row.estimate.replications),
        ], to: sink)
    }
    try text.flush(to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison) { whole += $0 }
    return whole
  }
}
