import Vocabulary

/// What is wrong with a committed table: each problem with its line.
public struct TableProblems: Error, Hashable, Sendable {
  /// A sentence each, without a full stop: `line 3: replications: found 'x', expected …`.
  public var messages: [String]
}

/// A committed table while it is read: all problems are found before one is told.
struct CommittedTable {
  /// The rows that have as many fields as there are columns.
  private(set) var rows: [Row] = []
  private var problems: [String] = []
  /// How many problems are told; of more, their number.
  ///
  /// Assumed: a file of another program has a problem in each line.
  private static let mostTold = 20
  /// How long a field may be, in bytes.
  ///
  /// Assumed: no reason for accepting an outcome is longer.
  private static let longestField = 1_000

  /// A row with its line.
  struct Row {
    /// From 1, as editors count; the heading is line 1.
    let line: Int
    /// One for each column, in their order.
    let fields: [String]
  }

  /// Reads a table that must have exactly these columns.
  ///
  /// - Parameter missing: What the last columns say where the file, an older one, has all but them.
  /// - Throws: `TableProblems` where it is no table or has other columns.
  init(_ text: String, columns: [String], missing: [String] = []) throws(TableProblems) {
    let file: CSVFile
    do { file = try CSVFile(text) } catch { throw TableProblems(messages: ["\(error)"]) }
    let isOlder = !missing.isEmpty && file.columns == columns.dropLast(missing.count)
    guard file.columns == columns || isOlder else {
      let found = file.columns.joined(separator: ",").cut(to: 200).printable
      throw TableProblems(
        messages: [
          "line 1: found the columns '\(found)', expected '\(columns.joined(separator: ","))'"
        ])
    }
    for record in file.records {
      let row = Row(line: record.line, fields: record.fields + (isOlder ? missing : []))
      if let problem = CommittedTable.problem(of: row, columns: columns) {
        problems.append("line \(record.line): \(problem)")
      } else {
        rows.append(row)
      }
    }
  }

  /// What is wrong with a row as a whole, before its fields are read; `nil` where nothing is.
  private static func problem(of row: Row, columns: [String]) -> String? {
    guard row.fields.count == columns.count else {
      return "found \(row.fields.count.counted("field")), expected \(columns.count)"
    }
    let long = row.fields.firstIndex { $0.utf8.count > longestField }
    return long.map { "\(columns[$0]): longer than \(longestField) bytes" }
  }

  /// Notes that a field is not what it should be.
  ///
  /// - Parameters:
  ///   - found: The field, cut to 60 columns in the sentence.
  ///   - expected: What ought to stand there, in words.
  mutating func note(_ row: Row, _ column: String, found: String, expected: String) {
    problems.append(
      "line \(row.line): \(column): found '\(found.cut(to: 60).printable)', expected \(expected)")
  }

  /// Notes that a row is there twice.
  ///
  /// - Parameter first: The line of the first.
  mutating func noteTwice(_ row: Row, of what: String, first: Int) {
    problems.append(
      "line \(row.line): a second row of \(what.cut(to: 120).printable), the first in line \(first)"
    )
  }

  /// Ends the reading.
  ///
  /// - Throws: `TableProblems` where there was one.
  func finish() throws(TableProblems) {
    guard !problems.isEmpty else { return }
    let rest = problems.count - CommittedTable.mostTold
    throw TableProblems(
      messages: problems.prefix(CommittedTable.mostTold)
        + (rest > 0 ? ["\(rest) more problems of this kind"] : []))
  }
}

extension CommittedTable {
  /// A whole number of a range.
  mutating func count(_ row: Row, _ place: Int, _ column: String, in range: ClosedRange<Int>)
    -> Int?
  {
    let text = row.fields[place]
    if let number = CommittedTable.whole(text).flatMap({ Int(exactly: $0) }), range.contains(number)
    {
      return number
    }
    note(
      row, column, found: text,
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// A number without a sign and of digits alone.
  ///
  /// - Returns: `nil` for a sign, a space, a fraction, nothing at all, and from 2⁶⁴ on.
  static func whole(_ text: String) -> UInt64? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(text) : nil
  }

  /// A name: anything but nothing.
  mutating func name(_ row: Row, _ place: Int, _ column: String) -> String? {
    if !row.fields[place].isEmpty { return row.fields[place] }
    note(row, column, found: "", expected: "a name")
    return nil
  }

  /// The value that a field stands for.
  ///
  /// - Parameters:
  ///   - what: What is expected, in words, for the note.
  ///   - read: The value of a text; `nil` where it has none.
  mutating func value<Value>(
    _ row: Row, _ place: Int, _ column: String, _ what: String, _ read: (String) -> Value?
  ) -> Value? {
    if let value = read(row.fields[place]) { return value }
    note(row, column, found: row.fields[place], expected: what)
    return nil
  }

  /// A decimal number, however long its fraction is.
  ///
  /// Signs, digits and one point: no exponent and no `nan`, which other tools write and people
  /// misread.
  mutating func number(_ row: Row, _ place: Int, _ column: String) -> Double? {
    let text = row.fields[place]
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    if isPlain, let number = Double(text), number.isFinite { return number }
    note(row, column, found: text, expected: "a decimal number")
    return nil
  }
}
