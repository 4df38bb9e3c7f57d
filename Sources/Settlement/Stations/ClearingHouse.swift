import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// What an interbank clearing keeps in a run beside the pools: the queues of its participants, and
/// the cycles that are not final.
///
/// A participant is a pool. Invariants: what the queues know that a participant can pay is what its
/// pool can, kept in step with it by each change (`moved`, and what the queues settle themselves;
/// held against the pools at the end of the run); what a cycle credits can be spent from when it is
/// final.
///
/// Amounts are minor units; a currency is its place among the world's. The queues are those of
/// `Liquidity/Settle`, whose complexities hold.
struct ClearingHouse {
  /// The terms of the model.
  let terms: ClearingTerms
  /// The system of each currency; `nil` where the clearing has none.
  let systems: [SystemID?]
  /// Whether each branch credits its clients at once.
  let creditsAtOnce: ContiguousArray<Bool>
  /// Which of the systems' cut-offs binds a payment.
  let cutOff: CutOff
  /// Whether payments settle one by one at any time that the system is open.
  let isGross: Bool
  /// Whether standing queues are searched for sets that settle together.
  private let offsets: Bool
  /// The currency of each pool.
  private let currencies: ContiguousArray<CurrencyID>
  /// The place of each pool among those of its currency: its participant.
  private let participants: ContiguousArray<Int>
  /// The queues of each currency.
  private var queues: ContiguousArray<StandingQueues>
  /// Currencies of which something has happened that may let a set settle.
  private var stirred: [CurrencyID] = []
  /// The cycles that were not final at once; of one that is final only its place is kept.
  private var cycles: [NetCycle?] = []

  /// A clearing whose queues are empty.
  ///
  /// - Parameters:
  ///   - systems: The system of each currency.
  ///   - branches: How many branches there are.
  ///   - members: The pools of each currency, in the order of their places in its queues.
  ///   - queues: The queues of each currency, with as many participants.
  init(
    _ terms: ClearingTerms, systems: [SystemID?], branches: Int, members: [[PoolID]],
    queues: [StandingQueues]
  ) {
    (self.terms, self.systems, cutOff) = (terms, systems, terms.cutOff)
    isGross = terms.settlement.cycles == nil
    offsets = terms.settlement == .gross(offsetting: true)
    var creditsAtOnce = ContiguousArray(repeating: terms.creditsAtOnce == nil, count: branches)
    for branch in terms.creditsAtOnce ?? [] { creditsAtOnce[branch.place] = true }
    self.creditsAtOnce = creditsAtOnce
    var participants = ContiguousArray(repeating: 0, count: members.reduce(0) { $0 + $1.count })
    var currencies = ContiguousArray(repeating: CurrencyID(0), count: participants.count)
    for (currency, pools) in members.enumerated() {
      for (place, pool) in pools.enumerated() {
        (currencies[pool.place], participants[pool.place]) = (CurrencyID(currency), place)
      }
    }
    (self.currencies, self.participants) = (currencies, participants)
    self.queues = ContiguousArray(queues)
  }
}

/// What is asked.
extension ClearingHouse {
  /// The participant that a pool stands for.
  func participant(_ pool: PoolID) -> Int { participants[pool.place] }

  /// A payment between pools of a currency as the queues know it; the payee may be the exchange.
  func payment(_ amount: Int64, from payer: PoolID, to payee: PoolID?) -> QueuedPayment {
    QueuedPayment(from: participant(payer), to: payee.map(participant), amount: amount)
  }

  /// Whether the payer of a payment is covered and within its limits.
  func covers(_ payment: QueuedPayment, in currency: CurrencyID) -> Bool {
    queues[currency].covers(payment)
  }

  /// Whether a payment would have somebody of its priority or a more urgent one before it.
  func holdsBack(_ payment: QueuedPayment, _ priority: UInt8, in currency: CurrencyID) -> Bool {
    queues[currency].holdsBack(priority, of: payment.from)
  }

