import Bookkeeping
import Scenarios
import Vocabulary

/// Wallets: where the tokens of a payment lie, what their transfer costs, and what was set aside
/// for them.
extension Simulator {
  /// Where the tokens of a payment are before their transfer.
  func tokensFrom(_ slot: Int32) -> AccountID {
    let currency = world.lanes[Int(payments[slot].lane)].currency
    switch payments[slot].role {
    case .payment, .contract: return accounts.tokens(source(slot), currency)
    case .part, .refund: return accounts.contracts(currency)
    }
  }

  /// Where they are after it.
  func tokensTo(_ slot: Int32) -> AccountID {
    let lane = world.lanes[Int(payments[slot].lane)]
    switch payments[slot].role {
    case .payment, .part: return accounts.tokens(destination(slot), lane.currency)
    case .contract: return accounts.contracts(lane.currency)
    case .refund: return accounts.tokens(lane.home, lane.currency)
    }
  }

  /// A payment has waited for the issuer until now, or the horizon: closed hours have their cause,
  /// open ones that of the queue.
  mutating func spendAtIssuer(_ slot: Int32, until instant: Instant) {
    let cause: Cause = payments[slot].isBehindRun ? .outage : .liquidity
    let issuer = onChain.issuer
    if !issuer.isAlwaysOpen, let branch = issuer.branch {
      spendClosed(slot, world.hours(of: branch), openCause: cause, until: instant)
    } else {
      spend(slot, cause, until: instant, "waits in the issuer's queue")
    }
  }

  /// Money that was set aside for a payment reaches a pool, or the exchange desk.
  mutating func paySetAside(_ slot: Int32, _ amount: Int64, to pool: PoolID?) {
    let payment = payments[slot]
    let currency = world.lanes[Int(payment.lane)].currency
    treasury.paySetAside(amount, to: pool, currency, slip(payment.key))
    if let pool { changed(pool, by: amount) }
    float(slot, in: pool, amount)
    payments[slot].isSetAside = false
  }
}
