import Liquidity
import Scenarios
import Vocabulary

extension ClearingHouse {
  /// The clearing of a model as a run finds it; `nil` where it has none.
  ///
  /// Members of a currency are its pools in their order; a pool whose branch the limits do not name
  /// has none.
  ///
  /// - Parameter isUnlimited: Whether no pool is ever short, and nothing else limits.
  init?(_ world: World, model: Model, isUnlimited: Bool) {
    guard let terms = model.clearingTerms else { return nil }
    self.init(
      terms, systems: world.currencies.map { terms.system(of: $0) },
      branches: world.scenario.branches.count, members: world.poolsOfCurrency,
      queues: world.currencies.indices.map(CurrencyID.init).map {
        ClearingHouse.queues(world, terms, currency: $0, isUnlimited)
      })
  }

  /// The queues of a currency with what its members have: opening balances, credit lines and
  /// limits, in minor units.
  private static func queues(
    _ world: World, _ terms: ClearingTerms, currency: CurrencyID, _ isUnlimited: Bool
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
