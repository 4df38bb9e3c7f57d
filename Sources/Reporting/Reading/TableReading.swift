import Vocabulary

/// Reads the tables of a results folder, which anybody may have changed, and collects everything
/// that is wrong with them: `outcomes.csv line 7: mean: expected a number, found 'x'`.
///
/// Nothing throws: a reader goes on to the next field, and who asked looks at `problems` at the
/// end. One reading takes several tables one after the other.
///
/// Results are read as strictly as scenarios: a file that was edited by hand is told from one that
/// was written.
struct TableReading {
  /// How many problems are told of each file.
  static let told = 20

  /// The problems, those of each file together.
  private(set) var problems: [String] = []
  /// For the sentences: the table that is being read.
  private var name = ""
  private var columns: [String] = []
  /// How many problems have been found in the table that is read, told or not.
  ///
  /// Also those that are not told any more, so that a reader sees whether a record had any.
  private(set) var found = 0

  /// The records of a table with exactly these columns; none where it has others.
  ///
  /// - Returns: None where the table as a whole cannot be read.
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
  ///
  /// - Parameter sentence: What was expected and found, without a full stop.
  mutating func note(_ record: CSVFile.Record, _ sentence: String) {
    found += 1
    if found <= TableReading.told { problems.append("\(name) line \(record.line): \(sentence)") }
    if found == TableReading.told + 1 { problems.append("\(name): and more") }
  }

}

/// A field of a record that is read.
struct Field {
  let record: CSVFile.Record
  /// The place of its column, from 0.
  ///
  /// That of its column, from 0.
  let place: Int

  /// What stands in it.
  var written: String { record.fields[place] }

  /// Its text, without the apostrophe that keeps a spreadsheet from running it.
  var text: String {
    guard written.first == "'", let second = written.unicodeScalars.dropFirst().first,
      "=+-@\t\r".unicodeScalars.contains(second)
    else { return written }
    return String(written.dropFirst())
  }
}

/// What a field says; where it does not say it, that is noted.
extension TableReading {
  /// Notes that a field is not what it should be.
  ///
  /// - Parameter clause: What to add, with its semicolon.
  ///
  /// - Parameter clause: A reason of its own after the sentence, or nothing.
  private mutating func expected(_ what: String, _ field: Field, _ clause: String = "") {
    let found = field.written.prefix(60)
    note(field.record, "\(columns[field.place]): expected \(what), found '\(found)'\(clause)")
  }

  /// The value that a field stands for.
  mutating func value<Value>(_ what: String, _ field: Field, _ read: (String) -> Value?) -> Value? {
    if let value = read(field.text) { return value }
    expected(what, field)
    return nil
  }

  /// The point of time of a field.
  mutating func instant(_ field: Field) -> Instant? {
    do { return try Instant(reading: field.text) } catch {
      expected("an instant of ISO 8601", field, error.clause)
      return nil
    }
  }

  /// A finite number.
  mutating func number(_ field: Field) -> Double? {
    value("a number", field) { text in Double(text).flatMap { $0.isFinite ? $0 : nil } }
  }

  /// A finite number, or `nil` for an empty field.
  ///
  /// - Returns: `nil` for an empty field, which is no problem, and for a problem, which is noted.
  mutating func optional(_ field: Field) -> Double? {
    field.written.isEmpty ? nil : number(field)
  }

  /// How many: a whole number that a row can count.
  mutating func count(_ field: Field) -> Int? {
    value("a whole number from 0 on", field) { Int32($0).flatMap { $0 < 0 ? nil : Int($0) } }
  }
}
