import Scenarios
import Vocabulary

/// The watch over the floors: which pools have fallen below them, and which are watched again.
extension Simulator {
  /// Notes a pool that has less than before, where the treasury watches floors.
  mutating func watchFloor(of pool: PoolID) {
    guard floors != nil, hasTreasury else { return }
    let held = held(pool)
    floors?.fell(pool, to: held)
  }

  /// A pool that is back at its target is watched again.
  mutating func rearm(_ pool: PoolID) {
    guard floors != nil else { return }
    let held = held(pool)
    floors?.rose(pool, to: held)
  }

  /// A pool to which nothing is on its way any more is watched again, from its floor as it is now.
  mutating func watchAgain(_ pool: PoolID) {
    guard floors != nil, hasTreasury else { return }
    let held = held(pool)
    floors?.watchAgain(pool, holding: held)
  }

  /// What lies in a pool and is on its way to it, less what waits for it.
  func held(_ pool: PoolID) -> Int64 {
    treasury.balance(pool) - lines.queued(pool) + transfers.incoming(pool)
  }
}
