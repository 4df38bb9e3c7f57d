extension Outline {
  /// Walks over the whole text.
  ///
  /// It goes on behind a key that stands twice, so that several of these are told at once, and ends
  /// at every other refusal: what follows could not be told apart from it.
  ///
  /// - Returns: Whether a parser may read it; the reasons against are in `problems`.
  mutating func check(_ problems: ProblemList) -> Bool {
    guard checkCharacters(problems) else { return false }
    while skipToToken(problems) {
      if !isInFlow { unroll(to: place.column - 1) }
      guard let refusal = step() else { continue }
      problems.add(refusal.place, refusal.path, refusal.message)
      isSound = false
      guard refusal.goesOn else { return false }
    }
    return isSound
  }

  /// Why a token is refused.
  struct Refusal {
    let place: Place
    let path: String
    let message: String
    /// Whether the walk can go on behind it.
    var goesOn = false
  }

  /// A refusal at the token that stands here, with the way to it.
  private func refusal(_ message: String) -> Refusal {
    Refusal(place: place, path: path, message: message)
  }

  /// A refusal of something that has no way to it of its own.
  private func keyRefusal(_ message: String) -> Refusal {
    Refusal(place: place, path: "", message: message)
  }

  /// Reads one token.
  ///
  /// What no case names is left to the parser, which refuses it in its own words.
  private mutating func step() -> Refusal? {
    let byte = bytes[position]
    if place.column == 1, isMarker("---") || isMarker("...") { return documentMarker() }
    if place.column == 1, byte == UInt8(ascii: "%") {
      return refusal("found a YAML directive, expected none")
    }
    isInDocument = true
    switch byte {
    case UInt8(ascii: "["): return open(.flowList)
    case UInt8(ascii: "{"): return open(.flowMap)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): close()
    case UInt8(ascii: ",") where isInFlow: comma()
    case UInt8(ascii: "-") where isBlank(at: position + 1): return dash()
    case UInt8(ascii: "?") where isInFlow || isBlank(at: position + 1):
      return keyRefusal("found a key behind '?', expected a plain text and ':'")
    case UInt8(ascii: ":") where isInFlow || isBlank(at: position + 1): return colon()
    case UInt8(ascii: "*"): return alias()
    case UInt8(ascii: "&"):
      anchored = anchored ?? place
      skipWord()
    case UInt8(ascii: "!"): return refusal("found a YAML tag, expected none: values are plain text")
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if isInFlow { advance() } else { skipBlockScalar() }
    default: return scalar()
    }
    return nil
  }

  /// `---` before everything and `...` are passed over; a second document is refused.
  private mutating func documentMarker() -> Refusal? {
    levels = []
    candidate = nil
    let opensAnother = bytes[position] == UInt8(ascii: "-") && isInDocument
    if opensAnother { return refusal("found a second document, expected one scenario a file") }
    for _ in 0..<3 { advance() }
    return nil
  }

  /// Enters a list or a map in brackets; refused as a key, and past the depth that the reader
  /// allows.
  private mutating func open(_ opener: Level.Opener) -> Refusal? {
    if isKeyOfFlowMap { return keyRefusal("found a list or map as a key, expected a plain text") }
    begin()
    levels.append(Level(opener: opener, column: place.column - 1))
    if opener == .flowList { levels[levels.count - 1].count = 1 }
    guard levels.count <= Outline.deepest else { return tooDeep() }
    candidate = nil
    advance()
    return nil
  }

  /// Depth counts maps and lists alike, of both styles. The way to the place would be as long as it
  /// is deep, so that it is left out.
  private func tooDeep() -> Refusal {
    keyRefusal("nested deeper than \(Outline.deepest) levels")
  }

  /// A closing bracket. One that closes nothing is the parser's to refuse; a colon behind it would
  /// make the collection a key.
  private mutating func close() {
    if isInFlow { levels.removeLast() }
    candidate = Candidate(text: nil, place: place)
    advance()
  }

  /// Between two values of a list or a map in brackets: the next value begins, in a map with its
  /// key.
  private mutating func comma() {
    levels[levels.count - 1].awaitsKey = true
    levels[levels.count - 1].count += 1
    candidate = nil
    advance()
  }

  /// An entry of a sequence, or the beginning of one where its column is new.
  ///
  /// What follows the dash on its line starts a line of its own: tabs are refused there as at the
  /// start of a line.
  private mutating func dash() -> Refusal? {
    roll(to: place.column - 1, .blockList)
    if let last = levels.indices.last, levels[last].opener == .blockList {
      levels[last].count += 1
    }
    candidate = nil
    advance()
    startsLine = true
    return levels.count > Outline.deepest ? tooDeep() : nil
  }

  /// The end of a key on this line. A key that stands twice is reported beside the first, and the
  /// walk goes on; an alias, a list or a map as a key ends it. A colon without a text before it on
  /// its line is left to the parser.
  private mutating func colon() -> Refusal? {
    defer {
      candidate = nil
      advance()
    }
    guard let key = candidate, key.place.line == place.line else { return nil }
    guard let text = key.text else {
      return keyRefusal("found an alias, a list or a map as a key, expected a plain text")
    }
    roll(to: key.place.column - 1, .blockMap)
    let earlier = take(key: text, line: key.place.line)
    if levels.count > Outline.deepest { return tooDeep() }
    guard let earlier else { return nil }
    return Refusal(
      place: key.place, path: path, message: "given twice, first in line \(earlier)", goesOn: true)
  }

  /// An alias may be a value, never a key.
  private mutating func alias() -> Refusal? {
    if isKeyOfFlowMap { return keyRefusal("found an alias as a key, expected a plain text") }
    begin()
    candidate = Candidate(text: nil, place: place)
    skipWord()
    return nil
  }

  /// A plain or quoted scalar; it is a key if a colon follows on its line.
  ///
  /// A key that has an anchor before it lies at the column of the anchor, as libyaml counts it.
  private mutating func scalar() -> Refusal? {
    let start = anchored ?? place
    begin()
    let from = position
    switch bytes[position] {
    case UInt8(ascii: "'"): skipSingleQuoted()
    case UInt8(ascii: "\""): skipDoubleQuoted()
    default: skipPlain()
    }
    let text = String(decoding: bytes[from..<position], as: UTF8.self)
    candidate = Candidate(text: Outline.unquoted(text), place: start)
    return nil
  }

  /// A key without the blanks at its end and the quotes around it. Escapes inside the quotes stay
  /// as they are: two spellings of one key are told as twice only by the parser.
  private static func unquoted(_ text: String) -> String {
    var text = text[...]
    while text.last == " " || text.last == "\t" { text.removeLast() }
    guard text.count >= 2, let first = text.first, first == text.last, "'\"".contains(first) else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }

  /// A value begins: an anchor before it is taken.
  private mutating func begin() {
    anchored = nil
  }

  /// Whether a value that starts here would be a key without a colon: `{*a}`.
  private var isKeyOfFlowMap: Bool {
    levels.last.map { $0.opener == .flowMap && $0.awaitsKey } ?? false
  }
}
