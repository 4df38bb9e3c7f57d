import CGSL

/// A service level: in which share of the replications nothing may be short.
public struct ServiceLevel: Hashable, Sendable {
  /// The share, above 0, at most 1.
  public let share: Double

  /// A service level; `nil` outside of (0, 1].
  public init?(_ share: Double) {
    guard share > 0, share <= 1 else { return nil }
    self.share = share
  }

  /// The smallest number of replications out of `count` that reaches the share.
  ///
  /// A share that differs from a whole number of replications by less than a billionth means it:
  /// 0.07 of 100 is 7, although 0.07 · 100 exceeds it in binary.
  public func rank(among count: Int) -> Int {
    let exact = share * Double(count)
    let nearest = exact.rounded()
    let rank = abs(exact - nearest) < 1e-9 * Double(count) ? nearest : exact.rounded(.up)
    return min(count, max(1, Int(rank)))
  }

  /// How many replications out of `count` may fail.
  public func mayFail(among count: Int) -> Int { count - rank(among: count) }
}

/// A quantile of a sample with an interval that holds for every distribution.
public struct Quantile: Hashable, Sendable {
  /// The order statistic of the level's rank.
  public let value: Int64
  /// The order statistic above which the true quantile lies with the confidence asked for; `nil`
  /// where the sample is too small to say.
  public let lower: Int64?
  /// The order statistic below which it lies, or `nil`.
  public let upper: Int64?

  /// The quantile of a sample at a level.
  ///
  /// The number of values below the true quantile is binomial with the level as its chance, so
  /// each end is the outermost order statistic beyond which it falls with at most half of what the
  /// confidence leaves (Hahn and Meeker, Statistical Intervals, 1991, §5.2).
  ///
  /// - Parameters:
  ///   - sorted: The sample in ascending order, at least one value.
  ///   - confidence: Of the interval, in (0, 1).
  public init(_ level: ServiceLevel, of sorted: [Int64], confidence: Double = 0.95) {
    precondition(!sorted.isEmpty, "a quantile is that of a sample")
    value = sorted[level.rank(among: sorted.count) - 1]
    let ranks = Quantile.ranks(level.share, sorted.count, confidence)
    lower = ranks.lower.map { sorted[$0 - 1] }
    upper = ranks.upper.map { sorted[$0 - 1] }
  }

  /// The ranks of the ends: the largest l with P(B < l) ≤ ½(1 − c) and the smallest u with
  /// P(B ≥ u) ≤ ½(1 − c), where B counts values below the true quantile; an end is `nil` where the
  /// sample is too small for it.
  ///
  /// An end is taken only where its chance is a number and small enough: should GSL give none, the
  /// end lies further out or is `nil`.
  public static func ranks(_ share: Double, _ count: Int, _ confidence: Double) -> (
    lower: Int?, upper: Int?
  ) {
    GSLErrors.switchOff()
    let tail = (1 - confidence) / 2
    var (below, above) = (0, count + 1)
    while above - below > 1 {
      let middle = (below + above) / 2
      if chance(atMost: middle - 1, share, count) <= tail { below = middle } else { above = middle }
    }
    let lower = below
    (below, above) = (0, count + 1)
    while above - below > 1 {
      let middle = (below + above) / 2
      if 1 - chance(atMost: middle - 1, share, count) <= tail {
        above = middle
      } else {
        below = middle
      }
    }
    return (lower > 0 ? lower : nil, above <= count ? above : nil)
  }

  /// The chance that at most `successes` of `count` succeed.
  private static func chance(atMost successes: Int, _ share: Double, _ count: Int) -> Double {
    successes < 0 ? 0 : gsl_cdf_binomial_P(UInt32(successes), share, UInt32(count))
  }
}

/// How often something succeeded, with an interval for the chance behind it.
public struct SuccessShare: Hashable, Sendable {
  /// How many succeeded.
  public let successes: Int
  /// How many were tried.
  public let count: Int
  /// The interval of Clopper and Pearson (Biometrika 26, 1934): it covers the chance at least as
  /// often as its confidence says.
  public let interval: ClosedRange<Double>

  /// The share of `successes` in `count` trials, at least one.
  public init(successes: Int, count: Int, confidence: Double = 0.95) {
    precondition(count > 0 && (0...count).contains(successes), "successes are among the trials")
    precondition(confidence > 0 && confidence < 1, "a confidence lies inside (0, 1)")
    (self.successes, self.count) = (successes, count)
    GSLErrors.switchOff()
    let tail = (1 - confidence) / 2
    // What bounds the successes from above bounds the failures from below.
    interval =
      BinomialBound.lower(
        successes, of: count, tail: tail)...1
      - BinomialBound.lower(count - successes, of: count, tail: tail)
  }

  /// The share that succeeded.
  public var share: Double { Double(successes) / Double(count) }
}

/// The error handler of GSL, which by default ends the process.
enum GSLErrors {
  private static let off: Void = { _ = gsl_set_error_handler_off() }()

  /// Makes GSL return its codes to whoever called it, from the first call on.
  static func switchOff() { off }
}

extension SizeNeeds {
  /// One point of a service-level curve: the pre-funding of all pools together.
  public struct LevelTotals: Hashable, Sendable {
    /// The level.
    public let level: ServiceLevel
    /// What suffices in total without rebalancing.
    public let none: Quantile
    /// What suffices with windows, for transfers that know the future.
    public let windowed: Quantile
    /// What suffices with tokens.
    public let token: Quantile
  }

  /// The pre-funding in total at several service levels.
  ///
  /// - Precondition: There is at least one replication.
  /// - Complexity: O(replications · (pools + log replications)).
  public func totals(at levels: [ServiceLevel], confidence: Double = 0.95) -> [LevelTotals] {
    let (none, windowed, token) = (none.sorted(), windowed.sorted(), token.sorted())
    return levels.map { level in
      LevelTotals(
        level: level, none: Quantile(level, of: none, confidence: confidence),
        windowed: Quantile(level, of: windowed, confidence: confidence),
        token: Quantile(level, of: token, confidence: confidence))
    }
  }

  /// What each pool needs on its own at a service level of its own.
  ///
  /// - Precondition: There is at least one replication.
  public func alone(at level: ServiceLevel, confidence: Double = 0.95) -> [Quantile] {
    alone.map { Quantile(level, of: $0.sorted(), confidence: confidence) }
  }
}
