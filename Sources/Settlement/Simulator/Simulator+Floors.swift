import Bookkeeping
import EventKernel
import Liquidity
import Scenarios
import Vocabulary

/// Floors: a treasury that acts as soon as a pool falls below its floor, once until the pool has
/// been back at its target.
///
/// A pool is armed until its transfer leaves, and again from when it holds its target or nothing is
/// on its way to it any more: what left it meanwhile may have taken it below its floor anew. A pool
/// that a run finds below its floor falls in the run's first instant. One that falls while its own
/// side or every donor is closed stays on the list. The list is looked at when something changes on
/// which a transfer depends, and never else: when a pool falls, or what lies in
/// a pool, waits for it or is on its way to it changes; and while a pool is on the list, at each
/// instant at which by time alone one of its currency may begin to take part (`takesPart`,
/// `maySend`): its system opens, a business day of its branch starts at the midnight of its clock,
/// an outage or failure ends.
extension Simulator {
  /// Notes the pools that a run finds below their floors, and looks at them in its first instant.
  mutating func watchFloorsFromTheStart() {
    guard floors != nil else { return }
    for pool in world.scenario.pools.indices { watchFloor(of: PoolID(pool)) }
    let fallen = floors?.toLift ?? []
    for currency in world.poolsOfCurrency.indices.map(CurrencyID.init)
    where fallen.contains(where: { world.currencyOfPool[$0.place] == currency }) {
      clock.schedule(.floors, currency.place, at: now, .liquidity)
    }
  }

  /// Orders transfers to the pools below their floors, from the largest surplus that is open.
  mutating func liftBelowFloor() {
    guard let lag = floors?.lag, let fallen = floors?.toLift else { return }
    var still: ContiguousArray<PoolID> = []
    for pool in fallen where !lift(pool, lag) { still.append(pool) }
    floors?.keep(still)
    for pool in still { scheduleLook(at: world.currencyOfPool[pool.place]) }
  }

  /// By time alone, pools of a currency may have begun to take part.
  mutating func lookAtFloors(ofCurrency currency: CurrencyID) {
    floors?.timeCame(for: currency)
  }

  /// Schedules a look at the pools of a currency for when the next of them may begin to take part.
  private mutating func scheduleLook(at currency: CurrencyID) {
    guard floors?.awaitsLook(currency) == true else { return }
    let next = world.poolsOfCurrency[currency].reduce(Instant.distantFuture) {
      min($0, nextChange(at: $1))
    }
    let horizon = world.scenario.experiment.horizon
    floors?.look(at: min(next, horizon), currency)
    guard next < horizon else { return }
    clock.schedule(.floors, currency.place, at: next, .liquidity)
  }

  /// When a pool may next begin to take part in transfers by time alone.
  private func nextChange(at pool: PoolID) -> Instant {
    let terms = world.scenario.pools[pool.place]
    let disturbedHours = [
      world.disturbedHours.presence[terms.branch.place],
      world.disturbedHours.sending[terms.branch.place],
    ]
    return disturbedHours.compactMap { $0 }.reduce(
      min(
        clock.nextOpening(of: world.hours(of: terms.system)),
        clock.nextDayStart(of: world.hours(of: terms.branch)))
    ) { min($0, clock.nextOpening(of: $1)) }
  }

  /// Brings a pool to its target as far as others can give.
  ///
  /// - Returns: Whether the pool is off the list: lifted, or above its floor again.
  private mutating func lift(_ pool: PoolID, _ lag: TimeSpan) -> Bool {
    let held = held(pool)
    guard var lacks = floors?.lacking(pool, holding: held) else { return true }
    guard world.takesPart(pool, at: now) else { return false }
    let currency = world.currencyOfPool[pool.place]
    var hasGiven = false
    while lacks > 0, let donor = donor(for: pool, currency) {
      let given = min(lacks, surplus(donor))
      send(given, from: donor, to: pool, currency, lag)
      lacks -= given
      hasGiven = true
    }
    guard hasGiven else { return false }
    floors?.ordered(for: pool)
    return true
  }

  private func surplus(_ pool: PoolID) -> Int64 {
    floors?.surplus(of: pool, having: treasury.balance(pool) - lines.queued(pool)) ?? 0
  }

  /// The pool with the largest surplus that takes part now, the first among equals.
  private func donor(for pool: PoolID, _ currency: CurrencyID) -> PoolID? {
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
