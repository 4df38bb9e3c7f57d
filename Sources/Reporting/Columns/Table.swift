import Vocabulary

/// A table of output: its file and its columns in their order.
struct Table<Row, Draft>: Sendable {
  /// The name of the file, under which the data dictionary has it.
  let file: String
  /// The columns in their order; no two have one name.
  let columns: [Column<Row, Draft>]
  /// What writes each of them: a row is written without a copy of its columns (measured: 1 % of a
  /// run of ten replications with its files).
  private let writers: [Column<Row, Draft>.Write]

  /// A table of a file.
  init(_ file: String, _ columns: [Column<Row, Draft>]) {
    precondition(
      Set(columns.map(\.name)).count == columns.count, "\(file) has two columns of one name")
    (self.file, self.columns, writers) = (file, columns, columns.map(\.write))
  }

  /// The names of the columns.
  var names: [String] { columns.map(\.name) }

  /// The fields of a row in the file.
  func fields(_ row: Row) -> [String] { writers.map { $0(row).csv } }

  /// The members of a row in a document, without those columns that stand in the file alone.
  func members(_ row: Row) -> [(key: String, value: JSONNode)] {
    columns.compactMap { column in column.member.map { ($0.key, column.write(row).json) } }
  }

  /// The shape of a row in documents.
  var members: [DocumentShape.Member] { columns.compactMap(\.member) }

  /// Writes the file in chunks of about 64 KiB; errors of the sink pass through.
  ///
  /// - Parameter header: Whether the names of the columns stand before the rows.
  func write(
    _ rows: some Sequence<Row>, header: Bool = true, to sink: (String) throws -> Void
  ) rethrows {
    var text = CSVText()
    if header { try text.row(names.map { CSVText.field($0) }, to: sink) }
    for row in rows { try text.row(fields(row), to: sink) }
    try text.flush(to: sink)
  }

  /// The whole file.
  func text(_ rows: some Sequence<Row>) -> String {
    var whole = ""
    write(rows) { whole += $0 }
    return whole
  }

  /// Reads the file: for each record what `finish` makes of its draft.
  ///
  /// A record with a field that is not what it should be is left out; all its problems are noted.
  ///
  /// - Parameters:
  ///   - start: A draft of which nothing has been read.
  ///   - finish: Makes the value of a draft of which everything has been read; notes what does not
  ///     fit together and gives `nil` then.
  func read<Value>(
    _ text: String, from start: Draft, _ reading: inout TableReading,
    finish: (Draft, inout TableReading, CSVFile.Record) -> Value?
  ) -> [Value] {
    reading.records(text, of: file, columns: names).compactMap { record in
      var draft = start
      let noted = reading.found
      for (place, column) in columns.enumerated() {
        column.read(&draft, &reading, Field(record: record, place: place))
      }
      return reading.found == noted ? finish(draft, &reading, record) : nil
    }
  }
}
