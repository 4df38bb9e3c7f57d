import Bookkeeping
import Scenarios
import Vocabulary

/// Redemption: tokens end and a deposit takes their place, in the issuer's hours.
extension Simulator {
  /// Whoever holds the tokens of a payment asks for its money.
  ///
  /// In the hours of the issuer alone; the wait counts as its closure does.
  mutating func askForRedemption(_ slot: Slot) -> Next {
    payments[slot].stage = .awaitingRedemption
    if let timetable = closedIssuer() { return waitForOpening(slot, of: timetable) }
    payments[slot].stage = .redeeming
    return continueLater(slot, at: nextBlock(slot, after: now))
  }

  /// A block includes the redemption: the pools settle, if together they can.
  ///
  /// Tokens that were paid for already, or come back, ask no pool for money.
  mutating func redeemed(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    if let payer = plan.payerPool, !carriesItself(slot), !payment.isReturning,
      !payment.isSetAside, payment.role != .refund,
      available(payer, toPayment: slot) < payment.moving
    {
      return waitForMoney(slot, in: payer)
    }
    return .chain(.settle)
  }

  /// The tokens end, and the payer's pool pays the payee's, or the exchange desk, less the fee,
  /// which stays with the branch that issued; tokens that came back never left the payer's pool.
  mutating func settleRedemption(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    treasury.burn(
      payment.moving, from: tokensTo(slot), into: accounts.issued(plan.currency),
      slip(payment.key))
    if payment.isReturning || payment.role == .refund {
      if payment.isSetAside { paySetAside(slot, payment.moving, to: plan.payerPool) }
      return finish(slot, .returned)
    }
    payments[slot].progress.tokens(are: .ended)
    startFromWallet(slot)
    let fee = redemptionFee(slot)
    payments[slot].moving -= fee
    let payee = plan.rate == nil ? plan.payeePool : nil
    if payment.isSetAside {
      if fee > 0 { paySetAside(slot, fee, to: plan.payerPool) }
      paySetAside(slot, payments[slot].moving, to: payee)
    } else {
      movePools(slot, from: plan.payerPool, to: payee, desk: accounts.exchange(plan.currency))
    }
    payments[slot].role = .payment
    return .chain(.cashOut)
  }

  /// A payment has left the chain as money: it lands, where a recall does not find it any more, or
  /// becomes the deposit of a payee that was paid in tokens.
  mutating func cashOut(_ slot: Slot) -> Next {
    if payments[slot].isCredited { return cashIn(slot) }
    payments[slot].isRecalled = false
    return .land
  }

  /// The payee pays its fee out of what is redeemed.
  ///
  /// - Returns: In minor units; a refund and a return pay none.
  func redemptionFee(_ slot: Slot) -> Int64 {
    ChainRail.fee(onChain.issuer.redemptionFeeBasisPoints, on: payments[slot].moving)
  }

  /// A payee that was paid in tokens has them as a deposit, less what the way there cost.
  private mutating func cashIn(_ slot: Slot) -> Next {
    legSettled(slot)
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    guard let branch = plan.corridor.to.branch else {
      preconditionFailure("a wallet is a client's")
    }
    let charged = payment.owed - payment.moving
    if payment.isCounted { register.charge(charged, in: counted(payment)) }
    treasury.cashIn(
      branch, owed: payment.owed, payment.moving, plan.currency, slip(payment.key))
    return finish(slot, .credited)
  }

  /// Tokens under a contract that was not funded in time end.
  mutating func lapseOnChain(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    treasury.burn(
      payment.moving, from: accounts.contracts(currency), into: accounts.issued(currency),
      slip(payment.key))
    return .refuse
  }
}
