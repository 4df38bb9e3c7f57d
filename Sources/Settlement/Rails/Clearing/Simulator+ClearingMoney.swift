import Bookkeeping
import Scenarios
import Vocabulary

/// The money of a clearing.
extension Simulator {
  /// Posts a transfer, both sides at once.
  mutating func transfer(_ slot: Slot, _ leg: Leg, _ currency: CurrencyID) {
    let amount = payments[slot].moving
    treasury.pay(
      amount, less: 0, from: clearingAccount(leg.payer, currency),
      to: clearingAccount(leg.payee, currency), currency, slip(payments[slot].key))
    if let payee = leg.payee { booked(payee, by: amount) }
    if let payer = leg.payer { booked(payer, by: -amount) }
    float(slot, in: leg.payee, amount)
    if let payee = leg.payee {
      lines.replenish(payee)
      clearing?.stir(currency)
    }
  }

  /// The account of a participant, or that of the exchange desk.
  func clearingAccount(_ pool: PoolID?, _ currency: CurrencyID) -> AccountID {
    pool.map(accounts.pool) ?? accounts.exchange(currency)
  }
}
