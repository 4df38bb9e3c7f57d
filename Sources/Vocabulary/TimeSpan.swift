/// A length of time in microseconds, signed.
///
/// Arithmetic traps on overflow: 2⁶³ µs is 292,000 years, so an overflow is a mistake of ours.
public struct TimeSpan: Hashable, Sendable {
  /// The length, in microseconds.
  public let microseconds: Int64

  /// A length of `microseconds`.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// No time at all.
  public static let zero = TimeSpan(microseconds: 0)
  /// One second.
  public static let second = TimeSpan(microseconds: 1_000_000)
  /// Sixty seconds.
  public static let minute = TimeSpan(microseconds: 60_000_000)
  /// Sixty minutes.
  public static let hour = TimeSpan(microseconds: 3_600_000_000)
  /// Twenty-four hours; a local day may have 23 or 25.
  public static let day = TimeSpan(microseconds: 86_400_000_000)

  /// A length of `count` seconds.
  public static func seconds(_ count: Int64) -> TimeSpan { second * count }
  /// A length of `count` minutes.
  public static func minutes(_ count: Int64) -> TimeSpan { minute * count }
  /// A length of `count` hours.
  public static func hours(_ count: Int64) -> TimeSpan { hour * count }
  /// A length of `count` days of 24 hours.
  public static func days(_ count: Int64) -> TimeSpan { day * count }

  /// The length in seconds, for statistics and pictures; exact below 2⁵³ µs (285 years).
  public var inSeconds: Double { Double(microseconds) / 1_000_000 }
}

extension TimeSpan: Comparable {
  /// Whether the left comes before the right.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension TimeSpan {
  /// The sum of two lengths.
  public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: left.microseconds + right.microseconds)
  }
  /// The difference of two lengths.
  public static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: left.microseconds - right.microseconds)
  }
  /// A length repeated `count` times.
  public static func * (span: TimeSpan, count: Int64) -> TimeSpan {
    TimeSpan(microseconds: span.microseconds * count)
  }
  /// Adds a length in place.
  public static func += (left: inout TimeSpan, right: TimeSpan) { left = left + right }
}

extension TimeSpan: CustomStringConvertible {
  /// The length in the largest units that say it exactly: `2d 3h`, `15min`, `1.5s`.
  public var description: String {
    guard microseconds != 0 else { return "0s" }
    var rest = microseconds.magnitude
    var parts: [String] = []
    for (unit, name) in [(86_400_000_000, "d"), (3_600_000_000, "h"), (60_000_000, "min")] {
      let (count, left) = rest.quotientAndRemainder(dividingBy: UInt64(unit))
      if count > 0 { parts.append("\(count)\(name)") }
      rest = left
    }
    if rest > 0 {
      parts.append(DecimalNumeral.text(Int128(rest), exponent: 6, trimmed: true) + "s")
    }
    return (microseconds < 0 ? "-" : "") + parts.joined(separator: " ")
  }

  /// Reads a length as a scenario writes it: a number and one of `us ms s min h d`.
  ///
  ///     TimeSpan("15min")  // 900 s
  ///     TimeSpan("1.5h")   // 5,400 s
  ///     TimeSpan("15")     // nil: no unit
  public init?(_ text: some StringProtocol) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let units: [(String, Int64)] = [
      ("us", 1), ("ms", 1_000), ("s", 1_000_000), ("min", 60_000_000), ("h", 3_600_000_000),
      ("d", 86_400_000_000),
    ]
    let name = text.dropFirst(digits.count)
    guard let unit = units.first(where: { $0.0 == name })?.1,
      let numeral = DecimalNumeral(digits), !numeral.isNegative,
      let exact = numeral.scaled(by: unit)
    else { return nil }
    self.init(microseconds: exact)
  }
}
