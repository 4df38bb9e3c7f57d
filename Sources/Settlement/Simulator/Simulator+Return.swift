import Bookkeeping
import Scenarios
import Vocabulary

/// Return: a payment that cannot be applied goes back its own way; one that is refused before it
/// left is credited to its payer at once.
extension Simulator {
  /// The payee's side has found that it cannot apply a payment: it goes back.
  mutating func investigated(_ slot: Int32) {
    spend(slot, .processing, "the payee's side finds that it cannot apply it")
    sendBack(slot)
  }

  /// A payment that lies at the payee's bank goes back.
  mutating func sendBack(_ slot: Int32) {
    payments[slot].isReturning = true
    payments[slot].leg = 0
    let lane = world.lanes[Int(payments[slot].lane)]
    switch payments[slot].rail {
    case .correspondent where lane.route.to == .outside: settle(slot)
    case .correspondent: release(slot)
    case .tokenizedDeposit: mint(slot)
    case .interbankClearing: clear(slot)
    case .depositToken, .stablecoin: handOver(slot)
    }
  }

  /// A payment ends before any money moved: its payer gets back all that was charged.
  mutating func refuse(_ slot: Int32) {
    preferFirstWay(slot)
    payments[slot].moving = payments[slot].owed
    let trade = payments[slot].trade
    finish(slot, .returned)
    breakTrade(trade)
  }
}
