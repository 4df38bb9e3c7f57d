import Bookkeeping
import Chance
import Scenarios
import Vocabulary

/// Settlement: a payment passes the legs of its route, each in its system's hours, the first and
/// the last with the money of a pool.
extension Simulator {
  /// The next leg of a payment asks to settle.
  ///
  /// A cut-off is missed by who comes at it.
  ///
  /// - Returns: `.rest` where it waits for hours, for money, or is held.
  mutating func settle(_ slot: Slot) -> Next {
    if turnsBack(slot) { return .refuse }
    payments[slot].stage = .settling
    let leg = nextLeg(slot)
    let timetable = world.hours(of: leg.system)
    guard let window = clock.window(of: timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    let decision = CorrespondentRail.settlement(
      of: payments[slot].moving, available: leg.payer.map { available($0, toPayment: slot) },
      at: now, in: window, before: leg.cutOff)
    switch decision {
    case .proceed:
      return isHeldByFailure(slot, leg, toResume: .settle) ? .rest : settled(slot, leg)
    case .hold: return waitForOpening(slot, of: timetable)
    case .queue:
      guard let pool = leg.payer else { preconditionFailure("only a pool can be short") }
      return waitForMoney(slot, in: pool)
    }
  }

  /// A payment has found money: it settles if its system is open, or waits for that.
  mutating func pay(_ slot: Slot) -> Next {
    payments[slot].stage = .settling
    let leg = nextLeg(slot)
    let timetable = world.hours(of: leg.system)
    guard clock.isOpen(timetable, before: leg.cutOff) else {
      return waitForOpening(slot, of: timetable)
    }
    return isHeldByFailure(slot, leg, toResume: .settle) ? .rest : settled(slot, leg)
  }

  /// What a pool can pay for a payment: nothing while others of its priority wait before it.
  ///
  /// - Parameter slot: Whose priority decides; with tokens the pools of a currency count together
  ///   (`spendable`).
  func available(_ pool: PoolID, toPayment slot: Slot) -> Int64 {
    lines.holdsBack(payments[slot].priority, in: .money(pool))
      ? .min : spendable(pool)
  }

  /// A leg settles: money moves, the correspondent takes its fee and works.
  private mutating func settled(_ slot: Slot, _ leg: Leg) -> Next {
    if let pool = leg.payer {
      drawIfShort(pool, payments[slot].moving, reference: payments[slot].key)
    }
    moveMoney(slot, leg, .atOnce)
    return settled(slot, after: leg)
  }

  /// Which sides of a settlement are posted.
  enum Sides {
    /// Both: the payer pays the payee.
    case atOnce
    /// The payee is paid on the account of what is being settled together.
    case paysPayee
    /// The payer pays what was paid on that account.
    case takesFromPayer
  }

  /// Posts a leg, both sides at once or one after the other.
  ///
  /// - Precondition: The pool that pays has it, with its credit line, or the ledger traps.
  mutating func moveMoney(_ slot: Slot, _ leg: Leg, _ sides: Sides) {
    let payment = payments[slot]
    if sides == .takesFromPayer {
      treasury.collect(
        payment.moving, from: account(slot, leg, isPaying: true), leg.currency, slip(payment.key))
    } else {
      let fee = CorrespondentRail.charge(leg.fee, from: payment.moving)
      let payer =
        sides == .atOnce ? account(slot, leg, isPaying: true) : accounts.treasury(leg.currency)
      treasury.pay(
        payment.moving, less: fee, from: payer, to: account(slot, leg, isPaying: false),
        leg.currency,
        slip(payment.key))
      if let pool = leg.payee { changed(pool, by: payment.moving - fee) }
      float(slot, in: leg.payee, payment.moving - fee)
    }
    if let pool = leg.payer, sides != .paysPayee { changed(pool, by: -payment.moving) }
  }

  /// A leg has settled: the correspondent has taken its fee and works.
  mutating func settled(_ slot: Slot, after leg: Leg) -> Next {
    payments[slot].moving -= CorrespondentRail.charge(leg.fee, from: payments[slot].moving)
    payments[slot].progress.legIsSettled()
    payments[slot].stage = .travelling
    let work = leg.work.map { correspondentWork(slot, drawnFrom: $0) } ?? leg.processing
    guard work > .zero else { return payments[slot].rail.rule(for: .travelling).next }
    guard let desk = leg.desk else { return continueLater(slot, at: now + work) }
    return continueLater(slot, at: clock.finished(work, from: now, at: desk))
  }

  /// How long a correspondent works on a payment, drawn for its leg there or back.
  ///
  /// - Parameter place: That of the distribution among the world's.
  private func correspondentWork(_ slot: Slot, drawnFrom place: Int) -> TimeSpan {
    let settled = UInt32(payments[slot].progress.alongRoute.legs)
    let round = settled | (payments[slot].isReturning ? 0x80 : 0)
    let u = chance.uniform(.correspondentWork, of: payments[slot].key, round: round)
    return drawn(world.works[place], u)
  }

  /// A correspondent worked on a payment from the start of its segment to an instant, in its hours.
  ///
  /// A correspondent with hours works in them alone; the rest is night, weekend or holiday.
  mutating func spendTravelling(_ slot: Slot, until instant: Instant) {
    if let desk = workingDesk(of: slot) {
      spendClosed(slot, desk, openCause: .processing, until: instant)
    } else {
      spend(slot, .processing, until: instant, "a correspondent works on it")
    }
  }

  /// The account that pays a leg, or that is paid by it.
  private func account(_ slot: Slot, _ leg: Leg, isPaying: Bool) -> AccountID {
    if let pool = isPaying ? leg.payer : leg.payee { return accounts.pool(pool) }
    return outerAccount(of: slot, leg, isPaying: isPaying)
  }
}
