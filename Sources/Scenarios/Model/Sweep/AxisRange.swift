import Vocabulary

/// The numbers from one to another, both included, by steps or without a gap.
///
/// All are written in the smallest of the units given and stepped in whole digits of it.
///
///     16:00..20:00 step 1h  // 5 values, the high end among them
///     1%..5%                // no steps: any value between, for Sobol points only
struct AxisRange: Hashable, Sendable {
  /// The low end; its unit, scale and tail are those of every value.
  let low: AxisNumber
  /// In the unit and at the scale of `low`, as the step is.
  let high: Int128
  /// The step; `nil` for a range without a gap.
  let step: Int128?

  /// How many values a range has at most.
  ///
  /// As many as a sweep has cells.
  static let mostValues: Int128 = 10_000
  /// How many decimals finer than its ends a range without a gap is; times of day go by seconds.
  static let finerDecimals = 3

  /// Reads `16:00..20:00 step 1h`, `0.5M..2M step 250k`, `1%..5%`; a bare number takes the unit of
  /// the high end.
  ///
  ///     08:00..09:00 step 25min  // its steps do not end at 09:00
  ///     19:00..18:00 step 1h     // its low does not lie below its high
  ///     8..09:00 step 1h         // its ends are not of one kind
  ///
  /// - Throws: Why the text is no range.
  static func read(_ text: String) throws(SweepRefusal) -> AxisRange {
    guard let dots = text.firstRange(of: "..") else {
      throw SweepRefusal(message: "expected LOW..HIGH")
    }
    let behind = text[dots.upperBound...]
    let word = behind.firstRange(of: " step ")
    let high = String(behind[..<(word?.lowerBound ?? behind.endIndex)])
    guard let top = AxisNumber(high) else { throw unreadable(high) }
    let bottom = try number(String(text[..<dots.lowerBound]), like: top)
    guard bottom.isComparable(to: top) else {
      throw SweepRefusal(message: "its ends are not of one kind")
    }
    guard bottom.order(against: top) < 0 else {
      throw SweepRefusal(message: "its low does not lie below its high")
    }
    guard let word else { return gapless(bottom, top) }
    return try stepped(bottom, top, by: String(behind[word.upperBound...]))
  }

  /// A number that takes unit and tail of another where it has none. So `5..10min` is from five
  /// minutes, and `20..40 per day` from twenty a day.
  private static func number(_ text: String, like other: AxisNumber) throws(SweepRefusal)
    -> AxisNumber
  {
    let isBare = text.allSatisfy { $0.isNumber || "-._".contains($0) }
    let name = other.family == .clock ? "" : other.family.units[other.unit].name
    guard let number = AxisNumber(isBare ? text + name + other.tail : text) else {
      throw unreadable(text)
    }
    guard number.tail.isEmpty else { return number }
    return AxisNumber(
      number.family, unit: number.unit, digits: number.digits, scale: number.scale,
      tail: number.family == .amount ? other.tail : "")
  }

  /// Why a text is no number of an axis.
  private static func unreadable(_ text: String) -> SweepRefusal {
    SweepRefusal(
      message: "'\(YAMLValue.shown(text))' is no time of day and no number with its unit like 1h, "
        + "250k or 2%, of at most 15 digits and 6 decimals")
  }

  /// A range without a step, three decimals finer than its ends; times of day go by the second.
  private static func gapless(_ bottom: AxisNumber, _ top: AxisNumber) -> AxisRange {
    let unit = min(bottom.unit, top.unit)
    let scale = max(bottom.scale, top.scale) + (bottom.family == .clock ? 0 : finerDecimals)
    let low = AxisNumber(
      bottom.family, unit: unit, digits: bottom.digits(in: unit, scale: scale), scale: scale,
      tail: top.tail)
    return AxisRange(low: low, high: top.digits(in: unit, scale: scale), step: nil)
  }

  /// A range with a step above zero that leads from one end exactly to the other, in 10,000 values
  /// at most.
  ///
  /// Times of day take a step like `30min`, in whole seconds.
  private static func stepped(_ bottom: AxisNumber, _ top: AxisNumber, by text: String)
    throws(SweepRefusal) -> AxisRange
  {
    var step = try number(text, like: top)
    if top.family == .clock, let seconds = step.wholeSeconds {
      step = AxisNumber(.clock, unit: 0, digits: seconds, scale: 0, tail: "")
    }
    guard step.isComparable(to: top), step.digits > 0 else {
      throw SweepRefusal(
        message: "'\(YAMLValue.shown(text))' is no step above zero of the same kind"
          + (top.family == .clock ? ", like 30min" : ""))
    }
    let unit = min(bottom.unit, top.unit, step.unit)
    let scale = max(bottom.scale, top.scale, step.scale)
    let low = AxisNumber(
      bottom.family, unit: unit, digits: bottom.digits(in: unit, scale: scale), scale: scale,
      tail: top.tail)
    let (high, by) = (top.digits(in: unit, scale: scale), step.digits(in: unit, scale: scale))
    guard (high - low.digits) % by == 0 else {
      throw SweepRefusal(message: "its steps do not end at \(top.text)")
    }
    guard (high - low.digits) / by < mostValues else {
      throw SweepRefusal(message: "it has more than \(mostValues) values")
    }
    return AxisRange(low: low, high: high, step: by)
  }
}

extension AxisNumber {
  /// A length of time in seconds, where it is a whole number of them.
  fileprivate var wholeSeconds: Int128? {
    guard family == .span else { return nil }
    let (seconds, rest) = digits(in: 0, scale: scale).quotientAndRemainder(
      dividingBy: 1_000_000 * DecimalNumeral.power(scale))
    return rest == 0 ? seconds : nil
  }
}

extension AxisRange {
  /// How many values it has, `nil` for a range without a gap.
  ///
  /// Both ends are counted.
  var count: Int? { step.map { Int((high - low.digits) / $0) + 1 } }

  /// The value at a place of a range with steps, from 0.
  func text(at place: Int) -> String { text(low.digits + Int128(place) * (step ?? 0)) }

  /// The value of a range without a gap at a share of its length, rounded down to its finest digit.
  ///
  /// The share counts in whole 2⁻³⁰, as those of Sobol points are, and is multiplied exactly.
  func text(at share: Double) -> String {
    let parts = Int128(share * 1_073_741_824)
    let (whole, rest) = (high - low.digits).quotientAndRemainder(dividingBy: 1_073_741_824)
    return text(low.digits + whole * parts + (rest * parts) >> 30)
  }

  /// A value as a scenario writes it, zeros behind the point dropped.
  private func text(_ digits: Int128) -> String {
    AxisNumber(low.family, unit: low.unit, digits: digits, scale: low.scale, tail: low.tail).text
  }
}
