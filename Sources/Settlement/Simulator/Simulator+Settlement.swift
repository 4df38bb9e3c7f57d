import Bookkeeping
import Scenarios
import Vocabulary

/// Settlement: a payment passes the legs of its way, each in its system's hours, the first and
/// the last with the money of a pool.
extension Simulator {
  /// The next leg of a payment asks to settle.
  mutating func settle(_ slot: Int32) {
    payments[slot].stage = .settling
    let leg = nextLeg(slot)
    let timetable = world.hours(of: leg.system)
    guard let window = window(of: timetable) else { return waitForOpening(slot, of: timetable) }
    let decision = CorrespondentRail.settlement(
      of: payments[slot].moving, available: leg.payer.map { available($0, toPayment: slot) },
      at: now, in: window, before: leg.cutOff)
    switch decision {
    case .proceed: settled(slot, leg)
    case .hold: waitForOpening(slot, of: timetable)
    case .queue:
      guard let pool = leg.payer else { preconditionFailure("only a pool can be short") }
      waitForMoney(slot, in: pool)
    }
  }

  /// The next leg of a payment, there or back.
  func nextLeg(_ slot: Int32) -> Leg {
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    return world.legs[
      lane.firstLeg + (payment.isReturning ? lane.legCount : 0) + Int(payment.leg)]
  }

  /// What a pool can pay for a payment: nothing while others of its priority wait before it.
  func available(_ pool: PoolID, toPayment slot: Int32) -> Int64 {
    lines.holdsBack(payments[slot].priority, in: poolLine(pool.place))
      ? .min : spendable(pool)
  }

  /// A leg settles: money moves, the correspondent takes its fee and works.
  mutating func settled(_ slot: Int32, _ leg: Leg) {
    if let pool = leg.payer {
      drawIfShort(pool, payments[slot].moving, reference: payments[slot].key)
    }
    moveMoney(slot, leg, .atOnce)
    goesOn(slot, after: leg)
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
  mutating func moveMoney(_ slot: Int32, _ leg: Leg, _ sides: Sides) {
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    let between = accounts.treasury(lane.currency)
    if sides == .takesFromPayer {
      ledger.post(
        Posting(between, payment.moving), Posting(payerAccount(slot, leg, lane), -payment.moving),
        at: now, .settlement, reference: payment.key.rawValue)
    } else {
      let fee = CorrespondentRail.charge(leg.fee, from: payment.moving)
      let payer = sides == .atOnce ? payerAccount(slot, leg, lane) : between
      post(payment, from: payer, to: payeeAccount(slot, leg, lane), fee, lane)
      if let pool = leg.payee { change(pool, by: payment.moving - fee, isPayment: true) }
    }
    if let pool = leg.payer, sides != .paysPayee {
      change(pool, by: -payment.moving, isPayment: true)
    }
  }

  private mutating func post(
    _ payment: Payment, from payer: AccountID, to payee: AccountID, _ fee: Int64, _ lane: Lane
  ) {
    let (paid, received) = (
      Posting(payer, -payment.moving), Posting(payee, payment.moving - fee)
    )
    let reference = payment.key.rawValue
    guard fee > 0 else {
      return ledger.post(paid, received, at: now, .settlement, reference: reference)
    }
    ledger.post(
      paid, received, Posting(accounts.fees(lane.currency), fee), at: now, .settlement,
      reference: reference)
  }

  /// A leg has settled: the correspondent has taken its fee and works.
  mutating func goesOn(_ slot: Int32, after leg: Leg) {
    payments[slot].moving -= CorrespondentRail.charge(leg.fee, from: payments[slot].moving)
    payments[slot].leg += 1
    payments[slot].stage = .travelling
    guard leg.processing > .zero else { return travelled(slot) }
    continueLater(slot, at: now + leg.processing)
  }

  /// A correspondent has done its work: the next leg, or the end of the way.
  mutating func travelled(_ slot: Int32) {
    spend(slot, .processing, "a correspondent works on it")
    let payment = payments[slot]
    let lane = world.lanes[Int(payment.lane)]
    if Int(payment.leg) < lane.legCount { return settle(slot) }
    if payment.isReturning { return landBack(slot) }
    land(slot)
  }

  private func payerAccount(_ slot: Int32, _ leg: Leg, _ lane: Lane) -> AccountID {
    if let pool = leg.payer { return accounts.pool(pool) }
    let isFirst = payments[slot].leg == 0
    if isFirst, payments[slot].isReturning, lane.rate != nil {
      return accounts.exchange(lane.currency)
    }
    return lane.isInternal ? accounts.transit(lane.currency) : accounts.owed(lane.currency)
  }

  private func payeeAccount(_ slot: Int32, _ leg: Leg, _ lane: Lane) -> AccountID {
    if let pool = leg.payee { return accounts.pool(pool) }
    let isLast = Int(payments[slot].leg) == lane.legCount - 1
    if isLast, !payments[slot].isReturning, lane.rate != nil {
      return accounts.exchange(lane.currency)
    }
    return lane.isInternal ? accounts.transit(lane.currency) : accounts.owed(lane.currency)
  }
}
