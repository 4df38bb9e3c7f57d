import Bookkeeping
import EventKernel
import Scenarios
import Vocabulary

/// The end of a run: what is under way is open, and everything is accounted for. Nothing below
/// calls anything here.
extension Simulator {
  /// Closes the run: what is under way is open, and everything is accounted for.
  ///
  /// - Returns: What is left of it.
  ///
  /// Traps where a payment is lost, books do not balance, a lock has no contract, or tokens have no
  /// cover: a run that ends is one in which nothing of the kind happened.
  ///
  /// - Complexity: O(payments under way + pools + accounts).
  mutating func close(at horizon: Instant) -> RunRecord {
    leavePartsOpen(at: horizon)
    let open = payments.slotsInUse()
    closeLines(at: horizon)
    for slot in open where !payments[slot].isCover {
      if payments[slot].stage.standsInClearing, !settlesWithTwin(slot),
        let payer = nextLeg(slot).payer
      {
        noteStanding(slot, in: payer, until: horizon)
      }
      spendWaiting(slot, until: horizon)
      note(slot, payments[slot].isCredited ? .credited : .open)
    }
    let covers = open.count { payments[$0].isCover }
    checkLocks()
    checkFloat()
    checkClearing()
    closeTrades(at: horizon)
    var record = register.closed(open: open.count - covers, events: clock.popped)
    record.reserves = reserves
    treasury.close(at: horizon, into: &record)
    return record
  }

  /// Notes how long those that still stand in a pool's line have waited for it.
  ///
  /// Monitoring asks for the wait of what never settled too.
  private mutating func closeLines(at horizon: Instant) {
    for pool in world.scenario.pools.indices.map(PoolID.init) {
      while let slot = lines.popFirst(.money(pool), in: payments) {
        noteQueued(slot, for: pool, until: horizon)
      }
    }
  }

  /// A payment is still under way at the horizon: its last stretch has the cause of its stage.
  ///
  /// On a chain it counts as the network's as a whole, also where the chain is down.
  mutating func spendWaiting(_ slot: Slot, until horizon: Instant) {
    let (stage, rule) = (payments[slot].stage, payments[slot].rail.rule(for: payments[slot].stage))
    if case .chain = rule.time {
      return spend(.all(.network), slot, until: horizon, story: stage.openStory)
    }
    spend(rule.time, slot, until: horizon, story: stage.openStory)
  }

  /// At the horizon the parts of a contract that runs are open.
  ///
  /// Each part that is still to be let go is one open payment of the rest of its amount, so that
  /// what contracts hold is counted.
  mutating func leavePartsOpen(at horizon: Instant) {
    for contract in contracts.running where contract.isFunded {
      let terms = conditions(of: contract)
      if contract.next == .resolution {
        leaveOpen(contract.left, part: terms.conditions.count, contract, at: horizon)
        continue
      }
      for (place, instant) in contract.met.enumerated() {
        guard instant >= horizon, instant < contract.expiry else { continue }
        let amount = terms.amount(ofPart: place, of: contract.amount)
        leaveOpen(amount, part: place + 1, contract, at: horizon)
      }
    }
  }

  private mutating func leaveOpen(
    _ amount: Int64, part: Int, _ contract: RunningContract, at horizon: Instant
  ) {
    guard amount > 0 else { return }
    var open = payment(
      contract.key.ofPart(part), contract.plan, (amount, 5, nil), .part, by: contract.rail)
    (open.instructed, open.segmentStart, open.stage) = (horizon, horizon, .screening)
    (open.isCounted, open.hour) = (contract.isCounted, contract.hour)
    _ = payments.insert(open)
    register.arrive()
  }

  /// At the end of the run, trades of which one leg has settled are at risk still.
  ///
  /// Principal at risk at the horizon counts until then.
  mutating func closeTrades(at horizon: Instant) {
    for exposure in trades.exposures(at: horizon) { register.note(exposure) }
  }

  /// The issuer's books by currency; none where there is no issuer of coins.
  var reserves: [ReserveFact] {
    guard chain?.reserve != nil else { return [] }
    return issuers.currencies.map { currency in
      let reserve = treasury.reserve(currency)
      return ReserveFact(
        cash: reserve.cash, securities: reserve.securities, supply: reserve.supply,
        requested: issuers.requested(currency))
    }
  }
}

extension Stage {
  /// Whether a payment in it stands inside a clearing and has not settled for good.
  fileprivate var standsInClearing: Bool {
    self == .standing || self == .awaitingCycle || self == .awaitingFinality
  }
}
