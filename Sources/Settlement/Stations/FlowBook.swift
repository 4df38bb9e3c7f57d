import Bookkeeping
import Scenarios
import Vocabulary

/// The flows of a run in which no pool is ever short: what each pool gained net by payments at each
/// instant at which its money moved, and how far it fell below its start, by whatever moved it.
///
/// Of one instant, what came in stands before what went out: with one net flow for each pool, a
/// running sum of one pool or of several then never passes between two flows of an instant below
/// both of the levels before and after it, since it rises first and falls then. So whoever takes
/// the lowest of the running sums finds what `Level` would.
struct FlowBook {
  private let start: Instant
  private let bucket: TimeSpan
  /// What each pool has gained since the start.
  private var gains: ContiguousArray<Level>
  /// Whether the treasury acts on what happens within an instant, and by pool the lowest that it
  /// had gained after any posting.
  private let watchesFloors: Bool
  private var lowestWithin: ContiguousArray<Int64>
  /// The instant whose flows are not written yet.
  private var instant: Instant
  /// By pool: what it gained at that instant, and whether it is among those that moved.
  private var nets: ContiguousArray<Int64>
  private var hasMoved: ContiguousArray<Bool>
  private var moved: ContiguousArray<PoolID> = []
  /// What is written.
  private var flows: ContiguousArray<PoolFlow> = []

  /// A book of a world's pools; `nil` where no flows are recorded.
  init?(_ world: World, _ recording: FlowRecording?, _ rebalancing: Rebalancing?) {
    guard let recording else { return nil }
    let experiment = world.scenario.experiment
    start = experiment.from
    (bucket, instant) = (recording.bucket, start)
    let nothing = Level(0, at: start, counted: start..<experiment.horizon)
    gains = ContiguousArray(repeating: nothing, count: world.scenario.pools.count)
    lowestWithin = ContiguousArray(repeating: 0, count: gains.count)
    watchesFloors = if case .belowFloor = rebalancing { true } else { false }
    nets = ContiguousArray(repeating: 0, count: world.scenario.pools.count)
    hasMoved = ContiguousArray(repeating: false, count: world.scenario.pools.count)
  }

  /// Notes that a pool's balance moves, by payments or by the treasury.
  ///
  /// A treasury that watches floors picks its donors between the postings of an instant. A payment
  /// that finds its money later in the same instant waits no time, but it reaches its payee after
  /// the treasury has picked, and what is sent is another. So with such a treasury each posting
  /// counts, which is on the safe side: where no pool is short at any posting, the run is the same.
  mutating func move(_ pool: PoolID, by amount: Int64, at now: Instant) {
    gains[pool.place].move(by: amount, at: now)
    guard watchesFloors else { return }
    lowestWithin[pool.place] = min(lowestWithin[pool.place], gains[pool.place].value)
  }

  /// How far each pool fell below its start at most, by the end of the run.
  mutating func falls(until horizon: Instant) -> [Int64] {
    for pool in gains.indices { gains[pool].stand(until: horizon) }
    return zip(gains, lowestWithin).map { min($1, $0.lowest) }
  }

  /// Notes a flow of a payment, after the instant before it has been written.
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
