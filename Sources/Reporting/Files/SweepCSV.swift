public import Outcomes

/// `sweep.csv`: one figure of one cell a row, with a column for each axis.
///
/// Cells come in their order, whichever was finished first, each written as soon as it may be. No
/// axis has the name of another column: the reader of scenarios refuses it.
public enum SweepCSV {
  /// A figure with its cell.
  struct Row {
    let cell: CellOutcome
    let outcome: OutcomeRow
  }

  /// The columns: `cell`, the axes, then those of `outcomes.csv`.
  ///
  /// - Parameter axes: The names of the axes, which are those of their columns.
  static func table(_ axes: [String]) -> Table<Row, Void> {
    let cell = Column<Row, Void>.count("cell", "the number of the cell") { $0.cell.number }
    let values = axes.enumerated().map { place, name in
      Column<Row, Void>(
        name, "as the file says",
        "a column for each axis, under its name: its value in the cell as the scenario file would "
          + "have it", empty: Column<Row, Void>.never, member: nil
      ) { value($0.cell.values[place]) }
    }
    let outcome = OutcomesCSV.table.columns.map { column in
      column.of { (row: Row) in row.outcome }
        .defined(as: definitions[column.name] ?? column.definition)
    }
    return Table("sweep.csv", [cell] + values + outcome)
  }

  /// What the dictionary says of columns of `outcomes.csv` that it says otherwise there.
  private static let definitions = [
    "model": "as in `outcomes.csv`, or `model minus cell 0` for the difference to the first cell",
    "metric": "as in `outcomes.csv`", "scope": "as in `outcomes.csv`",
    "unit": "as in `outcomes.csv`",
  ]

  /// Writes the first line. Errors of the sink pass through.
  public static func write(_ header: SweepHeader, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns(header).map { CSVText.field($0) }, to: sink)
    try text.flush(to: sink)
  }

  /// The names of the columns in their order.
  public static func columns(_ header: SweepHeader) -> [String] {
    table(header.axes.map(\.name)).names
  }

  /// Writes the rows of a cell. Errors of the sink pass through.
  public static func write(_ outcome: CellOutcome, to sink: (String) throws -> Void) rethrows {
    // The first line has been written with their names.
    let table = table(outcome.values.indices.map { "axis \($0)" })
    try table.write(
      outcome.rows.lazy.map { Row(cell: outcome, outcome: $0) }, header: false, to: sink)
  }

  /// A value of an axis; a number or a share below zero stays one, which is no formula.
  private static func value(_ text: String) -> Cell {
    let isNumber = text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || ".%".contains($0)) }
    return text.first == "-" && isNumber ? .exact(text) : .text(text)
  }
}
