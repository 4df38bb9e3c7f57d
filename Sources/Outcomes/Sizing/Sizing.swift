public import Vocabulary

/// What came out of a sizing: pre-funding by arrangement and service level, promised and realised.
///
/// Arrangements are those of `SizingArrangement`: `none`, `policy` and `token` can be followed and
/// are laid out; `bound` is what no treasury undercuts.
public struct Sizing: Hashable, Codable, Sendable {
  /// One figure: a row of `sizing.csv`.
  public struct Row: Hashable, Codable, Sendable {
    /// The model whose flows were sized.
    public var model: String
    /// The currency of the amounts.
    public var currency: Currency
    /// The branch of the pool, or `nil` for all pools of the currency together.
    public var branch: String?
    /// `none`, `policy`, `bound` or `token`.
    public var arrangement: String
    /// The service level, above 0 and up to 1.
    public var level: Double
    /// The quantile of the cash that was needed at that level beside the credit lines, in minor
    /// units: for a pool of its own need in the first set; for all, of the least multiple of what is
    /// laid out that suffices in a replication of the second; for a bound, of the bound.
    public var needed: Int64
    /// The distribution-free 95 % interval of the quantile; `nil` where the replications are too
    /// few for an end, and where all of them are one observation.
    public var low, high: Int64?
    /// What is laid out for this pool, or for all of them: the cheapest allocation found that keeps
    /// the level in the recorded replications, scaled until it keeps it in others; `nil` of a bound.
    public var allocated: Int64?
    /// What an allocation for the joint level costs a year at least in the recorded replications, in
    /// major units; for totals.
    public var lowestYearlyCost: Double?
    /// What the cheapest allocation found for the recorded replications costs, before it is scaled,
    /// in major units; for totals.
    public var unscaledYearlyCost: Double?
    /// What the allocation costs in a year of 365 days, in major units; `nil` of a bound.
    public var yearlyCost: Double?
  }

  /// One point of a curve: a row of `service-levels.csv`.
  public struct Point: Hashable, Codable, Sendable {
    /// The model whose flows were sized.
    public var model: String
    /// The currency of the amounts.
    public var currency: Currency
    /// `none`, `policy`, `bound` or `token`.
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
    /// one, else where the treasury orders up to it.
    public var promised: Share
    /// In how many of the fresh ones nothing waited under the treasury of the file, with its floors
    /// in proportion.
    public var realised: Share
  }

  /// All currencies at once, where each is laid out for the level.
  public struct Together: Hashable, Codable, Sendable {
    /// The model whose flows were sized.
    public var model: String
    /// `none`, `policy` or `token`.
    public var arrangement: String
    /// The service level of each currency.
    public var level: Double
    /// What all pools hold and what that costs in a year of 365 days, in major units of the reporting
    /// currency at the scenario's mid rates; `nil` where a currency has no rate.
    public var allocated, yearlyCost: Double?
    /// In how many of the fresh replications nothing waited at all; `nil` where it was not tried,
    /// since the model cannot follow the arrangement.
    public var realised: Share?
  }

  /// All figures, by model, currency, arrangement, level and pool; the total last.
  public var rows: [Row] = []
  /// All curves, by model, currency, arrangement and level; then the points that were tried.
  public var curves: [Point] = []
  /// The user's allocation, where one was given.
  public var given: [Given] = []
  /// All currencies at once, by model, arrangement and level.
  public var together: [Together] = []
  /// The currency in which these are told; `nil` of an empty sizing.
  public var reportingCurrency: Currency?
  /// The currencies in which no payment leaves the bank's own pools but for charges: what pooling
  /// frees there follows from conservation alone.
  public var closed: [Currency] = []
  /// The models whose treasury goes by estimates in the file, in place of which `policy` orders up.
  public var estimating: [String] = []
  /// The models whose treasury, in the file, tops up below another amount than its pools open with,
  /// in place of which `policy` orders up.
  public var lowFloors: [String] = []
  /// Whether a pool has a credit line, which is drawn before cash.
  public var hasCreditLines = false
  /// The models whose trials did not end as their recorded flows had said, so that every fresh
  /// replication was simulated.
  public var simulated: [String] = []
  /// The models of which all recorded replications are one observation: the payments are listed, and
  /// nothing else is left to chance. What they need has no interval, what they realised is one trial.
  public var oneObservation: [String] = []
  /// How many replications were recorded, how many others scaled each answer, and how many fresh
  /// ones, that neither knew, tried it: the last two alike.
  public var recorded, fresh: Int
  /// The length of a bucket.
  public var bucket: TimeSpan
  /// From the start of a replication to its horizon: nothing refills a pool from outside, so that
  /// needs grow with it.
  public var length: TimeSpan

  /// An empty sizing.
  public init(recorded: Int, fresh: Int, bucket: TimeSpan, length: TimeSpan) {
    (self.recorded, self.fresh) = (recorded, fresh)
    (self.bucket, self.length) = (bucket, length)
  }
}
