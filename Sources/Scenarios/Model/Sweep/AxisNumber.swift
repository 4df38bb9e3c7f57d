import Vocabulary

/// A number with its unit, or a time of day, as a scenario writes it: `1.5M`, `30min`, `16:00`,
/// `10bp`, `40 per day`.
///
/// It is kept exact, so that steps do not drift and comparisons are of what is written.
///
/// The family follows from the unit: a number without one is an amount, so that `40` and `40k`
/// compare, and `40` and `40s` do not.
struct AxisNumber: Hashable, Sendable {
  /// Which units its own converts into.
  let family: Family
  /// The place of its unit in the family.
  let unit: Int
  /// The number is `digits × 10^−scale` of its unit; a time of day is in seconds.
  let digits: Int128
  /// How many of the digits stand behind the point, 0 to `mostDecimals`.
  let scale: Int
  /// What follows number and unit, with its blank: ` USD`, ` per day`.
  let tail: String

  /// Units that convert into each other.
  enum Family: CaseIterable {
    /// Times of day; lengths of time; shares and basis points; business days; plain numbers and
    /// amounts.
    case clock, span, share, businessDays, amount

    /// The units, the smallest first, with what each is worth in the smallest.
    var units: [(name: String, factor: Int64)] {
      switch self {
      case .clock: [(":", 1)]
      case .span:
        [
          ("us", 1), ("ms", 1_000), ("s", 1_000_000), ("min", 60_000_000), ("h", 3_600_000_000),
          ("d", 86_400_000_000),
        ]
      case .share: [("bp", 1), ("%", 100)]
      case .businessDays: [("bd", 1)]
      case .amount: [("", 1), ("k", 1_000), ("M", 1_000_000), ("bn", 1_000_000_000)]
      }
    }
  }

  /// The largest number, in digits of its own unit: with 10⁶ of decimals and 10¹¹ of units every
  /// conversion fits 128 bits.
  static let largest: Int128 = 1_000_000_000_000_000
  /// The most decimals of a number.
  static let mostDecimals = 6

  /// A number from its parts, which are not checked.
  init(_ family: Family, unit: Int, digits: Int128, scale: Int, tail: String) {
    (self.family, self.unit, self.digits) = (family, unit, digits)
    (self.scale, self.tail) = (scale, tail)
  }

  /// Reads a number; `nil` for any other text, and past the largest and the most decimals.
  ///
  ///     AxisNumber("1.5M")        // 15 × 10⁻¹ of a million
  ///     AxisNumber("40 per day")  // 40, with the tail " per day"
  ///     AxisNumber("fast")        // nil
  init?(_ text: some StringProtocol) {
    if let time = WallTime(text) {
      self.init(.clock, unit: 0, digits: Int128(time.seconds), scale: 0, tail: "")
      return
    }
    let number = text.prefix { $0.isASCII && ($0.isNumber || "-._".contains($0)) }
    let name = text.dropFirst(number.count).prefix { $0 != " " }
    let tail = String(text.dropFirst(number.count + name.count))
    let family = Family.allCases.first { family in
      family != .clock && family.units.contains { $0.name == name }
    }
    guard let family, let numeral = DecimalNumeral(number), tail.isEmpty || family == .amount,
      let unit = family.units.firstIndex(where: { $0.name == name }),
      numeral.digits.magnitude <= AxisNumber.largest.magnitude,
      numeral.scale <= AxisNumber.mostDecimals
    else { return nil }
    self.init(family, unit: unit, digits: numeral.digits, scale: numeral.scale, tail: tail)
  }

  /// The text that reads as this number.
  var text: String {
    if family == .clock { return WallTime(seconds: Int32(digits)).description }
    return DecimalNumeral.text(digits, exponent: scale, trimmed: true) + family.units[unit].name
      + tail
  }

  /// Whether two numbers can be held against each other.
  func isComparable(to other: AxisNumber) -> Bool { family == other.family && tail == other.tail }

  /// The digits of the same number in a unit no larger and at a scale no smaller than its own.
  ///
  /// Exact: units are whole multiples of smaller ones.
  func digits(in unit: Int, scale: Int) -> Int128 {
    precondition(unit <= self.unit && scale >= self.scale, "numbers are converted to finer ones")
    let ratio = family.units[self.unit].factor / family.units[unit].factor
    return digits * Int128(ratio) * DecimalNumeral.power(scale - self.scale)
  }

  /// −1, 0 or 1 as this number lies below another, equals it or lies above it.
  ///
  /// - Precondition: They are comparable.
  func order(against other: AxisNumber) -> Int {
    precondition(isComparable(to: other), "only numbers of one family have an order")
    let (unit, scale) = (min(unit, other.unit), max(scale, other.scale))
    let (left, right) = (digits(in: unit, scale: scale), other.digits(in: unit, scale: scale))
    return left == right ? 0 : left < right ? -1 : 1
  }
}
