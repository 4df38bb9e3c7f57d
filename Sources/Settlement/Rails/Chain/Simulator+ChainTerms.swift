import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What is asked of the chain and of the issuer of its tokens.
extension Simulator {
  /// The terms of the chain that a payment is on.
  var onChain: ChainRail {
    guard let chain else { preconditionFailure("only tokens of a chain are minted on it") }
    return chain
  }

  /// What the payer pays for a transfer on the chain, in minor units.
  func gas(on plan: CorridorPlan) -> Int64 { chain?.gas[plan.currency] ?? 0 }

  /// What the payer pays for a mint of an amount, in minor units.
  func mintFee(on amount: Int64) -> Int64 {
    ChainRail.fee(chain?.issuer.mintFeeBasisPoints ?? 0, on: amount)
  }

  /// What the payee of an amount is expected to lose when its tokens become money, as of now.
  func expectedRedemption(of amount: Int64) -> Int64 {
    ChainRail.fee(chain?.redemptionFee(at: now) ?? 0, on: amount)
  }

  /// The timetable to wait for where the issuer does not work now.
  mutating func closedIssuer() -> TimetableID? {
    let issuer = onChain.issuer
    guard !issuer.isAlwaysOpen, let branch = issuer.branch else { return nil }
    let timetable = world.hours(of: branch)
    return clock.isOpen(timetable) ? nil : timetable
  }
}

/// Outages of a chain: it makes no blocks and promises none; what was handed to it waits, and is
/// taken up when the chain is back. Finality of what a block included goes on to come.
extension Simulator {
  /// The first instant from one on at which the chain of a payment is up.
  func chainIsUp(_ slot: Slot, from instant: Instant) -> Instant {
    guard let gate = world.disturbedHours.ledgers[payments[slot].rail.place] else { return instant }
    let timetable = world.timetables[gate]
    let place = timetable.index(closingAfter: instant)
    guard place < timetable.windows.count else { return .distantFuture }
    return max(instant, timetable.windows[place].opens)
  }

  /// When the first block after an instant comes.
  func nextBlock(_ slot: Slot, after instant: Instant) -> Instant {
    var block = instant
    while block < .distantFuture {
      block = onChain.block(after: block)
      let up = chainIsUp(slot, from: block)
      if up == block { return block }
      block = up
    }
    return block
  }

  /// A payment waited on its chain from the start of its segment to an instant.
  mutating func spendOnChain(
    _ slot: Slot, until instant: Instant, _ story: @autoclosure () -> String
  ) {
    guard let gate = world.disturbedHours.ledgers[payments[slot].rail.place] else {
      return spend(slot, .network, until: instant, story())
    }
    spendAtDesk(slot, gate, .network, until: instant, story())
  }

  /// A payment has waited for the issuer until now, or the horizon: closed hours have their cause,
  /// open ones that of the queue.
  mutating func spendAtIssuer(_ slot: Slot, until instant: Instant) {
    let cause: Cause = payments[slot].isBehindRun ? .outage : .liquidity
    let issuer = onChain.issuer
    if !issuer.isAlwaysOpen, let branch = issuer.branch {
      spendClosed(slot, world.hours(of: branch), openCause: cause, until: instant)
    } else {
      spend(slot, cause, until: instant, "waits in the issuer's queue")
    }
  }
}
