public import Measures
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
  ///   - unit: The unit of both.
  ///   - replications: Over how many replications they are.
  public static func admits(
    _ left: Double, _ right: Double, unit: Unit, replications: Int
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
  private static func smallestPart(of unit: Unit) -> Double? {
    switch unit {
    case .count: 1
    case .currency(let currency): 1 / Double(DecimalNumeral.power(currency.exponent))
    case .seconds, .hours, .share, .ratio: nil
    }
  }
}
