public import Liquidity
public import Vocabulary

/// What a sizing is asked: how many replications, which service levels, how finely time is cut.
public struct SizingPlan: Hashable, Sendable {
  /// How many replications choose the answer.
  public var recorded: Int
  /// How many others scale it, and how many more again try it.
  public var fresh: Int
  /// The length of a bucket of time, for the bound: what goes in and out within one is one sum.
  public var bucket: TimeSpan
  /// The shares of the replications in which nothing may wait for money.
  public var levels: [ServiceLevel]
  /// The user's own allocation, to be tried: for each model one amount a pool, both in the order of
  /// the scenario, in minor units.
  public var given: [[Int64]]?

  /// A plan.
  ///
  /// - Parameters:
  ///   - fresh: `nil` for three tenths of `recorded`, 100 at least: then a share of one tenth that
  ///     fails shows (assumed).
  ///   - bucket: A quarter of an hour, assumed.
  public init(
    recorded: Int, fresh: Int? = nil, bucket: TimeSpan = .minutes(15), levels: [ServiceLevel],
    given: [[Int64]]? = nil
  ) {
    (self.recorded, self.fresh) = (recorded, fresh ?? max(100, recorded * 3 / 10))
    (self.bucket, self.levels, self.given) = (bucket, levels, given)
  }
}
