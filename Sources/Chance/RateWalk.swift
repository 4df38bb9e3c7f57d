import CGSL

/// Several prices that move at random without drift, together: geometric Brownian motion on a grid
/// of hours, so that the expected price at any time is today's.
///
/// After n hours price i stands at `exp(Σ(σᵢ√h · zᵢ − σᵢ²h/2))` times its start, with h the part of
/// a year that an hour is and z normal, correlated between prices and independent between hours.
/// The draw of an hour has the hour since 1970 as its address: a longer horizon or a further price
/// moves no step of the others before it.
public struct RateWalk: Hashable, Sendable {
  /// How many hours a year trades: 52 weeks of 120 hours, Sunday 17:00 to Friday 17:00.
  public static let hoursOfAYear = 6_240.0

  private let factor: CholeskyFactor
  private let volatilities: [Double]

  /// The walk of as many prices as `volatilities`.
  ///
  /// - Parameters:
  ///   - correlation: Of the logarithmic steps: square, symmetric, 1 on the diagonal.
  ///   - volatilities: The standard deviation of a year's logarithmic return, 0 or more.
  /// - Returns: `nil` where the correlations contradict each other: no positive definite matrix.
  public init?(correlation: [[Double]], volatilities: [Double]) {
    precondition(correlation.count == volatilities.count, "a row of correlations for each price")
    precondition(volatilities.allSatisfy { $0 >= 0 && $0.isFinite }, "a volatility of at least 0")
    guard let factor = CholeskyFactor(correlation) else { return nil }
    (self.factor, self.volatilities) = (factor, volatilities)
  }

  /// The factor on each price after each hour, in the order of both.
  ///
  /// - Parameter hours: Hours since 1970 that trade, ascending.
  /// - Complexity: O(hours × prices²), one draw for an hour and price.
  public func path(over hours: [Int64], seed: UInt64, replication: UInt32)
    -> [ContiguousArray<Double>]
  {
    let scales = volatilities.map { $0 / RateWalk.hoursOfAYear.squareRoot() }
    let streams = volatilities.indices.map { price in
      RandomStream(
        seed: seed, replication: replication, purpose: .exchangeRate, entity: UInt32(price))
    }
    var logarithms = volatilities.map { _ in 0.0 }
    var path = volatilities.map { _ in ContiguousArray<Double>() }
    var shocks = logarithms
    for hour in hours {
      for price in shocks.indices {
        let u = streams[price].uniform(draw: UInt64(bitPattern: hour))
        shocks[price] = gsl_cdf_ugaussian_Pinv(u)
      }
      for (price, row) in factor.rows.enumerated() {
        let z = zip(row, shocks).reduce(0) { $0 + $1.0 * $1.1 }
        logarithms[price] += scales[price] * z - scales[price] * scales[price] / 2
        path[price].append(exp(logarithms[price]))
      }
    }
    return path
  }
}
