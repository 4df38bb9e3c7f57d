import Bookkeeping
import Chance
import Scenarios
import Vocabulary

/// Settlement: a payment passes the legs of its way, each in its system's hours, the first and
/// the last with the money of a pool.
extension Simulator {
  /// The next leg of a payment asks to settle.
  mutating func settle(_ slot: Int32) {
    if turnsBack(slot) { return refuse(slot) }
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
    case .proceed: if !isHeldByFailure(slot, leg) { settled(slot, leg) }
    case .hold: waitForOpening(slot, of: timetable)
    case .queue:
      guard let pool = leg.payer else { preconditionFailure("only a pool can be short") }
      waitForMoney(slot, in: pool)
    }
  }

  /// What a pool can pay for a payment: nothing while others of its priority wait before it.
  func available(_ pool: PoolID, toPayment slot: Int32) -> Int64 {
    lines.holdsBack(payments[slot].priority, in: .money(pool))
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
    if sides == .takesFromPayer {
      treasury.collect(
        payment.moving, from: payerAccount(slot, leg, lane), leg.currency, slip(payment.key))
    } else {
      let fee = CorrespondentRail.charge(leg.fee, from: payment.moving)
      let payer =
        sides == .atOnce ? payerAccount(slot, leg, lane) : accounts.treasury(leg.currency)
      treasury.pay(
        payment.moving, less: fee, from: payer, to: payeeAccount(slot, leg, lane), leg.currency,
        slip(payment.key))
      if let pool = leg.payee { changed(pool, by: payment.moving - fee) }
      float(slot, in: leg.payee, payment.moving - fee)
    }
    if let pool = leg.payer, sides != .paysPayee { changed(pool, by: -payment.moving) }
  }

  /// A leg has settled: the correspondent has taken its fee and works.
  mutating func goesOn(_ slot: Int32, after leg: Leg) {
    payments[slot].moving -= CorrespondentRail.charge(leg.fee, from: payments[slot].moving)
    payments[slot].leg += 1
    payments[slot].stage = .travelling
    let work = leg.work < 0 ? leg.processing : correspondentWork(slot, leg)
    guard work > .zero else { return travelled(slot) }
    continueLater(
      slot, at: leg.desk < 0 ? now + work : clock.finished(work, from: now, at: Int(leg.desk)))
  }

  /// How long a correspondent works on a payment, drawn for its leg there or back.
  private func correspondentWork(_ slot: Int32, _ leg: Leg) -> TimeSpan {
    let payment = payments[slot]
    let round = UInt32(payment.leg) | (payment.isReturning ? 0x80 : 0)
    let u = chance.uniform(.correspondentWork, of: payment.key, round: round)
    return drawn(world.works[Int(leg.work)], u)
  }

  /// The length of time that a number of (0, 1) draws.
  func drawn(_ seconds: Distribution, _ u: Double) -> TimeSpan {
    Simulator.span(ofSeconds: world.quantiles.value(of: seconds, at: u))
  }

  /// A drawn length of time; one below nothing takes none, one beyond ten years takes ten.
  static func span(ofSeconds seconds: Double) -> TimeSpan {
    let longest = TimeSpan.days(3_653).inSeconds
    return TimeSpan(microseconds: Int64(min(max(0, seconds), longest) * 1_000_000))
  }

  /// A correspondent has done its work: another currency, the next leg, or the end of the way.
  mutating func travelled(_ slot: Int32) {
    spendTravelling(slot, until: now)
    let payment = payments[slot]
    if payment.rail == .stablecoin { return rampSettled(slot) }
    if changesCurrencyHere(slot) { return changeCurrency(slot) }
    if Int(payment.leg) < world.ways[Int(payment.way)].legCount { return settle(slot) }
    if payment.isReturning { return landBack(slot) }
    land(slot)
  }

  /// A correspondent worked on a payment from its mark to an instant, in its hours.
  mutating func spendTravelling(_ slot: Int32, until instant: Instant) {
    if let desk = workingDesk(of: payments[slot]) {
      spendClosed(slot, desk, openCause: .processing, until: instant)
    } else {
      spend(slot, .processing, until: instant, "a correspondent works on it")
    }
  }

  private func payerAccount(_ slot: Int32, _ leg: Leg, _ lane: Lane) -> AccountID {
    if let pool = leg.payer { return accounts.pool(pool) }
    if payments[slot].rail == .stablecoin { return rampAccount(slot, isPaying: true) }
    let isFirst = payments[slot].leg == 0
    if isFirst, payments[slot].isReturning, isChangedAtPayee(slot, lane) {
      return accounts.exchange(leg.currency)
    }
    return lane.isInternal ? accounts.transit(leg.currency) : accounts.owed(leg.currency)
  }

  private func payeeAccount(_ slot: Int32, _ leg: Leg, _ lane: Lane) -> AccountID {
    if let pool = leg.payee { return accounts.pool(pool) }
    if payments[slot].rail == .stablecoin { return rampAccount(slot, isPaying: false) }
    let isLast = Int(payments[slot].leg) == world.ways[Int(payments[slot].way)].legCount - 1
    if isLast, !payments[slot].isReturning, isChangedAtPayee(slot, lane) {
      return accounts.exchange(leg.currency)
    }
    return lane.isInternal ? accounts.transit(leg.currency) : accounts.owed(leg.currency)
  }

  /// Whether the receiving branch buys the currency that is credited.
  func isChangedAtPayee(_ slot: Int32, _ lane: Lane) -> Bool {
    guard lane.rate != nil else { return false }
    return !payments[slot].rail.traits.hasWays
      || world.ways[Int(payments[slot].way)].exchangeAfter < 0
  }
}
