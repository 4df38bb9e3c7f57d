import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// Tokens: minted where the payer's money is, transferred, burned where the payee is; a step
/// without an answer is undone.
///
/// Invariant: tokens of a currency in all wallets equal what is issued (`Treasury.close`); each
/// verb that makes or ends some posts both sides. A payment's progress says where its tokens lie,
/// whatever step is being asked for.
extension Simulator {
  /// Takes a step on the bank's own ledger.
  @inline(never)
  mutating func take(_ step: TokenStep, _ slot: Slot) -> Next {
    switch step {
    case .mint: turnsBack(slot) ? .refuse : ask(slot, step)
    case .transfer, .burn, .undoStep: ask(slot, step)
    case .minted: minted(slot)
    case .transferred: transferred(slot)
    case .burned: burned(slot)
    case .undone: undone(slot)
    case .unanswered: timedOut(slot)
    case .undo: undo(slot)
    case .settle: settleBurn(slot)
    case .credit: creditByToken(slot)
    }
  }

  /// The ledger is asked for a step: it answers with a block, or not at all.
  ///
  /// While the ledger or a branch is down the payment is held instead.
  ///
  /// Each step draws by its own number, so that an undoing does not repeat the chance of what it
  /// undoes.
  private mutating func ask(_ slot: Slot, _ step: TokenStep) -> Next {
    guard !isHeld(slot, byLedgerOf: payments[slot].rail, before: step) else { return .rest }
    guard let token else { preconditionFailure("only tokens have a ledger") }
    let answer = token.finality(ofStepAt: now)
    let number = payments[slot].steps
    payments[slot].steps &+= 1
    let isLost =
      token.terms.stepFailure > 0
      && token.loses(chance.uniform(.stepFailure, of: payments[slot].key, round: UInt32(number)))
      || ledgerStalls(payments[slot].rail, until: answer)
    if isLost {
      payments[slot].awaited = .token(step)
      payments[slot].stage = .unanswered
      return continueLater(slot, at: now + token.terms.timeOut)
    }
    payments[slot].stage = TokenRail.stage(of: step)
    return continueLater(slot, at: answer)
  }

  /// A step got no answer in time. A return, an undoing and what a contract has released are asked
  /// again; anything else is undone.
  ///
  /// What is owed to somebody else by now, a return or a release, cannot be undone and is tried
  /// again until it works.
  private func timedOut(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let isReleased = payment.role == .part || payment.role == .refund
    let isAskedAgain =
      payment.isReturning || isReleased || payment.awaited == .token(.undoStep)
    return isAskedAgain ? payment.awaited : .token(.undo)
  }

  /// Brings tokens back to where they were minted, burns them and credits the payer again.
  private func undo(_ slot: Slot) -> Next {
    payments[slot].progress.isAtStart ? .refuse : .token(.undoStep)
  }

  /// A step of an undoing is final: a transfer back, or the burn at the place of the mint.
  private mutating func undone(_ slot: Slot) -> Next {
    if case .tokenizedDeposit(.transferred) = payments[slot].progress {
      moveTokens(slot, back: true)
    } else {
      burnTokens(slot, at: source(slot))
      payments[slot].progress.tokens(are: .none)
    }
    return .token(.undo)
  }

  /// Tokens exist at the paying branch.
  private mutating func minted(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    treasury.mint(
      payment.moving, against: accounts.issued(currency),
      into: accounts.tokens(source(slot), currency), slip(payment.key))
    payments[slot].progress.tokens(are: .minted)
    return ask(slot, .transfer)
  }

  /// Tokens lie at the receiving branch.
  private mutating func transferred(_ slot: Slot) -> Next {
    moveTokens(slot, back: false)
    return payments[slot].role == .contract ? .lock : ask(slot, .burn)
  }

