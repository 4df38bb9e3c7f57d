/// A column of a table of output: what it is called, what it means, how a row is written under it
/// and read back.
///
/// The CSV file, the member of JSON documents, their schema, the reader and the data dictionary
/// (`Reports/README.md`) come from the list of a table's columns, so that a new column is one edit:
///
///     .number("share", "share", "the share credited within it", into: { $0.share = $1 }) { $0.point.share }
///
/// `Row` is what a line of the table is written from. `Draft` is what a line that is read is put
/// together in, field by field; `Void` for a table that is not read back.
struct Column<Row, Draft>: Sendable {
  /// What stands under the column in a row.
  typealias Write = @Sendable (Row) -> Cell
  /// Takes a field over into a draft, or notes what is wrong with it.
  typealias Read = @Sendable (inout Draft, inout TableReading, Field) -> Void

  /// The name in files and documents.
  let name: String
  /// The unit in the words of the dictionary: `s`, `share`, `text`, `major units`.
  let unit: String
  /// What it means, for the dictionary: no capital at its start, no full stop.
  let definition: String
  /// Where its fields are empty, for the dictionary.
  let empty: String
  /// How it stands in the documents that hold rows of the table; `nil` where it does not.
  let member: DocumentShape.Member?
  let write: Write
  let read: Read

  /// The words for a column that always has a value.
  static var never: String { "never" }

  /// A column whose fields are passed over when the table is read: see `read(_:)`.
  init(
    _ name: String, _ unit: String, _ definition: String, empty: String,
    member: DocumentShape.Member?, write: @escaping Write,
    read: @escaping Read = { _, _, _ in }
  ) {
    (self.name, self.unit, self.definition, self.empty) = (name, unit, definition, empty)
    (self.member, self.write, self.read) = (member, write, read)
  }

  /// The line of the column in the data dictionary.
  var dictionary: String { "| `\(name)` | \(unit) | \(definition) | \(empty) |" }
}

/// Changes of one thing about a column.
extension Column {
  /// The column, read in a way of its own.
  func read(_ read: @escaping Read) -> Column {
    Column(name, unit, definition, empty: empty, member: member, write: write, read: read)
  }

  /// The column, read as the value that a field stands for.
  ///
  /// - Parameters:
  ///   - what: What is expected, for the sentence about a field that stands for none.
  ///   - draft: Where in a draft the value goes.
  ///   - value: The value of a text, which has no apostrophe before it any more.
  func read<Value>(
    _ what: String, into draft: any WritableKeyPath<Draft, Value?> & Sendable,
    as value: @escaping @Sendable (String) -> Value?
  ) -> Column {
    read { $0[keyPath: draft] = $1.value(what, $2, value) }
  }

  /// The column with other words in the dictionary.
  func defined(as definition: String) -> Column {
    Column(name, unit, definition, empty: empty, member: member, write: write, read: read)
  }

  /// The column, which stands in the file alone: its documents say the same elsewhere, or not.
  var inFileAlone: Column {
    Column(name, unit, definition, empty: empty, member: nil, write: write, read: read)
  }

  /// The column, whose member in documents has another name.
  func inDocuments(as key: String) -> Column {
    let member = member.map { DocumentShape.Member(key, $0.shape, $0.about) }
    return Column(name, unit, definition, empty: empty, member: member, write: write, read: read)
  }

  /// The column, whose documents allow null though it always has a value.
  var orNull: Column {
    let member = member.map { DocumentShape.Member($0.key, .optional($0.shape), $0.about) }
    return Column(name, unit, definition, empty: empty, member: member, write: write, read: read)
  }

  /// The column of a part of a row, as one of the row.
  ///
  /// - Parameters:
  ///   - part: What of a row it is written from.
  ///   - draft: Where in a draft it is read into.
  func of<Whole, WholeDraft>(
    _ part: @escaping @Sendable (Whole) -> Row,
    into draft: any WritableKeyPath<WholeDraft, Draft> & Sendable
  ) -> Column<Whole, WholeDraft> {
    let (write, read) = (write, read)
    return Column<Whole, WholeDraft>(
      name, unit, definition, empty: empty, member: member, write: { write(part($0)) },
      read: { read(&$0[keyPath: draft], &$1, $2) })
  }

  /// The column of a part of a row, as one of a row that is not read back.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row) -> Column<Whole, Void> {
    let write = write
    return Column<Whole, Void>(
      name, unit, definition, empty: empty, member: member, write: { write(part($0)) })
  }
}
