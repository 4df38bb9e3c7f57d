import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// The chain: tokens are minted in the issuer's hours, handed over, preconfirmed, included in a
/// block and final; before that a reorganisation may undo them.
extension Simulator {
  /// The terms of the chain that a payment is on.
  var onChain: ChainRail {
    guard let chain else { preconditionFailure("only tokens of a chain are minted on it") }
    return chain
  }

  /// What the payer pays for a transfer on the chain, in minor units.
  func gas(on lane: Lane) -> Int64 { chain?.gas[lane.currency] ?? 0 }

  /// What the payer pays for a mint of an amount, in minor units.
  func mintFee(on amount: Int64) -> Int64 {
    ChainRail.fee(chain?.issuer.mintFeeBasisPoints ?? 0, on: amount)
  }

  /// What the payee of an amount is expected to lose when its tokens become money, as of now.
  func expectedRedemption(of amount: Int64) -> Int64 {
    ChainRail.fee(chain?.redemptionFee(at: now) ?? 0, on: amount)
  }

  /// The timetable to wait for where the issuer does not work now.
  mutating func closedIssuer() -> Int? {
    let issuer = onChain.issuer
    guard !issuer.isAlwaysOpen, let branch = issuer.branch else { return nil }
    let timetable = world.hours(of: branch)
    return clock.isOpen(timetable) ? nil : timetable
  }

  /// The issuer is asked to mint.
  mutating func askForMint(_ slot: Int32) {
    if turnsBack(slot) { return refuse(slot) }
    payments[slot].stage = .awaitingMint
    if let timetable = closedIssuer() { return waitForOpening(slot, of: timetable) }
    payments[slot].stage = .mintingOnChain
    continueLater(slot, at: nextBlock(slot, after: now))
  }

  /// A block includes the mint: tokens lie in the payer's wallet.
  mutating func mintedOnChain(_ slot: Int32) {
    spendOnChain(slot, until: now, "its mint waits for a block")
    if payments[slot].rail == .stablecoin {
      buyCoins(slot)
    } else {
      let payment = payments[slot]
      let currency = world.lanes[Int(payment.lane)].currency
      treasury.mint(
        payment.moving, against: accounts.issued(currency), into: tokensFrom(slot),
        slip(payment.key))
    }
    handOver(slot)
  }

  /// A transfer is handed to the chain.
  mutating func handOver(_ slot: Int32) {
    let rail = onChain
    let preconfirmed = rail.preconfirmation(ofTransferAt: chainIsUp(slot, from: now))
    if rail.terms.paidAt == .preconfirmation, countsAhead(slot) {
      payments[slot].stage = .preconfirming
      continueLater(slot, at: preconfirmed)
    } else {
      payments[slot].stage = .including
      continueLater(slot, at: nextBlock(slot, after: preconfirmed))
    }
  }

  /// The transfer is preconfirmed, which counts as paid.
  mutating func preconfirmed(_ slot: Int32) {
    spendOnChain(slot, until: now, "its transfer waits for its preconfirmation")
    creditInTokens(slot)
    payments[slot].stage = .including
    continueLater(slot, at: nextBlock(slot, after: now))
  }

  /// A block includes the transfer: the tokens lie at the other end.
  mutating func included(_ slot: Int32) {
    spendOnChain(slot, until: now, "its transfer waits for a block")
    moveTokens(slot, back: false)
    let rail = onChain
    if rail.terms.paidAt == .block, countsAhead(slot) { creditInTokens(slot) }
    if let undoing = reorganisation(slot) {
      payments[slot].stage = .reorganising
      continueLater(slot, at: undoing)
    } else {
      payments[slot].stage = .finalising
      continueLater(slot, at: rail.finality(ofBlockAt: now))
    }
  }

