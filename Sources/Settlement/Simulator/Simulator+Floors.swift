import Bookkeeping
import Liquidity
import Scenarios
import Vocabulary

/// The pools that a treasury watches.
struct FloorWatch {
  /// From the order of a transfer to its arrival.
  let lag: TimeSpan
  /// Pools below their floors for which nothing has been ordered yet, in the order in which they
  /// fell, and which they are.
  var fallen: ContiguousArray<PoolID> = []
  var isFallen: ContiguousArray<Bool>
  /// Pools whose fall below the floor would be acted on.
  var isArmed: ContiguousArray<Bool>

  /// A watch over so many pools, where the treasury keeps one.
  init?(_ rebalancing: Rebalancing?, pools: Int) {
    guard case .belowFloor(let lag) = rebalancing else { return nil }
    self.lag = lag
    isFallen = ContiguousArray(repeating: false, count: pools)
    isArmed = ContiguousArray(repeating: true, count: pools)
  }
}

/// Floors: a treasury that acts as soon as a pool falls below its floor, once until the pool has
/// been back at its target.
///
/// A pool is armed until its transfer leaves, and again from when it holds its target. A pool that
/// falls while its own side or every donor is closed stays on the list, and is looked at again when
/// hours begin.
extension Simulator {
  /// Notes a pool that has less than before, where the treasury watches floors.
  mutating func watchFloor(of pool: PoolID) {
    guard let floors, !isUnlimited, !floors.isFallen[pool.place], floors.isArmed[pool.place],
      held(pool) < world.scenario.pools[pool.place].floor.minorUnits
    else { return }
    self.floors?.isFallen[pool.place] = true
    self.floors?.fallen.append(pool)
  }

  /// A pool that is back at its target is watched again.
  mutating func rearm(_ pool: PoolID) {
    guard let floors, !floors.isArmed[pool.place],
      held(pool) >= world.scenario.pools[pool.place].target.minorUnits
    else { return }
    self.floors?.isArmed[pool.place] = true
  }

  /// Orders transfers to the pools below their floors, from the largest surplus that is open.
  mutating func liftBelowFloor() {
    guard let floors, !floors.fallen.isEmpty else { return }
    var still: ContiguousArray<PoolID> = []
    for pool in floors.fallen where !lift(pool, floors.lag) { still.append(pool) }
    self.floors?.fallen = still
  }

  /// Brings a pool to its target as far as others can give.
  ///
  /// - Returns: Whether the pool is off the list: lifted, or above its floor again.
  private mutating func lift(_ pool: PoolID, _ lag: TimeSpan) -> Bool {
    let terms = world.scenario.pools[pool.place]
    guard held(pool) < terms.floor.minorUnits else {
      floors?.isFallen[pool.place] = false
      return true
    }
    guard world.takesPart(pool, at: now) else { return false }
    let currency = world.currencyOfPool[pool.place]
    var lacks = terms.target.minorUnits - held(pool)
    var hasGiven = false
    while lacks > 0, let donor = donor(for: pool, currency) {
      let given = min(lacks, surplus(donor))
      send(given, from: donor, to: pool, currency, lag)
      lacks -= given
      hasGiven = true
    }
    guard hasGiven else { return false }
    floors?.isFallen[pool.place] = false
    floors?.isArmed[pool.place] = false
    return true
  }

  /// What lies in a pool and is on its way to it, less what waits for it.
  private func held(_ pool: PoolID) -> Int64 {
    pools[pool.place].balance - queued[pool.place] + incoming[pool.place]
  }

  private func surplus(_ pool: PoolID) -> Int64 {
    let target = world.scenario.pools[pool.place].target.minorUnits
    return max(0, pools[pool.place].balance - queued[pool.place] - target)
  }

  /// The pool with the largest surplus that takes part now, the first among equals.
  private func donor(for pool: PoolID, _ currency: Int) -> PoolID? {
    var best: PoolID?
    for other in world.poolsOfCurrency[currency] where other != pool {
      guard surplus(other) > (best.map { surplus($0) } ?? 0), world.takesPart(other, at: now),
        maySend(from: other)
      else { continue }
      best = other
    }
    return best
  }
}
