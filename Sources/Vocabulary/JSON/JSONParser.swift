/// Reads JSON (RFC 8259), nested at most 64 deep.
///
/// A byte order mark before it is passed over, as the RFC leaves to a reader (section 8.1). Of what
/// JSON does not know, a bare word is read as `unknown`, so that who asks for a value there can say
/// what he found; all else is refused.
public struct JSONParser {
  private let bytes: [UInt8]
  /// The next byte.
  private var place = 0
  /// How many lists and objects are open.
  private var depth = 0

  /// How deep lists and objects may be nested.
  public static let deepest = 64

  /// The value of a text.
  ///
  ///     try JSONParser.parse("[1, 2")  // throws: line 1: expected ',' or ']', found the end …
  ///
  /// - Throws: `JSONSyntaxError` with the line of the first problem.
  /// - Complexity: O(n) in the bytes.
  public static func parse(_ text: String) throws(JSONSyntaxError) -> JSONNode {
    var parser = JSONParser(bytes: Array(text.utf8))
    let value = try parser.value()
    parser.skipSpace()
    guard parser.place == parser.bytes.count else { throw parser.error("the end of the text") }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    place = ByteOrderMark.length(at: bytes)
  }

  /// The byte that stands next, `nil` at the end.
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// The error at this place. Its line is counted only now, once a text.
  ///
  /// - Complexity: O(n) in the bytes before it.
  private func error(_ expected: String) -> JSONSyntaxError {
    let line = 1 + bytes[..<min(place, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    let found = next.map { byte in
      (0x21...0x7E).contains(byte) ? "'\(UnicodeScalar(byte))'" : "byte \(byte)"
    }
    return JSONSyntaxError(
      line: line, sentence: "expected \(expected), found \(found ?? "the end of the text")")
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  /// Whether a mark stands behind what blanks there are; then both are passed over.
  private mutating func takes(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONNode {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSONSyntaxError) in try parser.object() }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSONSyntaxError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    default: return try scalar()
    }
  }

  /// A list or an object, whose bracket stands next; refused past the depth that recursion may have.
  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSONNode
  ) throws(JSONSyntaxError) -> JSONNode {
    guard depth < JSONParser.deepest else {
      throw error("at most \(JSONParser.deepest) levels")
    }
    depth += 1
    place += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONNode {
    var items: [JSONNode] = []
    if takes("]") { return .array(items) }
    while true {
      items.append(try value())
      if takes("]") { return .array(items) }
      guard takes(",") else { throw error("',' or ']'") }
    }
  }

  /// The members in their order; of a key that stands twice both are kept, for the reader to refuse.
  private mutating func object() throws(JSONSyntaxError) -> JSONNode {
    var members: [(key: String, value: JSONNode)] = []
    if takes("}") { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a key in quotes") }
      let key = try string()
      guard takes(":") else { throw error("':'") }
      members.append((key, try value()))
      if takes("}") { return .object(members) }
      guard takes(",") else { throw error("',' or '}'") }
    }
  }
}

/// Words, numbers and strings.
extension JSONParser {
  /// A word or a number; what is neither is kept as it stands (`unknown`).
  private mutating func scalar() throws(JSONSyntaxError) -> JSONNode {
    let start = place
    while let byte = next, JSONParser.isWord(byte) { place += 1 }
    guard place > start else { throw error("a value") }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: return JSONParser.number(word)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_")
  }

  /// A number by the grammar of JSON, or a word that is none.
  private static func number(_ word: String) -> JSONNode {
    var rest = word.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix { (0x30...0x39).contains($0) }
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return .unknown(word)
    }
    if whole.count == rest.count, let value = Int64(word) { return .integer(value) }
    let isPlain = word.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    guard isPlain, let value = Double(word), word.utf8.last != UInt8(ascii: ".") else {
      return .unknown(word)
    }
    return .number(value, written: word)
  }

  /// A text between quotes, as bytes of UTF-8 with its escapes resolved; no bare control characters.
  private mutating func string() throws(JSONSyntaxError) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      case 0..<0x20:
        place -= 1
        throw error("control characters in strings as \\u0000")
      default: text.append(byte)
      }
    }
    throw error("'\"'")
  }

  /// The bytes that stand for an escape, behind its backslash.
  private mutating func escaped() throws(JSONSyntaxError) -> [UInt8] {
    guard let byte = next else { throw error("an escape") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicode()
    default:
      place -= 1
      throw error("an escape")
    }
  }

  /// Four hexadecimal digits, or twice four of a surrogate pair; half a pair is refused, since no
  /// UTF-8 could hold it.
  private mutating func unicode() throws(JSONSyntaxError) -> [UInt8] {
    let first = try codeUnit()
    var units = [first]
    if (0xD800...0xDBFF).contains(first) {
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      else { throw error("the second half of a surrogate pair") }
      place += 2
      units.append(try codeUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw error("a Unicode character")
    }
    return Array(text.utf8)
  }

  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
    let digits = bytes[place..<min(place + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy(JSONParser.isWord),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits") }
    place += 4
    return unit
  }
}
