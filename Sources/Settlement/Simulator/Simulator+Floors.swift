import Bookkeeping
import Liquidity
import Scenarios
import Vocabulary

/// Floors: a treasury that acts as soon as a pool falls below its floor, once until the pool has
/// been back at its target.
///
/// A pool is armed until its transfer leaves, and again from when it holds its target. A pool that
/// falls while its own side or every donor is closed stays on the list, and is looked at again when
/// hours begin.
extension Simulator {
  /// Notes a pool that has less than before, where the treasury watches floors.
  mutating func watchFloor(of pool: PoolID) {
    guard floorLag != nil, !isUnlimited, !isBelowFloor[pool.place], isArmed[pool.place],
      held(pool) < world.scenario.pools[pool.place].floor.minorUnits
    else { return }
    isBelowFloor[pool.place] = true
    belowFloor.append(pool)
  }

  /// A pool that is back at its target is watched again.
  mutating func rearm(_ pool: PoolID) {
    guard floorLag != nil, !isArmed[pool.place],
      held(pool) >= world.scenario.pools[pool.place].target.minorUnits
    else { return }
    isArmed[pool.place] = true
  }

  /// Orders transfers to the pools below their floors, from the largest surplus that is open.
  mutating func liftBelowFloor() {
    guard let lag = floorLag, !belowFloor.isEmpty else { return }
    var still: ContiguousArray<PoolID> = []
    for pool in belowFloor where !lift(pool, lag) { still.append(pool) }
    belowFloor = still
  }

  /// Brings a pool to its target as far as others can give.
  ///
  /// - Returns: Whether the pool is off the list: lifted, or above its floor again.
  private mutating func lift(_ pool: PoolID, _ lag: TimeSpan) -> Bool {
    let terms = world.scenario.pools[pool.place]
    guard held(pool) < terms.floor.minorUnits else {
      isBelowFloor[pool.place] = false
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
    (isBelowFloor[pool.place], isArmed[pool.place]) = (false, false)
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
      guard surplus(other) > (best.map { surplus($0) } ?? 0), world.takesPart(other, at: now) else {
        continue
      }
      best = other
    }
    return best
  }
}
