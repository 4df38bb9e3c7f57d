import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// The chain: tokens are minted in the issuer's hours, handed over, preconfirmed, included in a
/// block and final; before that a reorganisation may undo them.
///
/// A transfer is promised (preconfirmed), in a block, then final; which of the three counts as paid
/// the scenario says (`paid-at`). Until it is final it can be undone, and the payee's credit with
/// it.
extension Simulator {
  /// Takes a step on the chain.
  @inline(never)
  mutating func take(_ step: ChainStep, _ slot: Slot) -> Next {
    switch step {
    case .askForMint: askForMint(slot)
    case .minted: minted(slot)
    case .bought: buyCoins(slot)
    case .handOver: handOver(slot)
    case .preconfirmed: preconfirmed(slot)
    case .included: included(slot)
    case .finalised: finalised(slot)
    case .reorganised: reorganised(slot)
    case .askForRedemption: askForRedemption(slot)
    case .redeemed: redeemed(slot)
    case .settle: settleRedemption(slot)
    case .cashOut: cashOut(slot)
    case .lapse: lapseOnChain(slot)
    case .leave: leaveChain(slot)
    case .join: joinRedemptions(slot)
    case .ramped: ramped(slot)
    }
  }

  /// The issuer is asked to mint.
  ///
  /// In the hours of the issuer alone; a recall is looked at once more before tokens exist.
  private mutating func askForMint(_ slot: Slot) -> Next {
    if turnsBack(slot) { return .refuse }
    payments[slot].stage = .awaitingMint
    if let timetable = closedIssuer() { return waitForOpening(slot, of: timetable) }
    payments[slot].stage = .mintingOnChain
    return continueLater(slot, at: nextBlock(slot, after: now))
  }

  /// A block includes the mint of a deposit's tokens: they lie in the payer's wallet.
  private mutating func minted(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    treasury.mint(
      payment.moving, against: accounts.issued(currency), into: tokensFrom(slot),
      slip(payment.key))
    payments[slot].progress.tokens(are: .minted)
    return .chain(.handOver)
  }

  /// A transfer is handed to the chain.
  ///
  /// While the chain is down nothing is handed to it: the wait counts as the network's, or as an
  /// outage's.
  private mutating func handOver(_ slot: Slot) -> Next {
    let rail = onChain
    let preconfirmed = rail.preconfirmation(ofTransferAt: chainIsUp(slot, from: now))
    if rail.terms.paidAt == .preconfirmation, countsAhead(slot) {
      payments[slot].stage = .preconfirming
      return continueLater(slot, at: preconfirmed)
    } else {
      payments[slot].stage = .including
      return continueLater(slot, at: nextBlock(slot, after: preconfirmed))
    }
  }

  /// The transfer is preconfirmed, which counts as paid.
  private mutating func preconfirmed(_ slot: Slot) -> Next {
    creditInTokens(slot)
    payments[slot].stage = .including
    return continueLater(slot, at: nextBlock(slot, after: now))
  }

  /// A block includes the transfer: the tokens lie at the other end.
  ///
  /// Whether the block will be undone is drawn now; nothing decides by it before it happens.
  private mutating func included(_ slot: Slot) -> Next {
    moveTokens(slot, back: false)
    let rail = onChain
    if rail.terms.paidAt == .block, countsAhead(slot) { creditInTokens(slot) }
    if let undoing = reorganisation(slot) {
      payments[slot].stage = .reorganising
      return continueLater(slot, at: undoing)
    } else {
      payments[slot].stage = .finalising
      return continueLater(slot, at: rail.finality(ofBlockAt: now))
    }
  }

  /// When the transfer of the present block will be undone, if it will.
  ///
  /// - Returns: An instant before the finality of the block; `nil` where it stays.
  private mutating func reorganisation(_ slot: Slot) -> Instant? {
    let rail = onChain
    guard rail.terms.reorganisation > 0 else { return nil }
    let (key, step) = (payments[slot].key, payments[slot].steps)
    payments[slot].steps &+= 1
    let (whether, when) = chance.uniforms(.reorganisation, of: key, round: UInt32(step))
    return rail.reorganisation(ofBlockAt: now, whether, when)
  }

  /// The block is no longer part of the chain: the transfer is undone, a credit taken back, and
  /// the transfer handed over again.
  private mutating func reorganised(_ slot: Slot) -> Next {
    if payments[slot].isCredited {
      takeBackCredit(slot)
      payments[slot].isInTokens = false
      payments[slot].reached = .distantFuture
      payments[slot].flags.insert(.undone)
      // While it was credited no time was the payment's; now that is, from the credit on.
      spendStage(slot, until: now, isOver: true)
    }
    moveTokens(slot, back: true)
    return .chain(.handOver)
  }

  /// The transfer is final: it is kept, redeemed, locked or sent back.
  ///
  /// From here on nothing undoes it.
  private mutating func finalised(_ slot: Slot) -> Next {
    let payment = payments[slot]
    let leaves = payment.rail.leavesChain
    if payment.role == .contract { return .lock }
    if payment.role == .refund || payment.isReturning { return leaves }
    if payment.willReturn { return investigate(slot) }
    if payment.isRecalled, !payment.isCredited { return .sendBack }
    if onChain.terms.paidAt == .finality, countsAhead(slot) { creditInTokens(slot) }
    let isKept = onChain.issuer.redeems == .never && countsAhead(slot)
    return isKept ? keep(slot) : leaves
  }

  /// Whether a payment can be paid in tokens: not where it is locked, converted or sent back.
  private func countsAhead(_ slot: Slot) -> Bool {
    let payment = payments[slot]
    return (payment.role == .payment || payment.role == .part) && !payment.isReturning
      && !payment.willReturn && world.plans[payment.plan].rate == nil
  }

  /// The payee has tokens and may use them, though they are no deposit yet.
  private mutating func creditInTokens(_ slot: Slot) {
    payments[slot].isInTokens = true
    payments[slot].reached = now
    creditAhead(slot)
  }

  /// The payee keeps its tokens: what was set aside for them backs them at the issuing branch.
  private mutating func keep(_ slot: Slot) -> Next {
    let payer = world.plans[payments[slot].plan].payerPool
    if payments[slot].isSetAside { paySetAside(slot, payments[slot].moving, to: payer) }
    legSettled(slot)
    return finish(slot, .credited)
  }
}
