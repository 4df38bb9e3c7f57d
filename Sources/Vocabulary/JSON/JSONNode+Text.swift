/// Writing JSON (RFC 8259): the one printer of the program.
extension JSONNode {
  /// Where the line ends of a text stand.
  public enum Layout: Sendable {
    /// All on one line, without spaces.
    case line
    /// A line for each value, two spaces to a level; lists that fit on a line of `upTo` bytes stand on
    /// one.
    case lines(listsUpTo: Int = 0)
  }

  /// A whole number of any size: beyond 64 bits it keeps its digits, though few readers do.
  public static func whole(_ number: some BinaryInteger) -> JSONNode {
    Int64(exactly: number).map { .integer($0) } ?? .number(Double(number), written: "\(number)")
  }

  /// A number with the shortest digits that read back as the same, never with an exponent; null for
  /// one that is not finite, which JSON does not know.
  public static func number(_ number: Double) -> JSONNode {
    number.isFinite ? .number(number, written: number.plainDigits) : .null
  }

  /// The text of the value, its keys in their order; no line end at its end.
  ///
  /// - Parameter indent: What stands before each further line.
  /// - Complexity: O(n) in the bytes of the text and the depth of lists in it.
  public func text(_ layout: Layout = .lines(), indent: String = "") -> String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let number): String(number)
    case .number(_, let written), .unknown(let written): written
    case .string(let text): JSONNode.quoted(text)
    case .array(let items): JSONNode.text(of: items, layout, indent)
    case .object(let members): JSONNode.text(of: members, layout, indent)
    }
  }

  private static func text(of items: [JSONNode], _ layout: Layout, _ indent: String) -> String {
    switch layout {
    case .line: return "[" + items.map { $0.text(layout) }.joined(separator: ",") + "]"
    case .lines(let width):
      if width > 0 {
        let line = "[" + items.map { $0.text(layout, indent: indent) }.joined(separator: ", ") + "]"
        if line.utf8.count + indent.utf8.count <= width, !line.contains("\n") { return line }
      }
      return block("[", items.map { $0.text(layout, indent: indent + "  ") }, "]", indent)
    }
  }

  private static func text(
    of members: [(key: String, value: JSONNode)], _ layout: Layout, _ indent: String
  ) -> String {
    switch layout {
    case .line:
      let texts = members.map { quoted($0.key) + ":" + $0.value.text(layout) }
      return "{" + texts.joined(separator: ",") + "}"
    case .lines:
      let texts = members.map {
        quoted($0.key) + ": " + $0.value.text(layout, indent: indent + "  ")
      }
      return block("{", texts, "}", indent)
    }
  }

  /// Values between brackets, each on a line of its own.
  private static func block(_ open: String, _ values: [String], _ close: String, _ indent: String)
    -> String
  {
    guard !values.isEmpty else { return open + close }
    let lines = values.map { indent + "  " + $0 }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + indent + close
  }

  /// A string in quotes: quotes, backslashes and control characters are escaped (RFC 8259 §7).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
