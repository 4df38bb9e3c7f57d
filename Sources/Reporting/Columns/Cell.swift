import Vocabulary

/// What stands in a row under a column: the one place where a value becomes a field of a CSV file
/// or a value of a JSON document.
enum Cell {
  /// A name or words, which may need quotes in a file.
  case text(String)
  /// An exact decimal, an instant or a code, as it stands in both; empty for none.
  case exact(String)
  /// A number that was rounded, as the digits that are left; empty for none.
  case rounded(String)
  /// A number, with the shortest digits that read back as the same; `nil` for none.
  case number(Double?)
  /// How many; `nil` for none.
  case count(Int?)

  /// A field of a CSV file; empty for none.
  var csv: String {
    switch self {
    case .text(let text): CSVText.field(text)
    case .exact(let digits), .rounded(let digits): digits
    case .number(let number): CSVText.field(number)
    case .count(let count): count.map { String($0) } ?? ""
    }
  }

  /// A value of a JSON document; null for none. An exact decimal is a string, which no reader
  /// rounds.
  var json: JSONNode {
    switch self {
    case .text(let text): .string(text)
    case .exact(let digits): digits.isEmpty ? .null : .string(digits)
    case .rounded(let digits): Double(digits).map { .number($0) } ?? .null
    case .number(let number): number.map { .number($0) } ?? .null
    case .count(let count): count.map { .whole($0) } ?? .null
    }
  }
}
