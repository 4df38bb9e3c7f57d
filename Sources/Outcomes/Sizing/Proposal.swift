public import Liquidity
public import Scenarios
public import Vocabulary

/// What the pools of a scenario hold at the start in a trial, and what is promised of it.
public struct Proposal: Sendable {
  /// The model that is run.
  public var model: ModelID
  /// How money may move between the pools; `nil` as the file says: the user's own allocation.
  public var arrangement: SizingArrangement?
  /// The service level that is promised for each currency; `nil` for the user's own allocation.
  public var level: ServiceLevel?
  /// The opening balance of each pool of the scenario, in minor units.
  public var opening: [Int64]
}

extension Sizing.Share {
  /// A share of Liquidity's.
  init(_ share: SuccessShare) {
    self.init(
      share: share.share, low: share.interval.lowerBound, high: share.interval.upperBound,
      count: share.count)
  }
}
