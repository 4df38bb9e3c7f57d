/// How a division of integers ends when it does not come out even.
public enum Rounding: String, CaseIterable, Hashable, Sendable {
  /// Towards zero: what lies over is kept by the payer.
  case towardZero
  /// Away from zero.
  case awayFromZero
  /// To the lower number.
  case floor
  /// To the higher number.
  case ceiling
  /// To the nearest, halves away from zero ("commercial rounding").
  case halfAwayFromZero
  /// To the nearest, halves to the even neighbour (IEEE 754; no drift in sums).
  case halfToEven

  /// `numerator / denominator`, rounded.
  ///
  /// - Precondition: `denominator > 0`.
  @inlinable
  public func quotient(_ numerator: Int128, by denominator: Int128) -> Int128 {
    precondition(denominator > 0, "a rounded division has a positive denominator")
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder != 0 else { return quotient }
    let away: Int128 = numerator < 0 ? -1 : 1
    let twice = remainder.magnitude * 2
    let goesAway: Bool
    switch self {
    case .towardZero: goesAway = false
    case .awayFromZero: goesAway = true
    case .floor: goesAway = numerator < 0
    case .ceiling: goesAway = numerator > 0
    case .halfAwayFromZero: goesAway = twice >= denominator.magnitude
    case .halfToEven:
      goesAway =
        twice > denominator.magnitude || (twice == denominator.magnitude && quotient & 1 == 1)
    }
    return goesAway ? quotient + away : quotient
  }
}
