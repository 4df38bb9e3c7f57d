import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Liquidity: pools pay and are paid; who finds a pool short stands in its line.
///
/// With tokens the pools of a currency act as one: a short branch draws from the others at once.
extension Simulator {
  /// What a pool can pay now: its balance with its credit line, with tokens that of all pools of
  /// its currency.
  func spendable(_ pool: PoolID) -> Int64 {
    guard !isUnlimited else { return .max }
    guard isPooled else { return treasury.headroom(pool) }
    return world.poolsOfCurrency[world.currencyOfPool[pool.place]].reduce(0) {
      $0
        + ($1 == pool || world.disturbedHours.isCalm || maySend(from: $1)
          ? treasury.headroom($1) : 0)
    }
  }

  /// The treasury has changed a pool other than by a clearing: its queues and lines are told.
  mutating func changed(_ pool: PoolID, by amount: Int64) {
    booked(pool, by: amount)
    clearing?.moved(pool, by: amount)
    if amount > 0 { lines.replenish(pool) }
  }

  /// The treasury has changed a pool: who watches its floor is told.
  mutating func booked(_ pool: PoolID, by amount: Int64) {
    floors?.stir()
    if amount > 0 { rearm(pool) } else { watchFloor(of: pool) }
  }

  /// Puts a payment in the line of a pool that is short.
  mutating func waitForMoney(_ slot: Slot, in pool: PoolID) -> Next {
    payments[slot].stage = .queueing
    // A cover has no time of its own; what it waits for its pool counts from now.
    if payments[slot].isCover { payments[slot].segmentStart = now }
    lines.join(payments[slot].moving, for: pool, to: awaiting(slot))
    watchFloor(of: pool)
    lines.append(slot, to: .money(pool), in: &payments)
    let branch = world.scenario.pools[pool.place].branch.place
    if world.releases[branch] == nil { suspectGridlock(of: pool) }
    return .rest
  }

  /// Notes that the lines of a pool's currency may hold a set that settles at once.
  mutating func suspectGridlock(of pool: PoolID) {
    lines.suspectGridlock(world.currencyOfPool[pool.place])
  }

  /// The pool that gets what a payment in a line would move.
  private func awaiting(_ slot: Slot) -> PoolID? { isPooled ? nil : nextLeg(slot).payee }

  /// A payment has left the line of a pool.
  mutating func leavesLine(_ slot: Slot, of pool: PoolID) {
    register.step()
    lines.leave(payments[slot].moving, for: pool, to: awaiting(slot))
    floors?.stir()
    noteQueued(slot, for: pool, until: now)
    spend(slot, .liquidity, "waits for money in its pool")
  }
}

/// Drawing on the other pools of a currency, with tokens only.
extension Simulator {
  /// Brings to a pool what it lacks for `amount`, at once: first from the pools that hold most,
  /// then its own credit line takes the rest, then those of the others.
  ///
  /// - Precondition: The pools of the currency can pay `amount` together.
  mutating func drawIfShort(_ pool: PoolID, _ amount: Int64, reference: PaymentKey) {
    guard isPooled, !isUnlimited else { return }
    var lacking = amount - max(0, treasury.balance(pool))
    while lacking > 0, let donor = richest(besides: pool) {
      lacking -= draw(min(lacking, treasury.balance(donor)), from: donor, to: pool, reference)
    }
    lacking = amount - treasury.headroom(pool)
    for donor in world.poolsOfCurrency[world.currencyOfPool[pool.place]]
    where donor != pool && (world.disturbedHours.isCalm || maySend(from: donor)) {
      guard lacking > 0 else { return }
      lacking -= draw(min(lacking, treasury.headroom(donor)), from: donor, to: pool, reference)
    }
    precondition(lacking <= 0, "the pools of a currency pay no more than they have")
  }

  /// The pool of the same currency with the largest balance above zero; the first among equals.
  private func richest(besides pool: PoolID) -> PoolID? {
    var best: PoolID?
    for other in world.poolsOfCurrency[world.currencyOfPool[pool.place]] where other != pool {
      let balance = treasury.balance(other)
      if balance > 0, balance > best.map({ treasury.balance($0) }) ?? 0,
        world.disturbedHours.isCalm || maySend(from: other)
      {
        best = other
      }
    }
    return best
  }

  private mutating func draw(
    _ amount: Int64, from donor: PoolID, to pool: PoolID, _ reference: PaymentKey
  ) -> Int64 {
    guard amount > 0 else { return 0 }
    treasury.draw(amount, from: donor, to: pool, slip(reference))
    floors?.stir()
    clearing?.moved(donor, by: -amount)
    clearing?.moved(pool, by: amount)
    return amount
  }
}
