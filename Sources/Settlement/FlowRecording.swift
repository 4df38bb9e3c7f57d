public import Vocabulary

/// What a run records of the pools' flows. In such a run no pool is ever short: nothing waits for
/// money, so that payments move when they would with all the money in the world.
///
/// Whether the treasury acts or not moves no payment then. Where the treasury acts, what it sends
/// depends on how far pools lie from their targets alone: with opening, floor and target all alike
/// (*order up to*), a pool that opens with b holds b and what it gained, whatever b is.
public struct FlowRecording: Hashable, Sendable {
  /// The length of a bucket of time, above zero.
  public var bucket: TimeSpan
  /// Whether the treasury moves money between the pools, as the model says; else nothing does.
  public var hasTreasury: Bool

  /// A recording in buckets of a length.
  public init(bucket: TimeSpan, hasTreasury: Bool = false) {
    (self.bucket, self.hasTreasury) = (bucket, hasTreasury)
  }
}
