/// A value of a JSON text that is read (`JSONParser`) or written (`text(_:indent:)`): numbers keep
/// their digits, keys their order.
public indirect enum JSONNode: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number of at most 64 bits, written without point or exponent.
  case integer(Int64)
  /// Any other number, with its digits.
  case number(Double, written: String)
  /// A word or number that JSON does not know: `NaN`, `01`.
  case unknown(String)
  /// A text, its escapes resolved.
  case string(String)
  /// Values in a row.
  case array([JSONNode])
  /// Values by key in the order of the text; a key may stand twice.
  case object([(key: String, value: JSONNode)])

  /// What it is, for a sentence about something else being expected.
  public var description: String {
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
public struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What was expected there and what was found.
  public let sentence: String

  /// The place and the sentence, without a full stop.
  public var description: String { "line \(line): \(sentence)" }
}
