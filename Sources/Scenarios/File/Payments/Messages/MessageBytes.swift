/// What a message may not hold, found among its bytes before a parser of XML sees them.
///
/// Declarations (`<!DOCTYPE`, the one place where entities can be declared), instructions (`<?…`) but
/// the first line, and any encoding but UTF-8, behind which the others could hide. No message of ISO
/// 20022 needs them; FoundationXML moreover crashes on an instruction without data.
enum MessageBytes {
  /// How long the first line `<?xml … ?>` may be, in bytes.
  private static let longestHead = 200

  /// Why a text is not given to the parser; `nil` where it is.
  ///
  /// - Parameter bytes: The text without its byte order mark, behind which the first line stands.
  ///
  /// - Complexity: O(n) in the bytes.
  static func refusal(_ bytes: [UInt8]) -> CustomerTransfersParser.Refusal? {
    forbidden(bytes) ?? MessageMarkup.refusal(bytes)
  }

  /// What may stand nowhere in a message, be it in a comment.
  private static func forbidden(_ bytes: [UInt8]) -> CustomerTransfersParser.Refusal? {
    var line = 1
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else { continue }
      let message: String?
      switch bytes[place + 1] {
      case UInt8(ascii: "?"): message = place == 0 ? head(bytes[place...]) : instruction
      case UInt8(ascii: "!"): message = declaration(bytes[place...])
      default: continue
      }
      if let message { return .init(line: line, message: message) }
    }
    return nil
  }

  private static let instruction =
    "found an instruction <?, expected none behind the first line of a message"

  /// Why what starts with `<!` is refused: comments and character data are not.
  ///
  ///     message-with-a-doctype.xml:2:1: found <!DOCTYPE, expected a message without declarations
  private static func declaration(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.starts(with: "<!--".utf8) || bytes.starts(with: "<![CDATA[".utf8) { return nil }
    let found = String(decoding: bytes.prefix { $0 > 0x20 && $0 < 0x7F }.prefix(12), as: UTF8.self)
    return "found \(found), expected a message without declarations"
  }

  /// Why the first line is refused: it says the version and, if anything, the encoding UTF-8.
  private static func head(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes.prefix(longestHead), as: UTF8.self)
    guard text.hasPrefix("<?xml "), let end = text.firstRange(of: "?>") else { return instruction }
    let head = text[..<end.lowerBound]
    guard let mark = head.firstRange(of: "encoding") else { return nil }
    let isQuote: (Character) -> Bool = { $0 == "\"" || $0 == "'" }
    let name = head[mark.upperBound...].drop { !isQuote($0) }.dropFirst().prefix { !isQuote($0) }
    guard name.uppercased() != "UTF-8" else { return nil }
    return "found the encoding '\(YAMLValue.shown(String(name)))', expected UTF-8"
  }
}
