import CGSL

/// Several prices that move at random without drift, together: geometric Brownian motion on a grid
/// of hours, so that the expected price at any time is today's.
///
/// After n hours price i stands at `exp(Σ(σᵢ√h · zᵢ − σᵢ²h/2))` times its start, with h the part of
/// a year that an hour is and z normal, correlated between prices and independent between hours.
/// The draw of an hour has the hour since 1970 as its address, in a stream of the price's name: a
/// longer horizon moves no step, nor does the order of the prices; a further price moves none
/// before its own name and none that is not correlated with it (`CorrelatedNormals`).
public struct RateWalk: Hashable, Sendable {
  /// How many hours a year trades: 52 weeks of 120 hours, Sunday 17:00 to Friday 17:00.
  public static let hoursOfAYear = 6_240.0

  private let normals: CorrelatedNormals
  private let volatilities: [Double]

  /// The walk of as many prices as `volatilities`.
  ///
  /// - Parameters:
  ///   - names: The name of each price: `EUR/USD`.
  ///   - correlation: Of the logarithmic steps: square, symmetric, 1 on the diagonal.
  ///   - volatilities: The standard deviation of a year's logarithmic return, 0 or more.
  /// - Returns: `nil` where the correlations contradict each other: no positive definite matrix.
  public init?(of names: [String], correlation: [[Double]], volatilities: [Double]) {
    precondition(names.count == volatilities.count, "every price has a name")
    precondition(correlation.count == volatilities.count, "a row of correlations for each price")
    precondition(volatilities.allSatisfy { $0 >= 0 && $0.isFinite }, "a volatility of at least 0")
    let streams = names.map { StreamName("rate", $0) }
    guard let normals = try? CorrelatedNormals(streams, correlation: correlation) else {
      return nil
    }
    (self.normals, self.volatilities) = (normals, volatilities)
  }

  /// The names of the streams that are drawn in.
  public var streams: [StreamName] { normals.streams }

  /// The factor on each price after each hour, in the order of both.
  ///
  /// - Parameter hours: Hours since 1970 that trade, ascending.
  /// - Complexity: O(hours × prices²), one draw for an hour and price.
  public func path(over hours: [Int64], seed: UInt64, replication: UInt32)
    -> [ContiguousArray<Double>]
  {
    let scales = volatilities.map { $0 / RateWalk.hoursOfAYear.squareRoot() }
    let streams = normals.streams(seed: seed, replication: replication)
    var logarithms = volatilities.map { _ in 0.0 }
    var path = volatilities.map { _ in ContiguousArray<Double>() }
    for hour in hours {
      let shocks = normals.values(streams, draw: UInt64(bitPattern: hour))
      for (price, z) in shocks.enumerated() {
        logarithms[price] += scales[price] * z - scales[price] * scales[price] / 2
        path[price].append(exp(logarithms[price]))
      }
    }
    return path
  }
}