  /// When the transfer of the present block will be undone, if it will.
  private mutating func reorganisation(_ slot: Int32) -> Instant? {
    let rail = onChain
    guard rail.terms.reorganisation > 0 else { return nil }
    let (key, step) = (payments[slot].key, payments[slot].steps)
    payments[slot].steps &+= 1
    let (whether, when) = chance.uniforms(.reorganisation, of: key, round: UInt32(step))
    return rail.reorganisation(ofBlockAt: now, whether, when)
  }

  /// The block is no longer part of the chain: the transfer is undone, a credit taken back, and
  /// the transfer handed over again.
  mutating func reorganised(_ slot: Int32) {
    if payments[slot].isCredited {
      takeBackCredit(slot)
      payments[slot].isInTokens = false
      payments[slot].reached = .distantFuture
      payments[slot].marks.insert(.undone)
    }
    spendOnChain(slot, until: now, "its block is undone by a reorganisation")
    moveTokens(slot, back: true)
    handOver(slot)
  }

  /// The transfer is final: it is kept, redeemed, locked or sent back.
  mutating func finalised(_ slot: Int32) {
    spendOnChain(slot, until: now, "its transfer waits for finality")
    let payment = payments[slot]
    if payment.role == .contract { return lock(slot) }
    if payment.role == .refund { return askForRedemption(slot) }
    if payment.isReturning { return askForRedemption(slot) }
    if payment.willReturn {
      payments[slot].stage = .investigating
      return continueLater(slot, at: now + model.returns.after)
    }
    if payment.isRecalled, !payment.isCredited { return sendBack(slot) }
    let paidAt = onChain.terms.paidAt
    if paidAt == .finality, countsAhead(slot) { creditInTokens(slot) }
    let isKept = onChain.issuer.redeems == .never && countsAhead(slot)
    if isKept { keep(slot) } else { askForRedemption(slot) }
  }

  /// Whether a payment can be paid in tokens: not where it is locked, converted or sent back.
  private func countsAhead(_ slot: Int32) -> Bool {
    let payment = payments[slot]
    return (payment.role == .payment || payment.role == .part) && !payment.isReturning
      && !payment.willReturn && world.lanes[Int(payment.lane)].rate == nil
  }

  private mutating func creditInTokens(_ slot: Int32) {
    payments[slot].isInTokens = true
    payments[slot].reached = now
    creditAhead(slot)
  }

  /// The payee keeps its tokens: what was set aside for them backs them at the issuing branch.
  private mutating func keep(_ slot: Int32) {
    let payer = world.lanes[Int(payments[slot].lane)].payerPool
    if payments[slot].isSetAside { paySetAside(slot, payments[slot].moving, to: payer) }
    legSettled(slot)
    finish(slot, .credited)
  }
}

/// Outages of a chain: it makes no blocks and promises none; what was handed to it waits, and is
/// taken up when the chain is back. Finality of what a block included goes on to come.
extension Simulator {
  /// The first instant from one on at which the chain of a payment is up.
  func chainIsUp(_ slot: Int32, from instant: Instant) -> Instant {
    guard let gate = world.gates.ledgers[payments[slot].rail.place] else { return instant }
    let timetable = world.timetables[gate]
    let place = timetable.index(closingAfter: instant)
    guard place < timetable.windows.count else { return .distantFuture }
    return max(instant, timetable.windows[place].opens)
  }

  /// When the first block after an instant comes.
  func nextBlock(_ slot: Int32, after instant: Instant) -> Instant {
    var block = instant
    while block < .distantFuture {
      block = onChain.block(after: block)
      let up = chainIsUp(slot, from: block)
      if up == block { return block }
      block = up
    }
    return block
  }

  /// A payment waited on its chain from its mark to an instant.
  mutating func spendOnChain(
    _ slot: Int32, until instant: Instant, _ story: @autoclosure () -> String
  ) {
    guard let gate = world.gates.ledgers[payments[slot].rail.place] else {
      return spend(slot, .network, until: instant, story())
    }
    spendAtDesk(slot, gate, .network, until: instant, story())
  }
}
