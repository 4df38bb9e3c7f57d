import Bookkeeping
import Scenarios
import Vocabulary

/// Return: a payment that cannot be applied goes back its own way; one that is refused before it
/// left is credited to its payer at once.
extension Simulator {
  /// A payment that lies at the payee's bank goes back.
  mutating func sendBack(_ slot: Slot) -> Next {
    payments[slot].isReturning = true
    payments[slot].progress.turnRound()
    let payment = payments[slot]
    return payment.rail.back(on: world.plans[payment.plan])
  }

  /// A payment ends before any money moved: its payer gets back all that was charged.
  @inline(never)
  mutating func refuse(_ slot: Slot) -> Next {
    let trade = payments[slot].trade
    giveBack(slot)
    breakTrade(trade)
    return .rest
  }

  private mutating func giveBack(_ slot: Slot) {
    preferFirstRoute(slot)
    payments[slot].moving = payments[slot].owed
    finish(slot, .returned)
  }

  /// One leg of a trade was refused: with payment versus payment so is the other.
  mutating func breakTrade(_ trade: TradeID?) {
    guard let trade, clearing?.terms.paymentVersusPayment == true else { return }
    for slot in trades.breakUp(trade) {
      spendInTrade(slot, until: now)
      giveBack(slot)
    }
  }
}
