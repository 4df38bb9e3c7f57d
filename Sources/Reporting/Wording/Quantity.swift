import Measures
import Vocabulary

/// A figure as people read it: `3 min 12 s`, `1.9 d`, `40.2 %`, `12.4M USD`.
///
/// Digits are few: three or so of what is shown, since no replication knows more. Files have all of
/// them.
struct Quantity {
  /// The value in `unit`.
  var value: Double
  /// What it is counted in.
  var unit: Unit

  /// The figure with its unit, a minus sign before what is negative.
  var text: String { (isNegative ? "−" : "") + magnitude + suffix }

  /// The figure with its unit and always a sign, shares in percentage points.
  var signedText: String { (sign) + magnitude + signedSuffix }

  /// The size of a difference whose sign the sentence says, shares in percentage points.
  var differenceText: String { magnitude + signedSuffix }

  /// The figure without the unit that a column or a scope already names.
  var bareText: String { (isNegative ? "−" : "") + magnitude }

  /// `+` or a minus sign, nothing for what reads as zero.
  private var sign: String { isZero ? "" : value < 0 ? "−" : "+" }
  /// What reads as zero, such as `0.0` of 0.04: it has no sign, whatever the value's is.
  private var isZero: Bool { !magnitude.contains { $0.isNumber && $0 != "0" } }
  /// Below zero and not read as zero.
  private var isNegative: Bool { value < 0 && !isZero }

  /// The size of the figure, for a `±`.
  var magnitude: String {
    let size = value.magnitude
    switch unit {
    case .seconds: return Quantity.duration(size)
    case .hours: return Quantity.duration(size * 3_600)
    case .share: return (size * 100).fixed(1)
    case .count: return size < 100 && size != size.rounded() ? size.fixed(1) : size.grouped
    case .ratio: return size.fixed(2)
    case .currency(let currency): return Quantity.money(size, digits: min(2, currency.exponent))
    }
  }

  /// The size of the figure in fewer digits, for what stands after a `±`.
  var briefMagnitude: String {
    let size = value.magnitude
    switch unit {
    case .seconds: return Quantity.briefDuration(size)
    case .hours: return Quantity.briefDuration(size * 3_600)
    case .currency where size >= 99.995 && size < 1_000: return size.fixed(0)
    case .share, .count, .ratio, .currency: return magnitude
    }
  }

  /// What follows the figure.
  var suffix: String {
    switch unit {
    case .seconds, .hours, .count, .ratio: ""
    case .share: " %"
    case .currency(let currency): " " + currency.code
    }
  }

  /// What follows a difference.
  var signedSuffix: String { unit == .share ? " pp" : suffix }
}

extension Quantity {
  /// A time in the one or two units that say it well.
  ///
  /// - Parameter seconds: From zero; limits lie where rounding reaches the next unit, so that no
  ///   text says `60 s`.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.000_5: return "0 s"
    case ..<0.999_5: return (seconds * 1_000).fixed(0) + " ms"
    case ..<9.95: return seconds.fixed(1) + " s"
    case ..<59.5: return seconds.fixed(0) + " s"
    case ..<599.5: return pair(seconds, "min", 60, "s")
    case ..<3_597: return (seconds / 60).fixed(1) + " min"
    case ..<35_970: return pair(seconds / 60, "h", 60, "min")
    case ..<86_220: return (seconds / 3_600).fixed(1) + " h"
    default: return (seconds / 86_400).fixed(1) + " d"
    }
  }

  /// `rounded / size` large units and the small ones that lie over, none of them if zero.
  private static func pair(_ value: Double, _ large: String, _ size: Int, _ small: String)
    -> String
  {
    let (whole, rest) = Int(value.rounded()).quotientAndRemainder(dividingBy: size)
    return "\(whole) \(large)" + (rest == 0 ? "" : " \(rest) \(small)")
  }

  /// A time in one unit with two digits or so, for what stands after a `±`.
  static func briefDuration(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.05: return duration(seconds)
    case ..<9.95: return seconds.fixed(1) + " s"
    case ..<119.5: return seconds.fixed(0) + " s"
    case ..<5_970: return (seconds / 60).fixed(0) + " min"
    case ..<172_800: return (seconds / 3_600).fixed(1) + " h"
    default: return (seconds / 86_400).fixed(1) + " d"
    }
  }

  /// Two bounds as words, `3 h to 5 h`; times of many hours that read alike are said to the minute.
  ///
  /// - Parameters:
  ///   - low: In `unit`.
  ///   - high: In `unit`, no less than `low`.
  static func bounds(_ low: Double, _ high: Double, _ unit: Unit) -> String {
    var texts = [low, high].map { Quantity(value: $0, unit: unit).text }
    let perMinute = unit == .hours ? 1.0 / 60 : 60
    if texts[0] == texts[1], [.seconds, .hours].contains(unit), low / perMinute >= 600 {
      texts = [low, high].map { pair($0 / perMinute, "h", 60, "min") }
    }
    return texts.joined(separator: " to ")
  }

  /// An amount in major units: below a thousand with the digits of the currency, then whole units,
  /// then `k`, `M`, `bn`, `tn`.
  ///
  /// Three digits are kept from a hundred thousand on; limits lie where rounding reaches the next
  /// unit, so that no text says `1000k`.
  ///
  /// - Parameters:
  ///   - size: In major units, from zero.
  ///   - digits: How many decimals amounts below a thousand have.
  static func money(_ size: Double, digits: Int) -> String {
    switch size {
    case ..<(digits == 0 ? 0.5 : 0.005): return "0"
    case ..<(digits == 0 ? 999.5 : 999.995): return size.fixed(digits)
    case ..<99_999.5: return size.grouped
    case ..<999_500: return (size / 1e3).threeDigits + "k"
    case ..<999_500_000: return (size / 1e6).threeDigits + "M"
    case ..<999_500_000_000: return (size / 1e9).threeDigits + "bn"
    default: return (size / 1e12).threeDigits + "tn"
    }
  }
}
