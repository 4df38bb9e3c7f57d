/// A table of comma-separated values (RFC 4180), read with the lines on which its records start.
///
/// Fields may be quoted, quotes in them doubled, and may then hold commas and line ends; lines end
/// in LF or CRLF; a byte order mark at the start is passed over; blank lines are too.
public struct CSVFile: Hashable, Sendable {
  /// One record: its fields and the line, from 1, on which it starts.
  public struct Record: Hashable, Sendable {
    /// The line on which the record starts, from 1.
    public let line: Int
    /// The fields, unquoted.
    public let fields: [String]
  }

  /// The names of the columns: the fields of the first record.
  public let columns: [String]
  /// The records after the first.
  public let records: [Record]

  /// The largest text that is read, in bytes: 64 MB.
  public static let byteLimit = 64 << 20

  /// Reads a table.
  ///
  ///     try CSVFile("a,b\n1,\"2")  // throws: line 2: the quote is not closed
  ///
  /// Whether each record has as many fields as there are columns is for the reader of the fields to
  /// say: `field(_:of:)` gives `nil` for one that is missing.
  ///
  /// - Throws: `CSVError` with the line; the first problem only, as the rest depends on it.
  /// - Complexity: O(n) in the bytes.
  public init(_ text: String) throws(CSVError) {
    guard text.utf8.count <= CSVFile.byteLimit else { throw .tooLarge(bytes: text.utf8.count) }
    var reader = CSVRecords()
    reader.add(Array(text.utf8))
    reader.end()
    guard try reader.next() else { throw .empty }
    columns = reader.texts
    var records: [Record] = []
    while try reader.next() {
      records.append(Record(line: reader.recordLine, fields: reader.texts))
    }
    self.records = records
  }

  /// The field of a record in the column of a name; `nil` where there is no such column or the
  /// record is too short.
  public func field(_ column: String, of record: Record) -> String? {
    guard let place = columns.firstIndex(of: column), place < record.fields.count else {
      return nil
    }
    return record.fields[place]
  }

  /// A record as a line of text with its line end, fields quoted where they must be.
  public static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  /// A field as it is written: quoted where it holds a comma, a quote, a line end, a space at its
  /// ends, or a byte order mark at its start.
  ///
  /// Bytes are looked at, since a quote and the accent behind it are one `Character`.
  public static func field(_ text: String) -> String {
    let bytes = text.utf8
    let isSpecial = bytes.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    let space = UInt8(ascii: " ")
    guard
      isSpecial || bytes.first == space || bytes.last == space
        || ByteOrderMark.length(at: bytes) > 0
    else { return text }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.append(byte) }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
  }
}

/// What is wrong with a table of comma-separated values.
public enum CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is not even a line of column names.
  case empty
  /// The text passes the limit.
  case tooLarge(bytes: Int)
  /// A quoted field that starts on this line does not end.
  case openQuote(line: Int)
  /// Something stands between the end of a quoted field and the next comma.
  case textAfterQuote(line: Int)
  /// A quote within a field that is not quoted.
  case strayQuote(line: Int)
  /// A record that starts on this line passes the limit.
  case longRecord(line: Int)

  /// The problem as one sentence without a full stop.
  public var description: String {
    switch self {
    case .empty: return "the file is empty: expected a first line with the names of the columns"
    case .tooLarge(let bytes):
      return "the file has \(bytes) bytes: expected at most \(CSVFile.byteLimit)"
    case .openQuote(let line): return "line \(line): the quote is not closed"
    case .textAfterQuote(let line):
      return "line \(line): expected a comma or the end of the line after the closing quote"
    case .strayQuote(let line):
      return "line \(line): a quote in a field that does not start with one; expected \"\" in a "
        + "quoted field"
    case .longRecord(let line):
      return "line \(line): a record longer than \(CSVRecords.longestRecord >> 20) MB; is a quote "
        + "not closed?"
    }
  }
}

extension CSVRecords {
  /// The fields of the present record as texts.
  fileprivate var texts: [String] { (0..<fieldCount).map { text(of: $0) } }
}
