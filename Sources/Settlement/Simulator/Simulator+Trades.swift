import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// A foreign-exchange trade under way: two payments, one each way.
struct Trade {
  /// The slots of its legs while they are under way, −1 before and after.
  var first: Int32
  var second: Int32 = -1
  /// Whether a leg waits to settle with the other.
  var firstWaits = false
  var secondWaits = false
  /// When one leg had settled and the other had not, what it moved and in which currency.
  var paid: Instant?
  var amount: Int64 = 0
  var currency: Int32 = 0
  /// One leg was refused: the other never settles with it.
  var isBroken = false
}

/// Trades: with payment versus payment both legs settle at one instant, or neither; otherwise each
/// on its own, and what lies between is principal at risk.
///
/// A trade settles past the queues: it does not wait for the payments that stand in them, nor they
/// for it, but only for the money and the hours of both its legs.
extension Simulator {
  /// Joins a payment that is a leg of a trade to it.
  mutating func joinTrade(_ slot: Int32) {
    let key = payments[slot].key
    let terms = world.flows.terms[key.flow]
    if terms.isListed {
      guard let leg = world.flows.listed[key.flow][key.number].leg else { return }
      join(slot, leg == .second, key.flow)
    } else if terms.against != nil {
      join(slot, key.isSecondLeg, key.flow)
    }
  }

  private mutating func join(_ slot: Int32, _ isSecond: Bool, _ flow: Int) {
    guard isSecond else {
      payments[slot].trade = Int32(trades.count)
      latestTrade[flow] = Int32(trades.count)
      return trades.append(Trade(first: slot))
    }
    let trade = latestTrade[flow]
    guard trade >= 0 else { return }
    payments[slot].trade = trade
    trades[Int(trade)].second = slot
  }

  /// What the second leg of a listed trade moves: what the first comes to at mid now; `nil` for
  /// another payment.
  func counterAmount(of payment: ListedPayment, _ key: PaymentKey) -> Int64? {
    guard payment.leg == .second else { return nil }
    let first = world.flows.listed[key.flow][key.number - 1].amount
    return converted(first, to: payment.amount.currency)
  }

  /// What the second leg of a generated trade moves.
  ///
  /// - Parameters:
  ///   - first: What the first leg moves, in minor units.
  ///   - lane: The lane of the second leg.
  func counterAmount(of first: Int64, _ key: PaymentKey, on lane: Lane) -> Int64 {
    let firstLane = world.lanes[Int(world.lanesOfFlow[key.flow][0])]
    return converted(Money(minorUnits: first, firstLane.route.currency), to: lane.route.currency)
  }

  private func converted(_ money: Money, to currency: Currency) -> Int64 {
    guard let rate = world.scenario.rates.rate(between: money.currency, and: currency) else {
      preconditionFailure("a trade has a rate")
    }
    return max(1, rate.converted(money, .halfToEven).minorUnits)
  }

  /// A leg has settled, by whatever rail.
  mutating func legSettled(_ slot: Int32) {
    let place = Int(payments[slot].trade)
    guard place >= 0 else { return }
    guard let paid = trades[place].paid else {
      trades[place].paid = now
      trades[place].amount = payments[slot].isCounted ? payments[slot].moving : 0
      trades[place].currency = Int32(world.lanes[Int(payments[slot].lane)].currency)
      return
    }
    noteExposure(trades[place], from: paid, until: now)
    trades[place].amount = 0
  }

  private mutating func noteExposure(_ trade: Trade, from start: Instant, until end: Instant) {
    guard trade.amount > 0, end > start else { return }
    record.splitTrades += 1
    record.principalAtRisk[Int(trade.currency)] +=
      Int128(trade.amount) * Int128((end - start).microseconds)
  }

  /// At the end of the run, trades of which one leg has settled are at risk still.
  mutating func closeTrades(at horizon: Instant) {
    for trade in trades {
      guard let paid = trade.paid else { continue }
      noteExposure(trade, from: paid, until: horizon)
    }
  }
}

/// Payment versus payment.
extension Simulator {
  /// Whether a new payment is a leg that settles with the other or not at all: both are cleared,
  /// whatever other rails there are.
  func settlesWithTwin(_ key: PaymentKey, on lane: Lane) -> Bool {
    guard clearing?.terms.paymentVersusPayment == true, lane.isInternal else { return false }
    let terms = world.flows.terms[key.flow]
    guard terms.isListed else { return terms.against != nil }
    return world.flows.listed[key.flow][key.number].leg != nil
  }

