/// What a pool gained net at an instant, in a run in which no pool is ever short.
public struct PoolFlow: Hashable, Sendable {
  /// In minor units of the pool's currency; negative where it left the pool.
  public var amount: Int64
  /// The pool's place in the scenario.
  public var pool: Int32
  /// The bucket of time from the start of the run.
  public var bucket: Int32

  /// A flow of a pool in a bucket.
  public init(amount: Int64, pool: Int32, bucket: Int32) {
    (self.amount, self.pool, self.bucket) = (amount, pool, bucket)
  }
}
