import Bookkeeping
import Scenarios
import Vocabulary

/// Wallets: where the tokens of a payment lie, who moves them, and what of the pools follows from
/// that; for every rail with tokens.
extension Simulator {
  /// Where the tokens of a payment are before their transfer.
  func tokensFrom(_ slot: Slot) -> AccountID {
    let currency = world.plans[payments[slot].plan].currency
    switch payments[slot].role {
    case .payment, .contract: return accounts.tokens(source(slot), currency)
    case .part, .refund: return accounts.contracts(currency)
    }
  }

  /// Where they are after it.
  func tokensTo(_ slot: Slot) -> AccountID {
    let plan = world.plans[payments[slot].plan]
    switch payments[slot].role {
    case .payment, .part: return accounts.tokens(destination(slot), plan.currency)
    case .contract: return accounts.contracts(plan.currency)
    case .refund: return accounts.tokens(plan.home, plan.currency)
    }
  }

  /// Money that was set aside for a payment reaches a pool, or the exchange desk.
  mutating func paySetAside(_ slot: Slot, _ amount: Int64, to pool: PoolID?) {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    treasury.paySetAside(amount, to: pool, currency, slip(payment.key))
    if let pool { changed(pool, by: amount) }
    float(slot, in: pool, amount)
    payments[slot].isSetAside = false
  }

  /// Credits one pool, lets the other draw what it lacks, and debits it: tokens carry their own
  /// liquidity, so between two branches the total cannot be short.
  ///
  /// Crediting first lets one pool pay with what the other gains in the same instant.
  mutating func movePools(
    _ slot: Slot, from payer: PoolID?, to payee: PoolID?, desk: AccountID
  ) {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    let amount = payment.moving
    treasury.payAhead(amount, to: payee.map(accounts.pool) ?? desk, currency, slip(payment.key))
    if let payee { changed(payee, by: amount) }
    if let payer { drawIfShort(payer, amount, reference: payment.key) }
    treasury.collect(amount, from: payer.map(accounts.pool) ?? desk, currency, slip(payment.key))
    if let payer { changed(payer, by: -amount) }
    float(slot, in: payee, amount)
  }

  /// Tokens change hands, or go back.
  mutating func moveTokens(_ slot: Slot, back: Bool) {
    let payment = payments[slot]
    let (from, to) = (tokensFrom(slot), tokensTo(slot))
    treasury.handOver(
      payment.moving, from: back ? to : from, to: back ? from : to, slip(payment.key))
    payments[slot].progress.tokens(are: back ? .minted : .transferred)
  }

  /// Where the tokens of a payment are minted: its payer, on the way back its payee.
  func source(_ slot: Slot) -> BranchID {
    let plan = world.plans[payments[slot].plan]
    return payments[slot].isReturning ? plan.destination : plan.home
  }

  /// Where the tokens of a payment are burned.
  func destination(_ slot: Slot) -> BranchID {
    let plan = world.plans[payments[slot].plan]
    return payments[slot].isReturning ? plan.home : plan.destination
  }

  /// Whether what the payee's pool gains from a payment by token can be drawn for the payer's at
  /// once.
  ///
  /// Then no payment waits for the pools together, whatever each of them holds.
  func carriesItself(_ slot: Slot) -> Bool {
    let payment = payments[slot]
    guard payment.rail.traits.endsInDeposits, payment.role != .contract else { return false }
    let plan = world.plans[payment.plan]
    let payee = plan.rate == nil ? plan.payeePool : nil
    return (payment.isReturning ? plan.payerPool : payee).map {
      world.disturbedHours.isCalm || maySend(from: $0)
    } ?? false
  }
}