  /// Whether a payment is a leg that settles with the other or not at all.
  func settlesWithTwin(_ slot: Int32) -> Bool {
    let payment = payments[slot]
    return payment.trade >= 0 && payment.rail == .interbankClearing && !payment.isReturning
      && clearing?.terms.paymentVersusPayment == true
  }

  /// A leg waits for the other, or both settle.
  mutating func awaitTwin(_ slot: Int32) {
    let place = Int(payments[slot].trade)
    guard !trades[place].isBroken else { return refuse(slot) }
    payments[slot].stage = .standing
    if trades[place].first == slot { trades[place].firstWaits = true }
    if trades[place].second == slot { trades[place].secondWaits = true }
    guard trades[place].firstWaits, trades[place].secondWaits else { return }
    waitingTrades.append(Int32(place))
    noteWaiting(trades[place], 1)
    tradesAreStirred = true
  }

  private mutating func noteWaiting(_ trade: Trade, _ count: Int32) {
    for slot in [trade.first, trade.second] {
      if let payer = nextLeg(slot).payer { tradesWaitingFor[payer.place] += count }
    }
  }

  /// Settles the waiting trades that can, in their order.
  mutating func settleTrades() {
    guard tradesAreStirred else { return }
    tradesAreStirred = false
    let waiting = waitingTrades
    waitingTrades.removeAll(keepingCapacity: true)
    for place in waiting where !settleTrade(Int(place)) { waitingTrades.append(place) }
  }

  private mutating func settleTrade(_ place: Int) -> Bool {
    let trade = trades[place]
    guard canSettle(trade.first), canSettle(trade.second) else { return false }
    noteWaiting(trade, -1)
    if turnsBack(trade.first) || turnsBack(trade.second) {
      breakTrade(Int32(place))
      return true
    }
    for slot in [trade.first, trade.second] {
      spendInTrade(slot, until: now)
      let (leg, currency) = (nextLeg(slot), world.lanes[Int(payments[slot].lane)].currency)
      guard let payer = leg.payer,
        let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee)
      else { preconditionFailure("a leg of a trade has two participants") }
      clearing?.queues[currency].settleAtOnce(payment)
      transfer(slot, leg, currency)
    }
    for slot in [trade.first, trade.second] { goOnCleared(slot) }
    return true
  }

  /// Whether a leg's system is open and its payer covered and within its limits.
  private mutating func canSettle(_ slot: Int32) -> Bool {
    let (leg, currency) = (nextLeg(slot), world.lanes[Int(payments[slot].lane)].currency)
    guard clearingIsOpen(currency), let payer = leg.payer, maySend(from: payer),
      let payment = clearing?.payment(payments[slot].moving, from: payer, to: leg.payee)
    else { return false }
    return clearing?.queues[currency].covers(payment) == true
  }

  /// One leg of a trade was refused: with payment versus payment so is the other.
  mutating func breakTrade(_ place: Int32) {
    guard place >= 0, clearing?.terms.paymentVersusPayment == true else { return }
    let trade = trades[Int(place)]
    guard !trade.isBroken else { return }
    trades[Int(place)].isBroken = true
    for (slot, waits) in [(trade.first, trade.firstWaits), (trade.second, trade.secondWaits)]
    where waits {
      spendInTrade(slot, until: now)
      refuse(slot)
    }
  }

  /// A leg waited for the other from its mark to `end`: where its own system or that of the other
  /// is closed, for that; else for money, its own or that of the other.
  mutating func spendInTrade(_ slot: Int32, until end: Instant) {
    let trade = trades[Int(payments[slot].trade)]
    let own = nextLeg(slot)
    if let payer = own.payer { noteStanding(slot, in: payer, until: end) }
    let other = trade.first == slot ? trade.second : trade.first
    let twin = other >= 0 && payments[other].trade == payments[slot].trade ? nextLeg(other) : own
    while payments[slot].mark < end, !payments[slot].isCredited {
      let mine = stretch(of: own, from: payments[slot].mark)
      let its = stretch(of: twin, from: payments[slot].mark)
      let until = min(mine.until, its.until, end)
      let system = mine.cause == nil ? twin.system : own.system
      let cause = mine.cause ?? its.cause
      recorder.segment(
        slot, payments[slot], cause ?? .liquidity, until: until,
        cause == nil
          ? "waits for the money of both legs"
          : world.story(
            ofWaitingFor: world.hours(of: system), cause == .outage ? .outage : .night))
      payments.spend(slot, on: cause ?? .liquidity, until: until)
    }
  }
}