  /// Whether anything stands in the queue of a pool.
  func hasStanding(_ pool: PoolID) -> Bool {
    queues[currencies[pool.place]].count(of: participant(pool)) > 0
  }

  /// The slots of what stands in the queue of a pool, in its order.
  func standing(_ pool: PoolID) -> [Slot] {
    queues[currencies[pool.place]].references(of: participant(pool)).map { Slot(Int($0)) }
  }

  /// What the queues know that a pool has with its credit line.
  func funds(of pool: PoolID) -> Int64 {
    queues[currencies[pool.place]].funds(of: participant(pool))
  }

  /// The cycles that are not final, in the order of their runs.
  var pending: [NetCycle] { cycles.compactMap { $0 } }
}

/// What settles.
extension ClearingHouse {
  /// A payment settles past the queues.
  ///
  /// - Precondition: It is covered.
  mutating func settleAtOnce(_ payment: QueuedPayment, in currency: CurrencyID) {
    queues[currency].settleAtOnce(payment)
  }

  /// The payment of a slot joins its payer's queue.
  mutating func stand(
    _ payment: QueuedPayment, _ priority: UInt8, by slot: Slot, in currency: CurrencyID
  ) {
    queues[currency].add(payment, priority: priority, reference: UInt32(slot.place))
    stir(currency)
  }

  /// The first payment of a pool's queue settles, if it is covered; its slot.
  mutating func settleFirst(of pool: PoolID) -> Slot? {
    queues[currencies[pool.place]].settleFirst(of: participant(pool)).map { Slot(Int($0)) }
  }

  /// The greatest set that can settle at once does, where it may have become able to; the slots.
  mutating func settleSet(in currency: CurrencyID) -> [Slot] {
    var settled: [UInt32] = []
    queues[currency].settleIfPossible(into: &settled)
    return settled.map { Slot(Int($0)) }
  }

  /// The greatest set settles, without the queues of some pools; the slots.
  mutating func settleNet(in currency: CurrencyID, holding held: [PoolID]) -> [Slot] {
    var settled: [UInt32] = []
    queues[currency].settle(into: &settled, holding: held.map(participant))
    return settled.map { Slot(Int($0)) }
  }

  /// A cycle has run and is final later: till then its credits cannot be spent.
  mutating func hold(_ cycle: NetCycle) -> CycleID {
    for (place, net) in cycle.nets.enumerated() where net > 0 {
      queues[cycle.currency].change(place, by: -net)
    }
    cycles.append(cycle)
    return CycleID(cycles.count - 1)
  }

  /// A cycle is final: its credits can be spent; `nil` where it was before.
  mutating func finish(_ cycle: CycleID) -> NetCycle? {
    guard let final = cycles[cycle.place] else { return nil }
    cycles[cycle.place] = nil
    for (place, net) in final.nets.enumerated() where net > 0 {
      queues[final.currency].change(place, by: net)
    }
    return final
  }
}

/// What is told.
extension ClearingHouse {
  /// A pool was changed other than by the clearing.
  mutating func moved(_ pool: PoolID, by amount: Int64) {
    let currency = currencies[pool.place]
    queues[currency].change(participant(pool), by: amount)
    if amount > 0 { stir(currency) }
  }

  /// The queues of a currency may hold a set that settles.
  mutating func stir(_ currency: CurrencyID) {
    if offsets, !stirred.contains(currency) { stirred.append(currency) }
  }

  /// Any queue of a currency may have become settleable.
  mutating func expectAll(_ currency: CurrencyID) {
    queues[currency].expectAll()
    stir(currency)
  }

  /// The system of a currency opens: limits start anew, and any queue may settle.
  mutating func opens(_ currency: CurrencyID) {
    queues[currency].renewLimits()
    expectAll(currency)
  }

  /// The next currency that is to be looked at.
  mutating func nextStirred() -> CurrencyID? { stirred.popLast() }
}
