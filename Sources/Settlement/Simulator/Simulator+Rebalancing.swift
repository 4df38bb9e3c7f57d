import Bookkeeping
import Calendars
import EventKernel
import Liquidity
import Scenarios
import Vocabulary

/// Rebalancing: at its windows the treasury tops pools up to target, where both sides are open.
extension Simulator {
  /// A rebalancing window: the transfers of each currency leave.
  mutating func rebalance() {
    guard case .windows(let terms) = model.rebalancing else { return }
    let policy: RebalancePolicy =
      switch terms.policy {
      case .optimal: .optimal
      case .topUp: .topUp
      }
    for (currency, members) in world.poolsOfCurrency.enumerated() {
      let positions = members.map { position(of: $0) }
      for move in policy.transfers(among: positions) {
        send(move.amount, from: members[move.from], to: members[move.to], currency, terms.lag)
      }
    }
    clock.scheduleRebalancing()
  }

  /// A pool as the treasury sees it: what lies in it and is on its way to it, less what waits
  /// for it; what it should hold is in the file, or what it is expected to need.
  private func position(of pool: PoolID) -> TopUp.Position {
    let terms = world.scenario.pools[pool.place]
    let need = needs.map { $0[clock.rebalancing, pool] }
    let holding = pools[pool.place].balance - queued[pool.place]
    // Whose branch has failed has nothing to give.
    let target = maySend(from: pool) ? .min : holding
    return TopUp.Position(
      holding: holding, incoming: transfers.incoming(pool), floor: need ?? terms.floor.minorUnits,
      target: max(need ?? terms.target.minorUnits, target),
      isOpen: world.takesPart(pool, at: now))
  }

  mutating func send(
    _ amount: Int64, from donor: PoolID, to pool: PoolID, _ currency: Int, _ lag: TimeSpan
  ) {
    ledger.post(
      Posting(accounts.pool(donor), -amount), Posting(accounts.treasury(currency), amount),
      at: now, .rebalancing, reference: 0)
    change(donor, by: -amount, isPayment: false)
    let transfer = transfers.send(amount, from: donor, to: pool)
    underWay[donor.place].add(amount, at: now)
    clock.schedule(.transfer, transfer.place, at: now + lag, .liquidity)
  }

  /// A transfer lands in its pool.
  mutating func transferArrives(_ place: TransferID) {
    let transfer = transfers.arrive(place)
    let currency = world.currencyOfPool[transfer.to.place]
    ledger.post(
      Posting(accounts.treasury(currency), -transfer.amount),
      Posting(accounts.pool(transfer.to), transfer.amount), at: now, .rebalancing,
      reference: 0)
    underWay[transfer.from.place].add(-transfer.amount, at: now)
    change(transfer.to, by: transfer.amount, isPayment: false)
    pools[transfer.to.place].noteTransferIn(transfer.amount, at: now)
    if transfers.incoming(transfer.to) == 0 { watchAgain(transfer.to) }
  }

  /// A full hour: balances are noted where asked for, tokens checked once a day.
  mutating func measureHour() {
    let start = world.scenario.experiment.from
    let hours = (now - start).microseconds / TimeSpan.hour.microseconds
    if recordsBalances {
      for place in pools.indices { record.balances[place].append(pools[place].balance) }
    }
    if hours % 24 == 0 {
      ledger.checkTokens()
      checkLocks()
    }
    clock.schedule(.hour, at: now + .hour, .measurements)
  }
}
