/// A JSON value to be printed on one line, its keys in the order given.
enum JSONLine {
  case integer(Int128)
  case number(Double)
  case string(String)
  case truth(Bool)
  case array([JSONLine])
  case object([(key: String, value: JSONLine)])

  /// The text.
  var text: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let value): JSONLine.digits(value)
    case .string(let text): JSONLine.quoted(text)
    case .truth(let value): value ? "true" : "false"
    case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(JSONLine.quoted($0.key)):\($0.value.text)" }.joined(separator: ",")
        + "}"
    }
  }

  /// Amounts by name.
  static func amounts(_ names: [String], _ amounts: [Int64]) -> JSONLine {
    .object(zip(names, amounts).map { ($0, .integer(Int128($1))) })
  }

  /// Amounts in a row.
  static func amounts(_ amounts: [Int64]) -> JSONLine {
    .array(amounts.map { .integer(Int128($0)) })
  }

  /// A number with six places, without the zeros at their end.
  private static func digits(_ value: Double) -> String {
    let millionths = Int64((value * 1e6).rounded())
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var places = String(String(rest + 1_000_000).dropFirst())
    while places.last == "0" { places.removeLast() }
    return (millionths < 0 ? "-" : "") + String(whole) + (places.isEmpty ? "" : "." + places)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
