/// A table as the data dictionary describes it.
struct DescribedTable: Sendable {
  /// The name of its file.
  let file: String
  /// A line for each column: name, unit, definition, where it is empty.
  let lines: [String]

  init<Row, Draft>(_ table: Table<Row, Draft>) {
    (file, lines) = (table.file, table.columns.map(\.dictionary))
  }

  /// Every table that a command writes into the folder of a run or a file of its own, in the order
  /// of the dictionary.
  static let all = [
    DescribedTable(OutcomesCSV.table), DescribedTable(QuantilesCSV.table),
    DescribedTable(SharesCSV.table), DescribedTable(BatchesCSV.table),
    DescribedTable(VarianceCSV.table), DescribedTable(CurvesCSV.table),
    DescribedTable(PoolsCSV.table), DescribedTable(MonitoringCSV.table),
    DescribedTable(JourneysCSV.table), DescribedTable(SizingCSV.table),
    DescribedTable(ServiceLevelsCSV.table), DescribedTable(SweepCSV.table(["AXIS"])),
    DescribedTable(WarmUpCSV.table),
  ]
}
