import Measures
import Outcomes
import Vocabulary

/// Reads the tables of a results folder, which anybody may have changed, and collects everything
/// that is wrong with them: `outcomes.csv line 7: mean: expected a number, found 'x'`.
struct TableReading {
  /// How many problems are told of each file.
  static let told = 20

  /// The problems, those of each file together.
  private(set) var problems: [String] = []
  private var name = ""
  private var columns: [String] = []
  private var found = 0

  /// The records of a table with exactly these columns; none where it has others.
  mutating func records(_ text: String, of name: String, columns: [String]) -> [CSVFile.Record] {
    (self.name, self.columns, found) = (name, columns, 0)
    let file: CSVFile
    do { file = try CSVFile(text) } catch {
      problems.append("\(name): \(error)")
      return []
    }
    guard file.columns == columns else {
      let what = file.columns.joined(separator: ",").prefix(200)
      problems.append(
        "\(name): expected the columns \(columns.joined(separator: ",")), found \(what)")
      return []
    }
    return file.records.filter { record in
      if record.fields.count == columns.count { return true }
      note(record, "expected \(columns.count.counted("field")), found \(record.fields.count)")
      return false
    }
  }

  /// Notes what is wrong with a record.
  mutating func note(_ record: CSVFile.Record, _ sentence: String) {
    found += 1
    if found <= TableReading.told { problems.append("\(name) line \(record.line): \(sentence)") }
    if found == TableReading.told + 1 { problems.append("\(name): and more") }
  }

  /// Notes that a field is not what it should be.
  ///
  /// - Parameter clause: What to add, with its semicolon.
  mutating func expected(
    _ what: String, _ column: Int, of record: CSVFile.Record, _ clause: String = ""
  ) {
    let text = record.fields[column].prefix(60)
    note(record, "\(columns[column]): expected \(what), found '\(text)'\(clause)")
  }

  /// A text, without the apostrophe that keeps a spreadsheet from running it.
  func text(_ column: Int, of record: CSVFile.Record) -> String {
    let text = record.fields[column]
    guard text.first == "'", let second = text.unicodeScalars.dropFirst().first,
      "=+-@\t\r".unicodeScalars.contains(second)
    else { return text }
    return String(text.dropFirst())
  }

  /// A finite number.
  mutating func number(_ column: Int, of record: CSVFile.Record) -> Double? {
    if let number = Double(record.fields[column]), number.isFinite { return number }
    expected("a number", column, of: record)
    return nil
  }

  /// A whole number of a range.
  mutating func whole(_ column: Int, in range: ClosedRange<Int64>, of record: CSVFile.Record)
    -> Int64?
  {
    if let number = Int64(record.fields[column]), range.contains(number) { return number }
    let bounds = range.lowerBound == .min ? "" : " from \(range.lowerBound) on"
    expected("a whole number\(bounds)", column, of: record)
    return nil
  }

  /// The value that a field stands for.
  mutating func value<Value>(
    _ what: String, _ column: Int, of record: CSVFile.Record, _ read: (String) -> Value?
  ) -> Value? {
    if let value = read(record.fields[column]) { return value }
    expected(what, column, of: record)
    return nil
  }

  /// The point of time of a field.
  mutating func instant(_ column: Int, of record: CSVFile.Record) -> Instant? {
    do { return try Instant(reading: record.fields[column]) } catch {
      expected("an instant of ISO 8601", column, of: record, error.clause)
      return nil
    }
  }

  /// The metric of a field.
  mutating func metric(_ column: Int, of record: CSVFile.Record) -> Metric? {
    value("a metric", column, of: record) { Metric(name: $0) }
  }

  /// What a figure is of, by a field.
  mutating func scope(_ column: Int, of record: CSVFile.Record) -> Scope? {
    let name = text(column, of: record)
    return value("a scope", column, of: record) { _ in Scope(name: name) }
  }

  /// The unit of a field.
  mutating func unit(_ column: Int, of record: CSVFile.Record) -> Unit? {
    value("a unit", column, of: record) { Unit(name: $0) }
  }

  /// A number, or `nil` for an empty field; the outer `nil` for what is neither.
  mutating func optionalNumber(_ column: Int, of record: CSVFile.Record) -> Double?? {
    if record.fields[column].isEmpty { return .some(nil) }
    return number(column, of: record).map { .some($0) }
  }

  /// Mean, bounds and replications, in four columns one after the other.
  mutating func estimate(from column: Int, of record: CSVFile.Record) -> Estimate? {
    let mean = number(column, of: record)
    let count = whole(column + 3, in: 0...Int64(Int32.max), of: record)
    var interval: ClosedRange<Double>?
    if !(record.fields[column + 1].isEmpty && record.fields[column + 2].isEmpty) {
      let (low, high) = (number(column + 1, of: record), number(column + 2, of: record))
      guard let low, let high else { return nil }
      guard low <= high else {
        note(record, "the interval ends before it begins")
        return nil
      }
      interval = low...high
    }
    guard let mean, let count else { return nil }
    return Estimate(mean: mean, interval: interval, replications: Int(count))
  }

  /// The same with what is known where some replications are later than the horizon, in the six
  /// columns of `EstimateColumns`.
  mutating func boundedEstimate(from column: Int, of record: CSVFile.Record) -> Estimate? {
    let most = Int64(Int32.max)
    guard let censored = whole(column + 4, in: 0...most, of: record),
      let atLeast = optionalNumber(column + 5, of: record)
    else { return nil }
    guard censored > 0 else { return estimate(from: column, of: record) }
    guard let count = whole(column + 3, in: 0...most, of: record) else { return nil }
    guard record.fields[column..<column + 3].allSatisfy(\.isEmpty) else {
      note(record, "expected neither mean nor interval where \(censored) replications are censored")
      return nil
    }
    return Estimate(censored: Int(censored), replications: Int(count), atLeast: atLeast)
  }
}
