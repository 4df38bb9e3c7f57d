/// A JSON value whose keys keep their order.
///
/// For the schema alone, whose texts are ours: quotes, backslashes and line breaks are escaped,
/// other control characters never occur.
enum JSON: Sendable {
  /// A text, not yet escaped.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// `true` or `false`.
  case truth(Bool)
  /// Values in order.
  case list([JSON])
  /// Keys with their values, in order; no key twice, which is not checked.
  case object([(key: String, value: JSON)])

  /// The value as text, two spaces a level, short lists of texts on one line.
  ///
  /// A list stays on one line where it holds no line break and fits 90 bytes with its indent.
  func printed(indent: String = "") -> String {
    switch self {
    case .text(let text): return JSON.quoted(text)
    case .whole(let number): return "\(number)"
    case .truth(let isTrue): return "\(isTrue)"
    case .list(let items):
      let line = "[" + items.map { $0.printed(indent: indent) }.joined(separator: ", ") + "]"
      if line.utf8.count + indent.utf8.count <= 90, !line.contains("\n") { return line }
      return JSON.block("[", items.map { $0.printed(indent: indent + "  ") }, "]", indent)
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(JSON.quoted($0)): \($1.printed(indent: indent + "  "))" }
      return JSON.block("{", lines, "}", indent)
    }
  }

  private static func block(_ open: String, _ lines: [String], _ close: String, _ indent: String)
    -> String
  {
    let body = lines.map { "\(indent)  \($0)" }.joined(separator: ",\n")
    return "\(open)\n\(body)\n\(indent)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
