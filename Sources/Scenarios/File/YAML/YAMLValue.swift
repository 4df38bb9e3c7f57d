import Yams

/// A value as it stands in the scenario file, with its place and the way to it.
///
/// Scalars are read from their text: `09:00` is a time because a time is expected there, never a
/// number because YAML would read one.
struct YAMLValue {
  /// The way to the value: `branches.NYC.zone`.
  let path: String
  /// The value in Yams' tree; its parts become `YAMLValue` only when asked for.
  let node: Node

  init(_ node: Node, path: String) {
    (self.node, self.path) = (node, path)
  }

  /// Where the value starts; for what an alias stands for, where that is anchored.
  var place: Place {
    node.mark.map { Place(line: $0.line, column: $0.column) } ?? .start
  }

  /// The text of a scalar, `nil` for a list or a map; empty where nothing stands.
  ///
  /// `~` and `null` without quotes are nothing; `''` is an empty text, which messages call nothing
  /// too.
  var text: String? {
    guard case .scalar(let scalar) = node else { return nil }
    let isNothing = scalar.style == .plain && ["~", "null"].contains(scalar.string)
    return isNothing ? "" : scalar.string
  }

  /// The values of a list, `nil` for anything else.
  ///
  /// - Complexity: O(n): made anew at each call.
  var items: [YAMLValue]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.enumerated().map { YAMLValue($1, path: "\(path)[\($0)]") }
  }

  /// The keys and values of a map in the order of the file, `nil` for anything else.
  var entries: [Entry]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.compactMap { entry($0) }
  }

  /// A key of this map with its value, `nil` where the key is no text. Its path is cut and escaped
  /// as `shown` says, so that a hostile key cannot write to a terminal.
  func entry(_ pair: (key: Node, value: Node)) -> Entry? {
    guard case .scalar(let key) = pair.key else { return nil }
    let step = YAMLValue.shown(key.string)
    let below = path.isEmpty ? step : "\(path).\(step)"
    return Entry(
      key: key.string, keyValue: YAMLValue(pair.key, path: below),
      value: YAMLValue(pair.value, path: below))
  }

  /// A key of a map with its value.
  struct Entry {
    /// The key.
    let key: String
    /// The key as a value, for its place.
    let keyValue: YAMLValue
    /// The value.
    let value: YAMLValue
  }

  /// What stands here, as an error message shows it.
  ///
  /// A list or a map is named by its kind only: its content might be long.
  var found: String {
    switch node {
    case .mapping: return "a map"
    case .sequence: return "a list"
    default:
      guard let text, !text.isEmpty else { return "nothing" }
      return "'\(YAMLValue.shown(text))'"
    }
  }

  /// A text fit for a line of an error message: cut after 60 characters, control characters
  /// escaped.
  ///
  /// - Returns: At most 60 scalars and an ellipsis; those that do not print as `\u{1b}`.
  static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let head = scalars.prefix(60).map { scalar in
      scalar.isPrintable ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return head.joined() + (scalars.count > 60 ? "…" : "")
  }
}

extension Unicode.Scalar {
  /// Whether the scalar can stand in a name or a title: no control character, nothing that turns
  /// the direction of the text, nothing unassigned.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
