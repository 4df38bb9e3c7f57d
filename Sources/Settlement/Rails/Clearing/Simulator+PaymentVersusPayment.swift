import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// Payment versus payment: both legs of a trade settle at one instant, or neither.
///
/// A trade settles past the queues: it does not wait for the payments that stand in them, nor they
/// for it, but only for the money and the hours of both its legs.
extension Simulator {
  /// A leg waits for the other, or both settle.
  mutating func awaitTwin(_ slot: Slot) -> Next {
    guard let trade = payments[slot].trade else { preconditionFailure("a leg has its trade") }
    guard !trades[trade].isBroken else { return .refuse }
    payments[slot].stage = .standing
    guard trades.wait(slot, in: trade) else { return .rest }
    for leg in trades[trade].legs {
      if let payer = nextLeg(leg).payer { trades.expectMoney(in: payer) }
    }
    return .rest
  }

  /// Settles a waiting trade if it can: both its legs, or where one has been recalled none.
  ///
  /// - Returns: The slots of its legs, which go on; none where one turns back. `nil` where it waits
  ///   on.
  mutating func settleTrade(_ trade: TradeID) -> [Slot]? {
    let legs = trades[trade].legs
    for slot in legs where !canSettle(slot) { return nil }
    for slot in legs {
      if let payer = nextLeg(slot).payer { trades.expectNoMoney(in: payer) }
    }
    if legs.contains(where: { turnsBack($0) }) {
      breakTrade(trade)
      return []
    }
    for slot in legs {
      spendInTrade(slot, until: now)
      let (leg, currency) = (nextLeg(slot), world.plans[payments[slot].plan].currency)
      guard let payer = leg.payer,
        let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee)
      else { preconditionFailure("a leg of a trade has two participants") }
      clearing?.settleAtOnce(payment, in: currency)
      transfer(slot, leg, currency)
    }
    return legs
  }

  /// Whether a leg's system is open and its payer covered and within its limits.
  private mutating func canSettle(_ slot: Slot) -> Bool {
    let (leg, currency) = (nextLeg(slot), world.plans[payments[slot].plan].currency)
    guard clearingIsOpen(currency), let payer = leg.payer, maySend(from: payer),
      let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee)
    else { return false }
    return clearing?.covers(payment, in: currency) == true
  }
}
