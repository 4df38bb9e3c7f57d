import Vocabulary

/// Text of a CSV file (RFC 4180, UTF-8, LF), handed to a sink in chunks so that a large file never
/// lies in memory as a whole.
struct CSVText {
  private var buffer = ""

  /// Bytes after which a chunk is handed over.
  ///
  /// Assumed: large enough that writing costs little beside making the text.
  private static let chunk = 65_536

  /// Adds one row and hands a chunk over once there is enough.
  ///
  /// - Parameter fields: Each escaped already (`field`), or known to need nothing.
  mutating func row(_ fields: [String], to sink: (String) throws -> Void) rethrows {
    for (place, field) in fields.enumerated() {
      if place > 0 { buffer += "," }
      buffer += field
    }
    buffer += "\n"
    if buffer.utf8.count >= CSVText.chunk { try flush(to: sink) }
  }

  /// Hands over what is left.
  mutating func flush(to sink: (String) throws -> Void) rethrows {
    guard !buffer.isEmpty else { return }
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// A field of text: quoted where RFC 4180 asks for it, and with an apostrophe before what a
  /// spreadsheet would run as a formula: `=`, `+`, `-`, `@`, a tab or a carriage return (OWASP, CSV
  /// injection). The readers here drop it again.
  ///
  /// Bytes are looked at, most fields pass as they are: twice as fast as by scalars.
  ///
  /// - Complexity: O(bytes); nothing is copied where nothing is escaped.
  static func field(_ text: String) -> String {
    let bytes = text.utf8
    let isFormula = bytes.first.map(isSign) ?? false
    guard isFormula || bytes.contains(where: isSpecial) else { return text }
    let defused = isFormula ? "'" + text : text
    guard bytes.contains(where: isSpecial) else { return defused }
    var inside = ""
    for scalar in defused.unicodeScalars {
      if scalar == "\"" { inside += "\"" }
      inside.unicodeScalars.append(scalar)
    }
    return "\"\(inside)\""
  }

  /// Whether a field that starts with the byte may be taken for a formula.
  ///
  /// Whether a spreadsheet may take a field that begins so for a formula.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Whether a field with the byte stands in quotes.
  ///
  /// Whether a field that holds it stands between quotes (RFC 4180).
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  /// A number: the shortest digits that read back as the same value, without an exponent; empty
  /// for a number that is none.
  ///
  /// The shortest digits that read back as the same number; empty for none and for what is not
  /// finite.
  static func field(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    return number.plainDigits
  }
}
