/// A walk over the raw text of a YAML file before anything recursive touches it.
///
/// It follows blocks, flows, quotes and block scalars as libyaml's scanner does and refuses what
/// could hurt its reader or mislead its writer: nesting deeper than 64 levels, keys that are not
/// plain text, keys given twice in one map, tags, directives, a second document, characters that do
/// not print. All else is left to the parser.
///
/// The walk keeps a stack of its own and calls nothing recursively, so that no depth of nesting can
/// exhaust the stack of the program. It is needed because Yams composes its tree recursively, and
/// because its error for a key that stands twice names neither of the two lines.
///
/// - Complexity: O(n) in the length of the text.
struct Outline {
  /// How deep maps and lists may be nested.
  static let deepest = 64

  /// A map or list that is open.
  struct Level {
    /// How it was opened.
    enum Opener { case blockMap, blockList, flowMap, flowList }
    let opener: Opener
    /// The column of a block's keys or dashes, from 0.
    let column: Int
    /// The keys so far with their lines.
    var keys: [String: Int] = [:]
    /// The key, or the place in a list, at which the walk stands.
    var current = ""
    /// How many values of a list have begun.
    var count = 0
    /// Whether the next value of a flow map is a key.
    var awaitsKey = true
  }

  /// What was read last, which a colon on the same line would make a key.
  struct Candidate {
    /// The text between its quotes, `nil` for an alias or a collection.
    let text: String?
    let place: Place
  }

  let bytes: [UInt8]
  /// The next byte.
  var position = 0
  var place = Place.start
  var levels: [Level] = []
  var candidate: Candidate?
  /// Where an anchor before the next scalar stands: a block map lies at its column.
  var anchored: Place?
  var isInDocument = false
  /// Whether nothing is refused so far.
  var isSound = true
  /// Whether only spaces stood on the line so far.
  var startsLine = true

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isInFlow: Bool {
    levels.last.map { $0.opener == .flowMap || $0.opener == .flowList } ?? false
  }

  /// The column of the innermost block, from 0; −1 outside every one.
  var blockColumn: Int {
    levels.last { $0.opener == .blockMap || $0.opener == .blockList }?.column ?? -1
  }

  /// The way to where the walk stands.
  ///
  /// Keys stand as they are written; the messages' writer escapes them.
  var path: String {
    levels.reduce("") { way, level in
      switch level.opener {
      case .blockList, .flowList: "\(way)[\(max(0, level.count - 1))]"
      case .blockMap, .flowMap:
        way.isEmpty || level.current.isEmpty
          ? way + level.current : "\(way).\(level.current)"
      }
    }
  }
}

extension Outline {
  /// Closes the blocks that lie deeper than the column, from 0, at which a new token stands.
  mutating func unroll(to column: Int) {
    while let last = levels.last, !isInFlow, last.column > column { levels.removeLast() }
  }

  /// Opens a block at a column where none is open there.
  mutating func roll(to column: Int, _ opener: Level.Opener) {
    if !isInFlow, blockColumn < column { levels.append(Level(opener: opener, column: column)) }
  }

  /// Takes a key into the innermost map.
  ///
  /// - Returns: The line of the same key earlier in that map.
  mutating func take(key: String, line: Int) -> Int? {
    guard let last = levels.indices.last else { return nil }
    levels[last].current = key
    levels[last].awaitsKey = false
    guard levels[last].opener != .flowList else { return nil }
    if let earlier = levels[last].keys[key] { return earlier }
    levels[last].keys[key] = line
    return nil
  }
}
