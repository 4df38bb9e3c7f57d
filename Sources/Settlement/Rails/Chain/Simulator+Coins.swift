import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// Coins: bought through the payer's bank, minted by an issuer against its reserve, redeemed from
/// its cash in the order of the requests or sold in the market, and paid out through a bank.
///
/// As many coins as the reserve is worth exist at every instant (`checkReserve`).
extension Simulator {
  /// Money has reached the issuer's bank, or that of whoever left the chain.
  func ramped(_ slot: Slot) -> Next {
    if case .stablecoin(.paidIn) = payments[slot].progress { return .chain(.askForMint) }
    return payments[slot].isReturning ? .credit : .chain(.cashOut)
  }

  /// The issuer mints coins for what lies at its bank, less its fee.
  mutating func buyCoins(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    let (fee, amount) = (payment.moving - payment.instructedAmount, payment.instructedAmount)
    treasury.buyCoins(amount, fee: fee, into: tokensFrom(slot), currency, slip(payment.key))
    payments[slot].moving = amount
    payments[slot].progress.tokens(are: .minted)
    treasury.checkReserve(currency)
    return .serveThenHandOver
  }

  /// Whoever holds the coins of a payment turns them into money.
  mutating func leaveChain(_ slot: Slot) -> Next {
    if onChain.reserve?.offRamp == .market { return sellCoins(slot) }
    payments[slot].stage = .redeeming
    return continueLater(slot, at: nextBlock(slot, after: now))
  }

  /// The market buys the coins at par less its spread.
  private mutating func sellCoins(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    let cost = ChainRail.fee(onChain.spread(at: now), on: payment.moving)
    treasury.sellCoins(
      payment.moving, spread: cost, from: tokensTo(slot), plan.currency, slip(payment.key))
    startFromWallet(slot)
    treasury.bearSpread(cost, on: liability(slot), plan.currency, slip(payment.key))
    payments[slot].owed -= cost
    payments[slot].moving = payment.moving - cost
    if payment.isCounted, !payment.isReturning {
      register.lose(atMid(cost, plan), in: counted(payment))
    }
    payments[slot].progress = .stablecoin(.sold)
    return .settle
  }

  /// An amount of the currency sent in that credited, at mid.
  private func atMid(_ amount: Int64, _ plan: CorridorPlan) -> Int64 {
    let money = Money(minorUnits: amount, plan.corridor.currency)
    return plan.rate?.converted(money, .halfToEven).minorUnits ?? amount
  }

  /// What the payee was credited in tokens is all that is owed from now on.
  mutating func startFromWallet(_ slot: Slot) {
    if payments[slot].isCredited { payments[slot].owed = payments[slot].moving }
  }

  /// Where a payment is owed: to the payee's wallet where it was paid in tokens.
  private func liability(_ slot: Slot) -> AccountID {
    let plan = world.plans[payments[slot].plan]
    if payments[slot].isCredited, let branch = plan.corridor.to.branch {
      return accounts.wallets(branch, plan.currency)
    }
    return accounts.owed(plan.currency)
  }
}
