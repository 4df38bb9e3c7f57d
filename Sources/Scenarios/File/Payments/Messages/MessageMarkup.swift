/// Bounds what a parser of XML would look at again and again, before it does.
///
/// A comment and character data must end, and a tag is of a length and has as many attributes as a
/// message could need: libxml2 looks for the end of a comment anew in every piece that it is given,
/// and for each attribute at all before it.
struct MessageMarkup {
  /// How long a tag may be, in bytes; assumed.
  static let longestTag = 16_384
  /// How many attributes a tag may have; the root of a message has three.
  static let mostAttributes = 64

  private let bytes: [UInt8]
  /// The next byte.
  private var place = 0
  /// Its line, from 1.
  private var line = 1

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Why a text is not given to the parser; `nil` where it is.
  ///
  /// - Complexity: O(n) in the bytes.
  static func refusal(_ bytes: [UInt8]) -> CustomerTransfersParser.Refusal? {
    var walk = MessageMarkup(bytes)
    return walk.refusal()
  }

  /// Walks over the text; the line of a refusal is that on which the comment or the tag begins.
  private mutating func refusal() -> CustomerTransfersParser.Refusal? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else {
        advance(to: place + 1)
        continue
      }
      let first = line
      if let message = markup() { return .init(line: first, message: message) }
    }
    return nil
  }

  /// Passes over a comment, character data, or a tag, the first line of the message included.
  private mutating func markup() -> String? {
    if starts(with: "<!--".utf8) { return comment() }
    guard starts(with: "<![CDATA[".utf8) else { return tag() }
    advance(to: place + 9)
    return pass("]]>") ? nil : "found character data that is not closed, expected ]]>"
  }

  private mutating func advance(to end: Int) {
    for index in place..<end where bytes[index] == UInt8(ascii: "\n") { line += 1 }
    place = end
  }

  private func starts(with text: some Sequence<UInt8>) -> Bool {
    bytes[place...].starts(with: text)
  }

  /// Passes over a comment, inside which XML 1.0 (2.5) allows no `--`.
  private mutating func comment() -> String? {
    advance(to: place + 4)
    guard pass("--") else { return "found a comment that is not closed, expected -->" }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">") else {
      return "found -- in a comment, expected it at the end alone, as -->"
    }
    return nil
  }

  /// Passes over everything up to a text and the text.
  ///
  /// - Returns: Whether it stands there.
  private mutating func pass(_ text: String) -> Bool {
    while place < bytes.count {
      if starts(with: text.utf8) {
        advance(to: place + text.utf8.count)
        return true
      }
      advance(to: place + 1)
    }
    return false
  }

  /// Passes over a tag, in whose quotes `>` may stand.
  private mutating func tag() -> String? {
    let start = place
    var quote: UInt8?
    var attributes = 0
    while place < bytes.count {
      let byte = bytes[place]
      if place - start > MessageMarkup.longestTag {
        return "a tag longer than \(MessageMarkup.longestTag) bytes"
      }
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: ">") { break }
        // A tag that is not closed is the parser's to refuse, and so is what follows.
        if byte == UInt8(ascii: "<"), place > start { return nil }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          attributes += 1
        }
      }
      advance(to: place + 1)
    }
    return attributes > MessageMarkup.mostAttributes
      ? "a tag with \(attributes) attributes, expected at most \(MessageMarkup.mostAttributes)"
      : nil
  }
}
