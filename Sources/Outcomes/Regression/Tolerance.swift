import Vocabulary

/// How far a figure may lie from the committed one and still be the same.
///
/// Counts and money are whole numbers within a replication, so their sums over the replications
/// must be the same: exact. Times and shares are quotients: `relative` of the committed one. What
/// differs between platforms is the last bit of a logarithm, which moves a drawn time by a
/// microsecond now and then; a millionth of a figure is far above that and far below what anybody
/// reads.
public enum Tolerance {
  /// The part of a time or a share by which it may differ: one millionth.
  public static let relative = 1e-6

  /// Whether two means over replications are the same.
  ///
  /// - Parameters:
  ///   - unit: The unit of both: `s`, `h`, `share`, `count`, or a currency in major units.
  ///   - replications: Over how many replications they are.
  public static func admits(
    _ left: Double, _ right: Double, unit: String, replications: Int
  ) -> Bool {
    let difference = (left - right).magnitude
    guard difference > 0 else { return true }
    guard let smallest = smallestPart(of: unit) else {
      return difference <= relative * max(left.magnitude, right.magnitude)
    }
    // Half of what the smallest difference between two sums makes in their mean.
    return difference * Double(max(1, replications)) < smallest / 2
  }

  /// The smallest amount of what is counted in whole numbers; `nil` for a quotient.
  private static func smallestPart(of unit: String) -> Double? {
    if unit == "count" { return 1 }
    guard let currency = Currency(unit) else { return nil }
    return 1 / Double(DecimalNumeral.power(currency.exponent))
  }
}
