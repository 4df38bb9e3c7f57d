import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// What an interbank clearing keeps in a run beside the pools: the queues of its participants.
///
/// The queues know of every participant what its pool can pay, kept in step with the pool by each
/// change (`Simulator.change`, `ClearingHouse.moved`).
struct ClearingHouse {
  let terms: ClearingTerms
  /// The system of each currency; `nil` where the clearing has none.
  let systems: [SystemID?]
  /// The place of each pool among those of its currency: its participant.
  private let participants: ContiguousArray<Int>
  /// The queues of each currency.
  var queues: ContiguousArray<StandingQueues>
  /// Whether each branch credits its clients at once.
  let creditsAtOnce: ContiguousArray<Bool>
  /// Which of the systems' cut-offs binds a payment.
  let cutOff: CutOff
  /// Whether payments settle one by one at any time that the system is open.
  let isGross: Bool
  /// Whether standing queues are searched for sets that settle together.
  let offsets: Bool
  /// Currencies of which something has happened that may let a set settle.
  private(set) var stirred: [Int] = []
  /// The cycles that are not final yet, each at the place that its event names.
  var cycles: [NetCycle] = []

  /// The clearing of a model as a run finds it.
  ///
  /// - Parameter isUnlimited: Whether no pool is ever short, and nothing else limits.
  init?(_ world: World, model: Model, isUnlimited: Bool) {
    guard let terms = model.clearingTerms else { return nil }
    self.terms = terms
    cutOff = terms.cutOff
    var creditsAtOnce = ContiguousArray(
      repeating: terms.creditsAtOnce == nil, count: world.scenario.branches.count)
    for branch in terms.creditsAtOnce ?? [] { creditsAtOnce[branch.place] = true }
    self.creditsAtOnce = creditsAtOnce
    systems = world.currencies.map { terms.system(of: $0) }
    var participants = ContiguousArray(repeating: 0, count: world.scenario.pools.count)
    for members in world.poolsOfCurrency {
      for (place, pool) in members.enumerated() { participants[pool.place] = place }
    }
    self.participants = participants
    isGross = terms.settlement.cycles == nil
    offsets = terms.settlement == .gross(offsetting: true)
    queues = ContiguousArray(
      world.currencies.indices.map {
        ClearingHouse.queues(world, terms, currency: $0, isUnlimited)
      })
  }

  /// The participant that a pool stands for.
  func participant(_ pool: PoolID) -> Int { participants[pool.place] }

  /// A payment between pools of a currency as the queues know it; the payee may be the exchange.
  func payment(_ amount: Int64, from payer: PoolID, to payee: PoolID?) -> QueuedPayment {
    QueuedPayment(from: participant(payer), to: payee.map(participant), amount: amount)
  }

  /// Notes that a pool was changed other than by the clearing.
  mutating func moved(_ pool: PoolID, by amount: Int64, currency: Int) {
    queues[currency].change(participant(pool), by: amount)
    if amount > 0 { stir(currency) }
  }

  /// Notes that the queues of a currency may hold a set that settles.
  mutating func stir(_ currency: Int) {
    if offsets, !stirred.contains(currency) { stirred.append(currency) }
  }

  /// Notes that any queue of a currency may have become settleable.
  mutating func expectAll(_ currency: Int) {
    queues[currency].expectAll()
    stir(currency)
  }

  /// A cycle that is final; only its place is kept.
  mutating func takeCycle(_ place: Int) -> NetCycle {
    let cycle = cycles[place]
    cycles[place] = NetCycle(currency: cycle.currency, payments: [], nets: [])
    return cycle
  }

  /// The next currency that is to be looked at.
  mutating func nextStirred() -> Int? { stirred.popLast() }
}

/// A cycle of net settlement from its run until it is final.
struct NetCycle {
  let currency: Int
  /// The payments that it settles, by slot.
  let payments: [Int32]
  /// What each participant gets (above zero) or pays, in minor units.
  let nets: [Int64]
}

extension ClearingHouse {
  private static func queues(
    _ world: World, _ terms: ClearingTerms, currency: Int, _ isUnlimited: Bool
  ) -> StandingQueues {
    let members = world.poolsOfCurrency[currency]
    let pools = members.map { world.scenario.pools[$0.place] }
    let code = world.currencies[currency]
    var limits: [BranchID: Int64] = [:]
    for limit in terms.senderLimits where limit.currency == code && !isUnlimited {
      limits[limit.branch] = limit.limit
    }
    let spare = Pool.unlimitedCredit(among: max(1, pools.count))
    let funds = pools.map { pool in
      Funds(
        balance: pool.openingBalance.minorUnits,
        credit: isUnlimited ? spare : pool.creditLimit.minorUnits,
        senderLimit: limits[pool.branch])
    }
    var places: [BranchID: Int] = [:]
    for (place, pool) in pools.enumerated() { places[pool.branch] = place }
    let pairs = isUnlimited ? [] : terms.bilateralLimits.filter { $0.currency == code }
    let bilateral = pairs.compactMap { pair -> Liquidity.BilateralLimit? in
      guard let from = places[pair.from], let to = places[pair.to] else { return nil }
      return Liquidity.BilateralLimit(from: from, to: to, limit: pair.limit)
    }
    do { return try StandingQueues(funds: funds, bilateralLimits: bilateral) } catch {
      preconditionFailure("the participants of a clearing are a problem of SETTLE: \(error)")
    }
  }
}
