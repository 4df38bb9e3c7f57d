import Bookkeeping
import Calendars
import EventKernel
import Liquidity
import Scenarios
import Vocabulary

/// Rebalancing: at its windows the treasury tops pools up to target, where both sides are open.
extension Simulator {
  /// A rebalancing window: the transfers of each currency leave.
  ///
  /// Positions of all pools of a currency are taken before its first transfer leaves, so that the
  /// order of pools decides nothing.
  mutating func rebalance() {
    guard case .windows(let terms) = model.rebalancing else { return }
    for (place, members) in world.poolsOfCurrency.enumerated() {
      let positions = members.map { position(of: $0) }
      let moves =
        switch terms.policy {
        case .optimal: OptimalTransfers.transfers(among: positions)
        case .topUp: TopUp.transfers(among: positions)
        }
      for move in moves {
        send(
          move.amount, from: members[move.from], to: members[move.to], CurrencyID(place), terms.lag)
      }
    }
    clock.scheduleRebalancing()
  }

  /// A pool as the treasury sees it: what lies in it and is on its way to it, less what waits
  /// for it; what it should hold is in the file, or what it is expected to need.
  ///
  /// Money that is promised to others' payments is not counted twice: a transfer under way is
  /// incoming until it lands.
  private func position(of pool: PoolID) -> TopUp.Position {
    let terms = world.scenario.pools[pool.place]
    let need = needs.map { $0[clock.rebalancing, pool] }
    let holding = treasury.balance(pool) - lines.queued(pool)
    // Whose branch has failed has nothing to give.
    let target = maySend(from: pool) ? .min : holding
    return TopUp.Position(
      holding: holding, incoming: transfers.incoming(pool), floor: need ?? terms.floor.minorUnits,
      target: max(need ?? terms.target.minorUnits, target),
      isOpen: world.takesPart(pool, at: now))
  }

  /// The sender's pool funds it until it arrives.
  ///
  /// - Parameters:
  ///   - amount: In minor units, above zero.
  ///   - lag: From now until it lands; zero lands it in this instant, after what moves money now.
  mutating func send(
    _ amount: Int64, from donor: PoolID, to pool: PoolID, _ currency: CurrencyID, _ lag: TimeSpan
  ) {
    treasury.send(amount, from: donor, currency, Treasury.Slip(at: now))
    changed(donor, by: -amount)
    let transfer = transfers.send(amount, from: donor, to: pool)
    clock.schedule(.transfer, transfer.place, at: now + lag, .liquidity)
  }

  /// A transfer lands in its pool.
  ///
  /// The pool's line is looked at in the same instant.
  mutating func transferArrives(_ place: TransferID) {
    let transfer = transfers.arrive(place)
    let currency = world.currencyOfPool[transfer.to.place]
    treasury.arrive(
      transfer.amount, from: transfer.from, in: transfer.to, currency, Treasury.Slip(at: now))
    changed(transfer.to, by: transfer.amount)
    if transfers.incoming(transfer.to) == 0 { watchAgain(transfer.to) }
  }

  /// A full hour: balances are noted where asked for, tokens checked once a day.
  ///
  /// Asserts once a day what is dear to assert at each posting: that tokens have their cover and
  /// locks their contracts.
  mutating func measureHour() {
    let start = world.scenario.experiment.from
    let hours = (now - start).microseconds / TimeSpan.hour.microseconds
    if recordsBalances {
      for pool in world.scenario.pools.indices.map(PoolID.init) {
        register.noteBalance(treasury.balance(pool), of: pool)
      }
    }
    if hours % 24 == 0 {
      treasury.checkTokens()
      checkLocks()
    }
    clock.schedule(.hour, at: now + .hour, .measurements)
  }
}
