/// The characters and tokens of a text. Nothing here moves `position` backwards, so that a whole
/// walk is O(n).
extension Outline {
  /// Takes one character.
  ///
  /// A line ends at LF, at CR LF and at a CR alone; columns count Unicode scalars.
  mutating func advance() {
    let byte = bytes[position]
    position += 1
    let isBreak =
      byte == 0x0A || (byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A))
    if isBreak {
      place = Place(line: place.line + 1, column: 1)
      startsLine = true
    } else if byte != 0x0D {
      // A scalar counts once, at its first byte.
      if byte & 0xC0 != 0x80 { place.column += 1 }
      if byte != 0x20 { startsLine = false }
    }
  }

  /// Whether a space, a tab, a line break or the end stands at an index.
  func isBlank(at index: Int) -> Bool {
    index >= bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index])
  }

  /// Whether a line ends here.
  private var isBreak: Bool { position < bytes.count && [0x0A, 0x0D].contains(bytes[position]) }

  /// Whether `---` or `...` stands here as a marker between documents.
  func isMarker(_ marker: String) -> Bool {
    bytes[position...].starts(with: marker.utf8) && isBlank(at: position + 3)
  }

  /// Skips blanks, breaks and comments.
  ///
  /// A tab may stand between tokens but not where a line's indentation is counted: YAML 1.2.2
  /// (October 2021), 6.1, forbids it there, since tabs are of no width that all agree on.
  ///
  /// - Returns: Whether a token stands here.
  mutating func skipToToken(_ problems: ProblemList) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case 0x09 where startsLine && !isInFlow:
        problems.add(place, "", "found a tab, expected spaces at the start of a line")
        isSound = false
        return false
      case 0x20, 0x09, 0x0A, 0x0D: advance()
      case UInt8(ascii: "#"): skipLine()
      default: return true
      }
    }
    return false
  }

  /// Skips to the end of the line, a comment for instance.
  private mutating func skipLine() {
    while position < bytes.count, !isBreak { advance() }
  }

  /// Skips an anchor or an alias.
  mutating func skipWord() {
    advance()
    while position < bytes.count, Outline.isWord(bytes[position]) { advance() }
  }

  /// Whether a byte can be part of an anchor's name, as libyaml has it.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Skips `'…'`, in which `''` is a quote.
  mutating func skipSingleQuoted() {
    advance()
    while position < bytes.count {
      let isQuote = bytes[position] == UInt8(ascii: "'")
      advance()
      guard isQuote else { continue }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "'") else { return }
      advance()
    }
  }

  /// Skips `"…"`, in which a backslash takes the next character along.
  mutating func skipDoubleQuoted() {
    advance()
    while position < bytes.count {
      let byte = bytes[position]
      advance()
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\"), position < bytes.count { advance() }
    }
  }

  /// Skips a plain scalar with the lines that continue it.
  ///
  /// A plain scalar ends before ` #`, at `: ` and, in brackets, at a comma or a bracket; outside of
  /// brackets also at a line that is indented no deeper than the block around it.
  mutating func skipPlain() {
    let indent = blockColumn + 1
    while position < bytes.count {
      if place.column == 1, isMarker("---") || isMarker("...") { return }
      if bytes[position] == UInt8(ascii: "#") { return }
      while position < bytes.count, !isBlank(at: position) {
        if endsPlain { return }
        advance()
      }
      while position < bytes.count, isBlank(at: position) { advance() }
      if !isInFlow, place.column - 1 < indent { return }
    }
  }

  /// Whether the byte that stands here ends a plain scalar.
  private var endsPlain: Bool {
    switch bytes[position] {
    case UInt8(ascii: ":"): isBlank(at: position + 1) || (isInFlow && isIndicator(at: position + 1))
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      isInFlow
    default: false
    }
  }

  /// Whether a byte that ends a scalar in brackets stands at an index.
  private func isIndicator(at index: Int) -> Bool {
    index < bytes.count && ",?[]{}".utf8.contains(bytes[index])
  }

  /// Skips `|` or `>` with the lines that lie deeper than the block around it.
  ///
  /// Behind the sign may stand how deep the text is indented (1 to 9) and what becomes of the line
  /// breaks at its end (`+`, `-`), then a comment. Without a number the depth is that of the first
  /// line with text.
  mutating func skipBlockScalar() {
    anchored = nil
    candidate = nil
    advance()
    var indent = 0
    while position < bytes.count, !isBreak, !isBlank(at: position) {
      let digit = Int(bytes[position]) - 0x30
      if (1...9).contains(digit) { indent = max(0, blockColumn) + digit }
      advance()
    }
    skipLine()
    if indent == 0 { indent = contentIndent }
    while position < bytes.count {
      let spaces = bytes[position...].dropFirst(isBreak ? breakLength : 0)
        .prefix { $0 == 0x20 }.count
      let next = position + (isBreak ? breakLength : 0) + spaces
      let isEmptyLine = next < bytes.count && [0x0A, 0x0D].contains(bytes[next])
      guard isEmptyLine || spaces >= indent else { return }
      while position < next { advance() }
      skipLine()
    }
  }

  /// How many bytes the line break that stands here has.
  private var breakLength: Int {
    position + 1 < bytes.count && bytes[position] == 0x0D && bytes[position + 1] == 0x0A ? 2 : 1
  }

  /// How deep the first lines lie; at least one deeper than the block around them.
  ///
  /// In columns from 0.
  private var contentIndent: Int {
    var index = position
    var (column, deepest) = (0, 0)
    while index < bytes.count, [0x20, 0x0A, 0x0D].contains(bytes[index]) {
      column = bytes[index] == 0x20 ? column + 1 : 0
      deepest = max(deepest, column)
      index += 1
    }
    return max(deepest, blockColumn + 1, 1)
  }

  /// Refuses characters that do not print, and line breaks other than those of lines.
  ///
  /// What YAML 1.2.2 calls printable, less three that could mislead: U+0085, U+2028 and U+2029 end
  /// a line for YAML 1.1, which libyaml reads, but not for most editors; a byte order mark may
  /// stand at the start of the file alone.
  ///
  /// - Returns: `false` at the first, which is reported; no token is looked at then.
  func checkCharacters(_ problems: ProblemList) -> Bool {
    var place = Place.start
    for scalar in String(decoding: bytes[position...], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A: place = Place(line: place.line + 1, column: 0)
      case 0x09, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD,
        0x10000...:
        break
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
        problems.add(place, "", "found the character U+\(digits), expected text that prints")
        return false
      }
      place.column += 1
    }
    return true
  }
}
