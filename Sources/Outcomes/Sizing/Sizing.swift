public import Vocabulary

/// What came out of a sizing: pre-funding by arrangement and service level, promised and realised.
///
/// Arrangements are `none` (nothing moves between pools), `windowed` (money moves in the
/// rebalancing windows, as well as transfers that know the future could) and `token` (the pools of
/// a currency act as one).
public struct Sizing: Hashable, Codable, Sendable {
  /// One figure: a row of `sizing.csv`.
  public struct Row: Hashable, Codable, Sendable {
    /// The model whose flows were sized.
    public var model: String
    /// The currency of the amounts.
    public var currency: Currency
    /// The branch of the pool, or `nil` for all pools of the currency together.
    public var branch: String?
    /// `none`, `windowed` or `token`.
    public var arrangement: String
    /// The service level, above 0 and up to 1.
    public var level: Double
    /// The quantile of what was needed at that level, in minor units: for a pool of its own need,
    /// for all of what they needed together.
    public var needed: Int64
    /// The distribution-free 95 % interval of the quantile; `nil` where the replications are too
    /// few for an end, and where all of them are one observation.
    public var low, high: Int64?
    /// What the cheapest allocation found for the joint level gives this pool, or all of them.
    public var allocated: Int64
    /// What an allocation for the joint level costs a year at least, in major units; for totals.
    public var lowestYearlyCost: Double?
    /// What the allocation costs in a year of 365 days, in major units.
    public var yearlyCost: Double
  }

  /// One point of a curve: a row of `service-levels.csv`.
  public struct Point: Hashable, Codable, Sendable {
    /// The model whose flows were sized.
    public var model: String
    /// The currency of the amounts.
    public var currency: Currency
    /// `none`, `windowed` or `token`.
    public var arrangement: String
    /// The service level that is promised.
    public var level: Double
    /// The pre-funding of all pools together, in minor units; for a point that was tried, what was
    /// allocated.
    public var prefunding: Int64
    /// How often nothing waited for money in fresh replications, where the point was tried.
    public var realised: Share?
  }

  /// How often something was so, with its interval.
  public struct Share: Hashable, Codable, Sendable {
    /// The share, 0...1.
    public var share: Double
    /// Its 95 % interval (Clopper and Pearson); `nil` of one observation.
    public var low, high: Double?
    /// Out of how many.
    public var count: Int

    /// The same where all replications are one observation: one trial, that ended one way.
    var asOneObservation: Share {
      share == 0 || share == 1 ? Share(share: share, low: nil, high: nil, count: 1) : self
    }
  }

  /// The user's own allocation of one currency and how often it suffices.
  public struct Given: Hashable, Codable, Sendable {
    /// The model whose flows were sized and that was run.
    public var model: String
    /// The currency.
    public var currency: Currency
    /// The amounts of the currency's pools together, in minor units.
    public var total: Int64
    /// In how many of the recorded replications it is enough: with tokens for pools that act as
    /// one, else with windows that know the future.
    public var promised: Share
    /// In how many of the fresh ones nothing waited under the model's own policy.
    public var realised: Share
  }

  /// All figures, by model, currency, arrangement, level and pool; the total last.
  public var rows: [Row] = []
  /// All curves, by model, currency, arrangement and level; then the points that were tried.
  public var curves: [Point] = []
  /// The user's allocation, where one was given.
  public var given: [Given] = []
  /// The models of which all recorded replications are one observation: the payments are listed, and
  /// nothing else is left to chance. What they need has no interval, what they realised is one trial.
  public var oneObservation: [String] = []
  /// How many replications were recorded, and how many fresh ones tried each answer.
  public var recorded, fresh: Int
  /// The length of a bucket.
  public var bucket: TimeSpan

  /// An empty sizing.
  public init(recorded: Int, fresh: Int, bucket: TimeSpan) {
    (self.recorded, self.fresh, self.bucket) = (recorded, fresh, bucket)
  }
}
