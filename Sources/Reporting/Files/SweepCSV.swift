public import Outcomes

/// `sweep.csv`: one figure of one cell a row, with a column for each axis.
public enum SweepCSV {
  /// The columns in their order: `cell`, the axes, then those of `outcomes.csv`.
  public static func columns(_ header: SweepHeader) -> [String] {
    ["cell"] + header.axes.map(\.name) + OutcomesCSV.columns
  }

  /// Writes the first line. Errors of the sink pass through.
  public static func write(_ header: SweepHeader, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns(header).map { CSVText.field($0) }, to: sink)
    try text.flush(to: sink)
  }

  /// Writes the rows of a cell. Errors of the sink pass through.
  ///
  /// `low95` and `high95` are empty where there is no interval, `mean` too where some replication is
  /// later than the horizon.
  public static func write(_ outcome: CellOutcome, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    let start = [String(outcome.number)] + outcome.values.map(value)
    for row in outcome.rows { try text.row(start + OutcomesCSV.fields(row), to: sink) }
    try text.flush(to: sink)
  }

  /// A value of an axis; a number or a share below zero stays one, which is no formula.
  private static func value(_ text: String) -> String {
    let isNumber = text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || ".%".contains($0)) }
    return text.first == "-" && isNumber ? text : CSVText.field(text)
  }
}
