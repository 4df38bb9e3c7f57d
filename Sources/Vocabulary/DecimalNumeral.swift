/// A decimal number as written, kept exact: `digits × 10^−scale`.
///
/// Shape: at most 30 digits, so that every later product fits `Int128`.
/// It is the one place where text becomes a number; money, spans and rates are read through it.
public struct DecimalNumeral: Hashable, Sendable {
  /// All digits without the point, signed.
  public let digits: Int128
  /// How many of the digits stand behind the point.
  public let scale: Int

  /// Reads `-12`, `12.50` or `12_500`; underscores may part the thousands.
  ///
  /// - Returns: `nil` for anything else: no digits, two points, an exponent, more than 30 digits.
  public init?(_ text: some StringProtocol) {
    var digits: Int128 = 0
    var count = 0
    var scale: Int?
    let negative = text.first == "-"
    for character in text.dropFirst(negative ? 1 : 0).utf8 {
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int128(character - UInt8(ascii: "0"))
        count += 1
        if let places = scale { scale = places + 1 }
      case UInt8(ascii: ".") where scale == nil && count > 0: scale = 0
      case UInt8(ascii: "_") where count > 0 && scale == nil: continue
      default: return nil
      }
      guard count <= 30 else { return nil }
    }
    guard count > 0, scale != 0 else { return nil }
    self.digits = negative ? -digits : digits
    self.scale = scale ?? 0
  }

  /// The number `digits × 10^−scale`.
  init(digits: Int128, scale: Int) {
    (self.digits, self.scale) = (digits, scale)
  }

  /// Whether the number is below zero.
  public var isNegative: Bool { digits < 0 }

  /// The nearest `Double`, for statistics.
  public var approximation: Double { Double(digits) / Double(DecimalNumeral.power(scale)) }

  /// The number times `unit`, where that is a whole number that fits `Int64`, else `nil`.
  public func scaled(by unit: Int64) -> Int64? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: Int128(unit))
    guard !overflow else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(
      dividingBy: DecimalNumeral.power(scale))
    guard remainder == 0 else { return nil }
    return Int64(exactly: quotient)
  }

  /// `10^exponent`.
  ///
  /// - Precondition: `exponent` lies in 0...38.
  @inlinable
  public static func power(_ exponent: Int) -> Int128 {
    precondition((0...38).contains(exponent), "10^\(exponent) does not fit 128 bits")
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// `value × 10^−exponent` as text with a point, the zeros at its end dropped if `trimmed`.
  public static func text(_ value: Int128, exponent: Int, trimmed: Bool = false) -> String {
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: UInt128(power(exponent)))
    var places = exponent == 0 ? "" : String(rest)
    places = String(repeating: "0", count: max(0, exponent - places.count)) + places
    if trimmed { while places.hasSuffix("0") { places.removeLast() } }
    return (value < 0 ? "-" : "") + "\(whole)" + (places.isEmpty ? "" : "." + places)
  }
}
