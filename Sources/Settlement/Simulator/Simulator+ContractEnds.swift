import Bookkeeping
import Scenarios
import Vocabulary

/// The end of contracts, and their law.
extension Simulator {
  /// At the horizon the parts of a contract that runs are open.
  mutating func leavePartsOpen(at horizon: Instant) {
    for contract in contracts.running where contract.isFunded {
      let terms = conditions(of: contract)
      if contract.next == .resolution {
        leaveOpen(contract.left, part: terms.conditions.count, contract, at: horizon)
        continue
      }
      for (place, instant) in contract.met.enumerated() {
        guard instant >= horizon, instant < contract.expiry else { continue }
        let amount = terms.amount(ofPart: place, of: contract.amount)
        leaveOpen(amount, part: place + 1, contract, at: horizon)
      }
    }
  }

  private mutating func leaveOpen(
    _ amount: Int64, part: Int, _ contract: RunningContract, at horizon: Instant
  ) {
    guard amount > 0 else { return }
    var open = payment(
      contract.key.ofPart(part), contract.lane, (amount, 5, nil), .part, by: contract.rail)
    (open.instructed, open.mark, open.stage) = (horizon, horizon, .transferring)
    (open.isCounted, open.hour) = (contract.isCounted, contract.hour)
    _ = payments.insert(open)
    register.arrive()
  }

  /// Traps unless what is locked is what contracts have left, and what is released is what is
  /// on its way.
  func checkLocks() {
    var left = ContiguousArray(repeating: Int64(0), count: world.currencies.count)
    var released = left
    for contract in contracts.running where contract.isFunded && contract.rail.hasContracts {
      left[world.lanes[Int(contract.lane)].currency] += contract.left
    }
    for slot in payments.slotsInUse() where payments[slot].isSetAside {
      released[world.lanes[Int(payments[slot].lane)].currency] += payments[slot].moving
    }
    for currency in left.indices {
      precondition(
        treasury.balance(accounts.locked(currency)) == left[currency],
        "what is locked is not what contracts have left")
      precondition(
        treasury.balance(accounts.released(currency)) == released[currency],
        "what contracts let go is not what is on its way")
    }
  }
}
