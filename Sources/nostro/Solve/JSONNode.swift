/// A value of a JSON text as it was written: numbers keep what they are, keys keep their order.
indirect enum JSONNode {
  case null
  case boolean(Bool)
  /// A whole number of at most 64 bits, written without point or exponent.
  case integer(Int64)
  /// Any other number, with its text.
  case number(Double, written: String)
  /// A word or number that JSON does not know: `NaN`, `01`.
  case unknown(String)
  case string(String)
  case array([JSONNode])
  case object([(key: String, value: JSONNode)])

  /// What it is, for a sentence about something else being expected.
  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): String(value)
    case .integer(let value): String(value)
    case .number(_, let written), .unknown(let written): String(written.prefix(40))
    case .string(let text): "'\(text.prefix(40))'"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Why a text is not JSON: the place and what was expected there.
struct JSONSyntaxError: Error, CustomStringConvertible {
  let line: Int
  let sentence: String
  var description: String { "line \(line): \(sentence)" }
}
