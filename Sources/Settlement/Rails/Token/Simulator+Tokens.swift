import Bookkeeping
import Chance
import Scenarios
import Vocabulary

/// Tokens: minted where the payer's money is, transferred, burned where the payee is; a step
/// without an answer is undone.
///
/// A payment's `leg` counts the steps that are final: 0 nothing, 1 minted, 2 transferred,
/// 3 burned.
extension Simulator {
  /// The ledger is asked to mint.
  mutating func mint(_ slot: Int32) {
    if turnsBack(slot) { return refuse(slot) }
    ask(slot, .minting)
  }

  /// The ledger is asked for a step: it answers with a block, or not at all.
  ///
  /// While the ledger or a branch is down the payment is held instead.
  mutating func ask(_ slot: Int32, _ stage: Stage) {
    guard !isHeld(slot, byLedgerOf: .tokenizedDeposit, toResume: stage) else { return }
    guard let token else { preconditionFailure("only tokens have a ledger") }
    let answer = token.finality(ofStepAt: now)
    let number = payments[slot].steps
    payments[slot].steps &+= 1
    let isLost =
      token.terms.stepFailure > 0
      && token.loses(chance.uniform(.stepFailure, of: payments[slot].key, round: UInt32(number)))
      || ledgerStalls(.tokenizedDeposit, until: answer)
    if isLost {
      payments[slot].awaited = stage
      payments[slot].stage = .unanswered
      continueLater(slot, at: now + token.terms.timeOut)
    } else {
      payments[slot].stage = stage
      continueLater(slot, at: answer)
    }
  }

  /// A step got no answer in time. A return, an undoing and what a contract has released are asked
  /// again; anything else is undone.
  mutating func timedOut(_ slot: Int32) {
    spend(slot, .outage, "a step on the ledger gets no answer")
    let payment = payments[slot]
    let isReleased = payment.role == .part || payment.role == .refund
    if payment.isReturning || isReleased || payment.awaited == .undoing {
      return ask(slot, payment.awaited)
    }
    undo(slot)
  }

  /// Brings tokens back to where they were minted, burns them and credits the payer again.
  mutating func undo(_ slot: Int32) {
    if payments[slot].leg == 0 { return refuse(slot) }
    ask(slot, .undoing)
  }

  /// A step of an undoing is final: a transfer back, or the burn at the place of the mint.
  mutating func undone(_ slot: Int32) {
    spend(slot, .network, "a step is undone")
    if payments[slot].leg == 2 {
      moveTokens(slot, back: true)
    } else {
      burnTokens(slot, at: source(slot))
      payments[slot].leg = 0
    }
    undo(slot)
  }

  /// Tokens exist at the paying branch.
  mutating func minted(_ slot: Int32) {
    spend(slot, .network, "its mint becomes final")
    let payment = payments[slot]
    let currency = world.lanes[Int(payment.lane)].currency
    treasury.mint(
      payment.moving, against: accounts.issued(currency),
      into: accounts.tokens(source(slot), currency), slip(payment.key))
    payments[slot].leg = 1
    ask(slot, .transferring)
  }

  /// Tokens lie at the receiving branch.
  mutating func transferred(_ slot: Int32) {
    spend(slot, .network, "its transfer becomes final")
    moveTokens(slot, back: false)
    if payments[slot].role == .contract { return lock(slot) }
    ask(slot, .burning)
  }

  /// The burn is final: the pools settle, if together they can.
  mutating func burned(_ slot: Int32) {
    spend(slot, .network, "its burn becomes final")
    let lane = world.lanes[Int(payments[slot].lane)]
    let payee = lane.rate == nil ? lane.payeePool : nil
    let payer = payments[slot].isReturning ? payee : lane.payerPool
    if let payer, !carriesItself(slot), !payments[slot].isSetAside,
      available(payer, toPayment: slot) < payments[slot].moving
    {
      return waitForMoney(slot, in: payer)
    }
    settleBurn(slot)
  }

  /// Whether what the payee's pool gains from a payment by token can be drawn for the payer's at
  /// once.
  mutating func carriesItself(_ slot: Int32) -> Bool {
    let payment = payments[slot]
    guard payment.rail.traits.endsInDeposits, payment.role != .contract else { return false }
    let lane = world.lanes[Int(payment.lane)]
    let payee = lane.rate == nil ? lane.payeePool : nil
    return (payment.isReturning ? lane.payerPool : payee).map {
      world.gates.isCalm || maySend(from: $0)
    } ?? false
  }

  /// The tokens end, and the payer's pool pays the payee's (or the exchange desk).
  mutating func settleBurn(_ slot: Int32) {
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    treasury.burn(
      payment.moving, from: tokensTo(slot), into: accounts.issued(lane.currency),
      slip(payment.key))
    payments[slot].leg = 3
    let desk = accounts.exchange(lane.currency)
    let payee = lane.rate == nil ? lane.payeePool : nil
    if payment.isSetAside {
      let isBack = payment.role == .refund
      paySetAside(slot, payment.moving, to: isBack ? lane.payerPool : payee)
      payments[slot].role = .payment
      return isBack ? finish(slot, .returned) : land(slot)
    }
    if payment.isReturning {
      movePools(slot, from: payee, to: lane.payerPool, desk: desk)
      return creditByToken(slot)
    }
    movePools(slot, from: lane.payerPool, to: payee, desk: desk)
    land(slot)
  }

  /// Credits one pool, lets the other draw what it lacks, and debits it: tokens carry their own
  /// liquidity, so between two branches the total cannot be short.
  mutating func movePools(
    _ slot: Int32, from payer: PoolID?, to payee: PoolID?, desk: AccountID
  ) {
    let payment = payments[slot]
    let currency = world.lanes[Int(payment.lane)].currency
    let amount = payment.moving
    treasury.payAhead(amount, to: payee.map(accounts.pool) ?? desk, currency, slip(payment.key))
    if let payee { changed(payee, by: amount) }
    if let payer { drawIfShort(payer, amount, reference: payment.key) }
    treasury.collect(amount, from: payer.map(accounts.pool) ?? desk, currency, slip(payment.key))
    if let payer { changed(payer, by: -amount) }
    float(slot, in: payee, amount)
  }

  /// Tokens change hands, or go back.
  mutating func moveTokens(_ slot: Int32, back: Bool) {
    let payment = payments[slot]
    let (from, to) = (tokensFrom(slot), tokensTo(slot))
    treasury.handOver(
      payment.moving, from: back ? to : from, to: back ? from : to, slip(payment.key))
    payments[slot].leg = back ? 1 : 2
  }

  private mutating func burnTokens(_ slot: Int32, at branch: BranchID) {
    let payment = payments[slot]
    let currency = world.lanes[Int(payment.lane)].currency
    treasury.burn(
      payment.moving, from: accounts.tokens(branch, currency), into: accounts.issued(currency),
      slip(payment.key))
  }

  /// Where the tokens of a payment are minted: its payer, on the way back its payee.
  func source(_ slot: Int32) -> BranchID {
    let lane = world.lanes[Int(payments[slot].lane)]
    return payments[slot].isReturning ? lane.destination : lane.home
  }

  /// Where the tokens of a payment are burned.
  func destination(_ slot: Int32) -> BranchID {
    let lane = world.lanes[Int(payments[slot].lane)]
    return payments[slot].isReturning ? lane.home : lane.destination
  }
}
