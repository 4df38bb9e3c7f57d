/// How a yearly rate becomes a charge for a span of calendar time.
public enum DayCount: String, CaseIterable, Hashable, Sendable {
  /// Actual days over a year of 360: USD, EUR, CHF money markets (ISDA 2006 §4.16(e)).
  case actual360 = "ACT/360"
  /// Actual days over a year of 365: GBP, HKD, SGD, JPY money markets (ISDA 2006 §4.16(d)).
  case actual365Fixed = "ACT/365F"

  /// How many days its year has.
  public var daysPerYear: Int64 { self == .actual360 ? 360 : 365 }
}

/// A yearly price of money with its day count.
public struct FundingRate: Hashable, Sendable {
  /// The yearly rate in basis points: 100 is one per cent.
  public let basisPoints: Int64
  /// The convention that turns days into a share of the year.
  public let dayCount: DayCount

  /// A yearly rate of `basisPoints` under `dayCount`.
  public init(basisPoints: Int64, _ dayCount: DayCount) {
    (self.basisPoints, self.dayCount) = (basisPoints, dayCount)
  }

  /// What it costs to hold money, charged for every calendar second, in minor units.
  ///
  /// - Parameter minorUnitMicroseconds: The balance integrated over time: minor units × µs.
  /// - Returns: The cost in minor units, not rounded: it goes to statistics, not to an account.
  public func cost(ofHolding minorUnitMicroseconds: Int128) -> Double {
    let days = Double(minorUnitMicroseconds) / 86_400_000_000
    return days * Double(basisPoints) / 10_000 / Double(dayCount.daysPerYear)
  }
}
