import Bookkeeping
import Scenarios
import Vocabulary

/// The flows of a run in which no pool is ever short: what each pool gained net at each instant at
/// which its money moved.
///
/// Of one instant, what came in stands before what went out: with one net flow for each pool, a
/// running sum of one pool or of several then never passes between two flows of an instant below
/// both of the levels before and after it, since it rises first and falls then. So whoever takes
/// the lowest of the running sums finds what `Level` would.
struct FlowBook {
  private let start: Instant
  private let bucket: TimeSpan
  /// The instant whose flows are not written yet.
  private var instant: Instant
  /// By pool: what it gained at that instant, and whether it is among those that moved.
  private var nets: ContiguousArray<Int64>
  private var hasMoved: ContiguousArray<Bool>
  private var moved: ContiguousArray<PoolID> = []
  /// What is written.
  private var flows: ContiguousArray<PoolFlow> = []

  /// A book of a world's pools; `nil` without buckets.
  init?(_ world: World, _ bucket: TimeSpan?) {
    guard let bucket else { return nil }
    start = world.scenario.experiment.from
    (self.bucket, instant) = (bucket, start)
    nets = ContiguousArray(repeating: 0, count: world.scenario.pools.count)
    hasMoved = ContiguousArray(repeating: false, count: world.scenario.pools.count)
  }

  /// Notes a flow, after the instant before it has been written.
  mutating func add(_ amount: Int64, _ pool: PoolID, at now: Instant) {
    if now > instant {
      write()
      instant = now
    }
    nets[pool.place] += amount
    guard !hasMoved[pool.place] else { return }
    hasMoved[pool.place] = true
    moved.append(pool)
  }

  /// All flows, in the order of time, those of the last instant too.
  mutating func closed() -> ContiguousArray<PoolFlow> {
    write()
    return flows
  }

  private mutating func write() {
    let place = Int32((instant - start).microseconds / bucket.microseconds)
    for isIn in [true, false] {
      for pool in moved where nets[pool.place] != 0 && (nets[pool.place] > 0) == isIn {
        flows.append(PoolFlow(amount: nets[pool.place], pool: pool.index, bucket: place))
      }
    }
    for pool in moved { (nets[pool.place], hasMoved[pool.place]) = (0, false) }
    moved.removeAll(keepingCapacity: true)
  }
}
