public import Measures

/// When enough replications have been run: as soon as the interval of a figure is narrow enough.
///
/// It is judged at fixed numbers of replications only, each over all replications up to there, so
/// that the answer does not depend on how many run at once. An interval that is looked at until it
/// is narrow covers a little less than its level; the more replications come before the first look,
/// the less it matters (Law and Carson, Operations Research 27, 1979).
public struct Precision: Hashable, Sendable {
  /// The figure as it is written.
  public var of: String
  /// The figure: terms that are added up within a replication.
  public var terms: [Expectation.Term]
  /// The unit of the figure; every time counts in seconds.
  public var unit: Unit
  /// How far the bounds of the 95 % interval may lie from the mean.
  public var halfWidth: HalfWidth
  /// How many replications come before the first look.
  public var atLeast: Int
  /// How many come between two looks.
  public var checkEvery: Int

  /// Half the width of an interval.
  public enum HalfWidth: Hashable, Sendable {
    /// As a share of the mean.
    case relative(Double)
    /// In the unit of the figure.
    case absolute(Double)
  }

  /// Whether the interval is looked at after so many replications.
  public func isLookedAt(after replications: Int) -> Bool {
    replications >= atLeast && (replications - atLeast) % checkEvery == 0
  }
}