  /// The burn is final: the pools settle, if together they can.
  ///
  /// A payer's pool that is short keeps the payment in its line, with its tokens still at the
  /// payee's branch.
  private mutating func burned(_ slot: Slot) -> Next {
    let plan = world.plans[payments[slot].plan]
    let payee = plan.rate == nil ? plan.payeePool : nil
    let payer = payments[slot].isReturning ? payee : plan.payerPool
    if let payer, !carriesItself(slot), !payments[slot].isSetAside,
      available(payer, toPayment: slot) < payments[slot].moving
    {
      return waitForMoney(slot, in: payer)
    }
    return settleBurn(slot)
  }

  /// The tokens end, and the payer's pool pays the payee's (or the exchange desk).
  ///
  /// Money moves from pool to pool in the same instant as the tokens end: the sum of tokens and
  /// reserves stays.
  private mutating func settleBurn(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let plan = world.plans[payment.plan]
    treasury.burn(
      payment.moving, from: tokensTo(slot), into: accounts.issued(plan.currency),
      slip(payment.key))
    payments[slot].progress.tokens(are: .ended)
    let desk = accounts.exchange(plan.currency)
    let payee = plan.rate == nil ? plan.payeePool : nil
    if payment.isSetAside {
      let isBack = payment.role == .refund
      paySetAside(slot, payment.moving, to: isBack ? plan.payerPool : payee)
      payments[slot].role = .payment
      return isBack ? finish(slot, .returned) : .land
    }
    if payment.isReturning {
      movePools(slot, from: payee, to: plan.payerPool, desk: desk)
      return .token(.credit)
    }
    movePools(slot, from: plan.payerPool, to: payee, desk: desk)
    return .land
  }

  /// The tokens of a payment end at a branch: its books owe them no longer.
  private mutating func burnTokens(_ slot: Slot, at branch: BranchID) {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    treasury.burn(
      payment.moving, from: accounts.tokens(branch, currency), into: accounts.issued(currency),
      slip(payment.key))
  }

  /// Credits a payee, or again a payer, whose tokens are burned; not while the branch is down.
  private mutating func creditByToken(_ slot: Slot) -> Next {
    guard !world.disturbedHours.isCalm else { return .posted }
    let gate = world.disturbedHours.presence[destination(slot).place]
    return isHeld(slot, at: gate, toResume: .token(.credit)) ? .rest : .posted
  }
}

/// Outages of the bank's own ledger.
extension Simulator {
  /// Whether a step on a ledger cannot be asked for now: the ledger is down, nothing leaves the
  /// branch that gives the tokens, or the branch that gets them is down. The payment is held.
  ///
  /// - Parameter kind: The rail whose ledger it is.
  private mutating func isHeld(_ slot: Slot, byLedgerOf kind: RailKind, before step: TokenStep)
    -> Bool
  {
    guard !world.disturbedHours.isCalm else { return false }
    let next = Next.token(step)
    if isHeld(slot, at: world.disturbedHours.ledgers[kind.place], toResume: next) { return true }
    let (giver, taker) = (source(slot), destination(slot))
    switch step {
    case .mint, .transfer:
      if isHeld(slot, at: world.disturbedHours.sending[giver.place], toResume: next) { return true }
      return isHeld(slot, at: world.disturbedHours.presence[taker.place], toResume: next)
    case .undoStep:
      return isHeld(slot, at: world.disturbedHours.presence[giver.place], toResume: next)
    default: return isHeld(slot, at: world.disturbedHours.presence[taker.place], toResume: next)
    }
  }

  /// Whether the ledger of a rail is down or goes down no later than an instant to come, so that
  /// what was handed to it now gets no answer.
  private mutating func ledgerStalls(_ kind: RailKind, until answer: Instant) -> Bool {
    guard !world.disturbedHours.isCalm, let ledger = world.disturbedHours.ledgers[kind.place] else {
      return false
    }
    guard let window = clock.openWindow(of: ledger) else { return true }
    return window.closes <= answer && window.closes < world.scenario.experiment.horizon
  }
}
