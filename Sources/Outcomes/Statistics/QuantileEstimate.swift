import CGSL
import Liquidity

/// A quantile over replications with an interval that holds for every distribution.
///
/// Both are order statistics (see `Liquidity.Quantile`): nothing is assumed of the tail, and so a
/// tail quantile has an interval only where there are enough values to say something of it.
/// Replications that are later than the horizon stand behind all others (see `Observation`).
public struct QuantileEstimate: Hashable, Sendable {
  /// The share of the values that do not pass it, inside (0, 1).
  public let probability: Double
  /// The value of rank ⌈p·n⌉; `nil` where the rank falls among the censored.
  public let value: Double?
  /// Below what it cannot lie where it has no value: the same rank among the values and the lower
  /// bounds of the censored.
  public let atLeast: Double?
  /// The lower end of the 95 % interval; `nil` below `needs` values, where they are not
  /// independent, and where it falls among the censored.
  public let low: Double?
  /// The upper end, likewise.
  public let high: Double?
  /// How many replications have a value, and how many are later than the horizon.
  public let count, censored: Int
  /// Why there is no interval, or what an end that is missing means; `nil` where there is nothing
  /// to say.
  public let note: String?

  /// The quantile of a sample; `nil` of an empty one.
  ///
  /// - Parameters:
  ///   - sorted: The values in ascending order.
  ///   - bounds: The lower bounds of those that are later than all others, in any order.
  ///   - areIndependent: Whether the values are, without which there is no interval.
  public init?(
    _ probability: Double, of sorted: [Double], censored bounds: [Double] = [],
    areIndependent: Bool = true
  ) {
    let all = sorted.count + bounds.count
    guard let level = ServiceLevel(probability), all > 0 else { return nil }
    func statistic(_ rank: Int) -> Double? { rank <= sorted.count ? sorted[rank - 1] : nil }
    let rank = level.rank(among: all)
    self.probability = probability
    (count, censored) = (sorted.count, bounds.count)
    value = statistic(rank)
    atLeast = value == nil ? (sorted + bounds).sorted()[rank - 1] : nil
    let ranks = Quantile.ranks(probability, all, 0.95)
    guard areIndependent, let lower = ranks.lower, let upper = ranks.upper else {
      (low, high) = (nil, nil)
      note =
        areIndependent
        ? "a 95 % interval of the \(QuantileEstimate.name(probability)) needs "
          + "\(QuantileEstimate.needs(probability)) values: found \(all)"
        : "no interval: antithetic replications come in pairs"
      return
    }
    (low, high) = (statistic(lower), statistic(upper))
    note =
      high != nil
      ? nil
      : low == nil
        ? "the interval lies beyond the horizon"
        : "the upper end of the interval lies beyond the horizon"
  }

  /// A quantile as it was written down; an empty note is none.
  public init(
    probability: Double, value: Double?, atLeast: Double?, low: Double?, high: Double?,
    count: Int, censored: Int, note: String
  ) {
    (self.probability, self.value, self.atLeast) = (probability, value, atLeast)
    (self.low, self.high, self.count, self.censored) = (low, high, count, censored)
    self.note = note.isEmpty ? nil : note
  }

  /// The same of replications that are all one observation.
  init(oneObservation other: QuantileEstimate) {
    (probability, value, atLeast) = (other.probability, other.value, other.atLeast)
    (low, high, note) = (nil, nil, "no interval: all replications are one observation")
    (count, censored) = other.value == nil ? (0, 1) : (1, 0)
  }

  /// How many values a 95 % interval of it needs: the fewest of which the smallest lies below the
  /// quantile, and the largest above it, each with a chance of at least 97.5 %.
  ///
  /// 6 for the median, 72 for the 5th and the 95th percentile, 368 for the 99th.
  public var needs: Int { QuantileEstimate.needs(probability) }

  private static func needs(_ probability: Double) -> Int {
    Int((log(0.025) / log(max(probability, 1 - probability))).rounded(.up))
  }

  /// `median`, `5th percentile`.
  private static func name(_ probability: Double) -> String {
    guard probability != 0.5 else { return "median" }
    let percent = probability * 100
    let whole = Int(percent.rounded())
    guard abs(percent - Double(whole)) < 1e-9 else { return "\(percent)th percentile" }
    let endings = ["th", "st", "nd", "rd"]
    let isTeen = (11...13).contains(whole)
    return "\(whole)\(isTeen || whole % 10 > 3 ? "th" : endings[whole % 10]) percentile"
  }
}
