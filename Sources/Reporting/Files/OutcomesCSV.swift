import Measures
public import Outcomes

/// `outcomes.csv`: one figure a row, in the order of the comparison.
public enum OutcomesCSV {
  /// The columns in their order.
  public static let columns = ["model", "metric", "scope", "unit"] + EstimateColumns.names

  /// Writes the file in chunks.
  ///
  /// `mean`, `low95` and `high95` are empty where some replication is later than the horizon, which
  /// `censored` counts; `at_least` is given there alone. Errors of the sink pass through.
  public static func write(
    _ comparison: Comparison, to sink: (String) throws -> Void
  ) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in comparison.rows { try text.row(fields(row), to: sink) }
    try text.flush(to: sink)
  }

  /// The fields of a row.
  static func fields(_ row: OutcomeRow) -> [String] {
    [
      CSVText.field(row.model), CSVText.field(row.metric.name), CSVText.field(row.scope.name),
      CSVText.field(row.unit.name),
    ] + EstimateColumns.fields(row.estimate)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison) { whole += $0 }
    return whole
  }
}
