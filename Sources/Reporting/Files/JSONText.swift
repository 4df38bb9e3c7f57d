/// A JSON value whose keys keep the order in which they are given.
indirect enum JSONText {
  case string(String)
  case integer(UInt64)
  case number(Double)
  case truth(Bool)
  case null
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  /// The value as text, two spaces to a level.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .string(let string): return JSONText.quoted(string)
    case .integer(let number): return String(number)
    case .number(let number): return number.isFinite ? number.plainDigits : "null"
    case .truth(let isTrue): return String(isTrue)
    case .null: return "null"
    case .array(let values):
      return JSONText.block("[", values.map { inner + $0.text(indent: inner) }, "]", indent)
    case .object(let members):
      let lines = members.map {
        inner + JSONText.quoted($0.key) + ": " + $0.value.text(indent: inner)
      }
      return JSONText.block("{", lines, "}", indent)
    }
  }

  private static func block(
    _ open: String, _ lines: [String], _ close: String, _ indent: String
  ) -> String {
    guard !lines.isEmpty else { return open + close }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + indent + close
  }

  /// A string with quotes, control characters escaped (RFC 8259 §7).
  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
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
