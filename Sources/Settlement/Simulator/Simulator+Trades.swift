import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// Trades: two payments, one each way. With payment versus payment both settle at one instant, or
/// neither (`Rails/Clearing`); otherwise each on its own, and what lies between is principal at
/// risk.
extension Simulator {
  /// Joins a payment that is a leg of a trade to it.
  mutating func joinTrade(_ slot: Slot) {
    let key = payments[slot].key
    let terms = world.flows.terms[key.flow]
    if terms.isListed {
      guard let leg = world.flows.listed[key.flow][key.number].leg else { return }
      join(slot, leg == .second, key.flow)
    } else if terms.against != nil {
      join(slot, key.isSecondLeg, key.flow)
    }
  }

  private mutating func join(_ slot: Slot, _ isSecond: Bool, _ flow: Int) {
    payments[slot].trade =
      isSecond ? trades.join(slot, of: flow) : trades.open(by: slot, of: flow)
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
  ///   - plan: The plan of the second leg.
  func counterAmount(of first: Int64, _ key: PaymentKey, on plan: CorridorPlan) -> Int64 {
    let firstPlan = world.plans[world.plansOfFlow[key.flow][0]]
    return converted(
      Money(minorUnits: first, firstPlan.corridor.currency), to: plan.corridor.currency)
  }

  private func converted(_ money: Money, to currency: Currency) -> Int64 {
    guard let rate = world.scenario.rates.rate(between: money.currency, and: currency) else {
      preconditionFailure("a trade has a rate")
    }
    return max(1, rate.converted(money, .halfToEven).minorUnits)
  }

  /// A leg has settled, by whatever rail.
  mutating func legSettled(_ slot: Slot) {
    guard let trade = payments[slot].trade else { return }
    let amount = payments[slot].isCounted ? payments[slot].moving : 0
    let currency = world.plans[payments[slot].plan].currency
    if let exposure = trades.settled(trade, amount, in: currency, at: now) {
      register.note(exposure)
    }
  }
}
