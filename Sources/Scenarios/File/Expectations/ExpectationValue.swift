import Measures
import Vocabulary

/// A number with its unit, as an expectation writes it.
struct ExpectationValue {
  /// The unit of the figures that it is held against; every time counts in seconds.
  let unit: Unit

  /// The value in the unit.
  ///
  ///     ExpectationValue(unit: .seconds).read("5min")  // 300
  ///     ExpectationValue(unit: .share).read("75%")     // 0.75
  ///     ExpectationValue(unit: .seconds).read("300")   // throws: found '300', expected a …
  ///
  /// - Throws: `Refusal` for a text in another unit, or in none where the unit has one.
  func read(_ text: String) throws(ExpectationParser.Refusal) -> Double {
    let text = trimmed(text)
    let size = text.hasPrefix("-") ? text.dropFirst() : text
    guard let value = unsigned(size) else {
      let found = text.isEmpty ? "nothing" : "'\(YAMLValue.shown(String(text)))'"
      throw ExpectationParser.Refusal(message: "found \(found), expected \(expected)")
    }
    return text.hasPrefix("-") ? -value : value
  }

  /// The low end of a range, which takes the unit of the high end where it has none: `5..10min`.
  func completed(_ low: String, from high: String) -> String {
    let isBare = low.allSatisfy { $0.isNumber || " -_.".contains($0) }
    guard isBare, !low.isEmpty else { return low }
    return low + trimmed(high).drop { $0.isNumber || "-_.".contains($0) }
  }

  /// The value of a text without its sign. A share without `%` is at most 1, so that nobody writes
  /// 75 for 0.75; an amount may leave its currency out.
  private func unsigned(_ text: Substring) -> Double? {
    switch unit {
    case .seconds, .hours: return TimeSpan(text.filter { $0 != " " }).map(\.inSeconds)
    case .share, .ratio:
      guard text.hasSuffix("%") else {
        return number(text).flatMap { $0 <= 1 ? $0 : nil }
      }
      return number(trimmed(text.dropLast())).map { $0 / 100 }
    case .count: return scaled(text)
    case .currency(let currency):
      let isNamed = text.hasSuffix(currency.code)
      return scaled(isNamed ? trimmed(text.dropLast(currency.code.count)) : text)
    }
  }

  /// A number with `k`, `M` or `bn` behind it.
  private func scaled(_ text: Substring) -> Double? {
    for (suffix, factor) in [("bn", 1e9), ("M", 1e6), ("k", 1e3)] where text.hasSuffix(suffix) {
      return number(text.dropLast(suffix.count)).map { $0 * factor }
    }
    return number(text)
  }

  /// A number that is not negative; a second minus is refused.
  private func number(_ text: Substring) -> Double? {
    guard !text.hasPrefix("-") else { return nil }
    return DecimalNumeral(text).map(\.approximation)
  }

  /// A text without the blanks at its ends.
  private func trimmed(_ text: some StringProtocol) -> Substring {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var rest = Substring(text).drop(while: blank)
    while let last = rest.last, blank(last) { rest.removeLast() }
    return rest
  }

  /// What the unit counts, as a message says it.
  var title: String {
    switch unit {
    case .seconds, .hours: "time"
    case .share, .ratio: "shares"
    case .count: "numbers"
    case .currency(let currency): currency.code
    }
  }

  /// What may be written, as a message says it.
  private var expected: String {
    switch unit {
    case .seconds, .hours: "a length of time with its unit like 30s, 5min, 2h or 1d"
    case .share, .ratio: "a share like 75% or 0.75"
    case .count: "a number like 250, 40k or 1.5M"
    case .currency: "an amount in \(unit) like 380M \(unit)"
    }
  }
}
