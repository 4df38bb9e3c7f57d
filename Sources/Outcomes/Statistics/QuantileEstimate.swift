import CGSL
import Liquidity

/// A quantile over replications with an interval that holds for every distribution.
///
/// Both are order statistics (see `Liquidity.Quantile`): nothing is assumed of the tail, and so a
/// tail quantile has an interval only where there are enough values to say something of it.
public struct QuantileEstimate: Hashable, Sendable {
  /// The share of the values that do not pass it, inside (0, 1).
  public let probability: Double
  /// The value of rank ⌈p·n⌉.
  public let value: Double
  /// The 95 % interval; `nil` below `needs` values, or where the values are not independent.
  public let interval: ClosedRange<Double>?
  /// How many values there were.
  public let count: Int
  /// Whether the values are independent, without which there is no interval.
  public let areIndependent: Bool

  /// The quantile of a sample; `nil` of an empty one.
  ///
  /// - Parameter sorted: The values in ascending order.
  public init?(_ probability: Double, of sorted: [Double], areIndependent: Bool = true) {
    guard let level = ServiceLevel(probability), !sorted.isEmpty else { return nil }
    (self.probability, self.areIndependent) = (probability, areIndependent)
    count = sorted.count
    value = sorted[level.rank(among: count) - 1]
    let ranks = Quantile.ranks(probability, count, 0.95)
    guard areIndependent, let lower = ranks.lower, let upper = ranks.upper else {
      interval = nil
      return
    }
    interval = sorted[lower - 1]...sorted[upper - 1]
  }

  /// How many values a 95 % interval of it needs: the fewest of which the smallest lies below the
  /// quantile, and the largest above it, each with a chance of at least 97.5 %.
  ///
  /// 6 for the median, 72 for the 5th and the 95th percentile, 368 for the 99th.
  public var needs: Int {
    Int((log(0.025) / log(max(probability, 1 - probability))).rounded(.up))
  }

  /// Why there is no interval; `nil` where there is one.
  public var shortage: String? {
    guard interval == nil else { return nil }
    guard areIndependent else { return "no interval: antithetic replications come in pairs" }
    return "a 95 % interval of the \(name) needs \(needs) values: found \(count)"
  }

  /// `median`, `5th percentile`.
  private var name: String {
    guard probability != 0.5 else { return "median" }
    let percent = probability * 100
    let whole = Int(percent.rounded())
    guard abs(percent - Double(whole)) < 1e-9 else { return "\(percent)th percentile" }
    let endings = ["th", "st", "nd", "rd"]
    let isTeen = (11...13).contains(whole)
    return "\(whole)\(isTeen || whole % 10 > 3 ? "th" : endings[whole % 10]) percentile"
  }
}
