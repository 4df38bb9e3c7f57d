import Vocabulary

extension Double {
  /// The number with `places` decimals, halves away from zero, `-` before what is negative after
  /// rounding; trimmed, the zeros at its end are dropped.
  func fixed(_ places: Int, trimmed: Bool = false) -> String {
    let scaled = (self * Double(DecimalNumeral.power(places))).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9_007_199_254_740_992 else { return isFinite ? plainDigits : "–" }
    return DecimalNumeral.text(Int128(scaled), exponent: places, trimmed: trimmed)
  }

  /// The number with three significant digits where it lies in 0..<1,000: `1.24`, `12.4`, `124`.
  var threeDigits: String { fixed(magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0) }

  /// The number rounded to a whole one, commas between the thousands.
  var grouped: String {
    let digits = fixed(0)
    let whole = digits.drop { $0 == "-" }
    var result = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return (digits.hasPrefix("-") ? "-" : "") + result
  }
}
