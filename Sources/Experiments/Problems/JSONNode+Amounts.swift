import Vocabulary

/// How the solver's answers give amounts and shares.
extension JSONNode {
  /// Amounts by name.
  static func amounts(_ names: [String], _ amounts: [Int64]) -> JSONNode {
    .object(zip(names, amounts).map { ($0, .integer($1)) })
  }

  /// Amounts in a row.
  static func amounts(_ amounts: [Int64]) -> JSONNode { .array(amounts.map { .integer($0) }) }

  /// A share with six places, without the zeros at their end.
  static func rounded(_ share: Double) -> JSONNode {
    .number((share * 1e6).rounded() / 1e6)
  }
}
