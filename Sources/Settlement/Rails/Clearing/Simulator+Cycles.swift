import Bookkeeping
import Calendars
import EventKernel
import Liquidity
import Scenarios
import Vocabulary

/// Cycles: a clearing settles what has come in at times of the day, one by one or net.
extension Simulator {
  /// Up to now payments waited for the cycle, from now on for money.
  ///
  /// What stands in the queues has waited for the batch so far.
  mutating func endWait(_ currency: CurrencyID) {
    for pool in world.poolsOfCurrency[currency] {
      for slot in clearing?.standing(pool) ?? [] {
        noteStanding(slot, in: pool, until: now)
        spendStanding(slot, until: now)
        payments[slot].stage = .standing
      }
    }
  }

  /// Settles the greatest set by its net positions: who has to pay net pays.
  ///
  /// - Returns: The cycle where it is final at once; `nil` where it is later, or nothing settles.
  ///
  /// Participants whose branch has failed are left out with all their payments.
  ///
  /// - Complexity: That of the solver (`StandingQueues.settle`).
  mutating func settleNet(_ currency: CurrencyID, finality: TimeSpan) -> NetCycle? {
    let barred = world.poolsOfCurrency[currency].filter { !maySend(from: $0) }
    guard let settled = clearing?.settleNet(in: currency, holding: barred), !settled.isEmpty else {
      return nil
    }
    var nets = [Int64](repeating: 0, count: world.poolsOfCurrency[currency].count)
    for slot in settled {
      leaveStanding(slot)
      let leg = nextLeg(slot)
      let amount = payments[slot].moving
      if let payer = leg.payer, let place = clearing?.participant(payer) { nets[place] -= amount }
      if let payee = leg.payee, let place = clearing?.participant(payee) { nets[place] += amount }
      payments[slot].stage = .awaitingFinality
    }
    let cycle = NetCycle(currency: currency, payments: settled, nets: nets)
    payDebits(of: cycle)
    guard finality > .zero, let held = clearing?.hold(cycle) else { return cycle }
    clock.schedule(.cycleFinal, held.place, at: now + finality, .liquidity)
    return nil
  }

  /// Who has to pay net pays to the clearing.
  ///
  /// - Precondition: The solver has seen that each has it.
  private mutating func payDebits(of cycle: NetCycle) {
    for (place, net) in cycle.nets.enumerated() where net < 0 { post(net, place, cycle.currency) }
    floatLess(by: cycle, isFinal: false)
  }

  /// A cycle is final: the clearing pays who gets net; its payments go on.
  ///
  /// Until then the money lies with the clearing, no participant's liquidity.
  mutating func payCredits(of cycle: NetCycle) {
    for (place, net) in cycle.nets.enumerated() where net > 0 { post(net, place, cycle.currency) }
    for slot in cycle.payments { payDesk(slot, cycle.currency) }
    floatLess(by: cycle, isFinal: true)
  }

  /// A payment of a cycle that is final has reached its payee's pool.
  mutating func leaveCycle(_ slot: Slot, _ cycle: NetCycle) {
    float(slot, in: nextLeg(slot).payee, payments[slot].moving)
    noteTurnover(slot, cycle.currency)
    if let payer = nextLeg(slot).payer { noteStanding(slot, in: payer, until: now) }
    spendStanding(slot, until: now)
  }

  /// - Parameter net: In minor units; below zero what the participant pays.
  private mutating func post(_ net: Int64, _ place: Int, _ currency: CurrencyID) {
    let pool = world.poolsOfCurrency[currency][place]
    treasury.payNet(net, of: pool, currency, Treasury.Slip(at: now))
    booked(pool, by: net)
    if net > 0 { lines.replenish(pool) }
  }

  /// What a payment brings to the exchange desk, which is no participant.
  private mutating func payDesk(_ slot: Slot, _ currency: CurrencyID) {
    guard nextLeg(slot).payee == nil else { return }
    treasury.creditTogether(
      payments[slot].moving, to: accounts.exchange(currency), currency, slip(payments[slot].key))
  }

  /// Notes what a payment of a net cycle moved between its ends.
  private mutating func noteTurnover(_ slot: Slot, _ currency: CurrencyID) {
    let (leg, amount) = (nextLeg(slot), payments[slot].moving)
    for (pool, moved) in [(leg.payer, -amount), (leg.payee, amount)] {
      guard let pool else { continue }
      treasury.noteTurnover(moved, in: pool, at: now)
    }
  }
}
