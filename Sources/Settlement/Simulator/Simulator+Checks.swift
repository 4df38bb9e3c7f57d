import Bookkeeping
import Scenarios
import Vocabulary

/// The laws of a run, each a trap where it is broken; on in release.
extension Simulator {
  /// Traps unless what is locked is what contracts have left, and what is released is what is
  /// on its way.
  func checkLocks() {
    var left = ContiguousArray(repeating: Int64(0), count: world.currencies.count)
    var released = left
    for contract in contracts.running where contract.isFunded && contract.rail.traits.hasContracts {
      left[world.plans[contract.plan].currency] += contract.left
    }
    for slot in payments.slotsInUse() where payments[slot].isSetAside {
      released[world.plans[payments[slot].plan].currency] += payments[slot].moving
    }
    for currency in left.indices.map(CurrencyID.init) {
      precondition(
        treasury.balance(accounts.locked(currency)) == left[currency],
        "what is locked is not what contracts have left")
      precondition(
        treasury.balance(accounts.released(currency)) == released[currency],
        "what contracts let go is not what is on its way")
    }
  }

  /// Traps unless each pool holds what its payments say, less what cycles have paid that are not
  /// final.
  func checkFloat() {
    var held = ContiguousArray(repeating: Int64(0), count: world.scenario.pools.count)
    for slot in payments.slotsInUse() {
      if let pool = payments[slot].floatPool { held[pool.place] += payments[slot].floating }
    }
    for cycle in clearing?.pending ?? [] {
      for (place, net) in cycle.nets.enumerated() where net < 0 {
        held[world.poolsOfCurrency[cycle.currency][place].place] += net
      }
    }
    for place in held.indices {
      precondition(
        treasury.floating(PoolID(place)) == held[place], "a pool floats what its payments do")
    }
  }

  /// Traps where a participant's funds in the queues are not those of its pool.
  func checkClearing() {
    guard let clearing, !isUnlimited else { return }
    for pool in world.scenario.pools.indices.map(PoolID.init) {
      precondition(
        clearing.funds(of: pool) == treasury.headroom(pool),
        "a participant's queue and its pool disagree")
    }
  }
}
