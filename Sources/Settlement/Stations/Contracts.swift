import Scenarios
import Vocabulary

/// The contracts that run: who waits for its funding, what each has left, and what happens to it
/// next.
///
/// Nobody else changes a contract. Invariants: of a contract is left what it was for less what it
/// let go, never less than nothing; a condition is passed once, in the order of time and within an
/// instant of the list; one that is met at the expiry or later releases nothing. Places are used
/// again: a generation tells an event for the contract before from one for the present, so that
/// nothing has to be cancelled.
///
/// When conditions are met and what they release the simulator says, which knows chance and terms.
/// Memory grows with the number of contracts that run at once.
struct Contracts {
  private var contracts: ContiguousArray<RunningContract?> = []
  private var generations: ContiguousArray<UInt32> = []
  private var free: ContiguousArray<ContractID> = []

  /// The contract of a place; `nil` where none runs there.
  subscript(contract: ContractID) -> RunningContract? { contracts[contract.place] }

  /// The generation of a place, for its events: 24 bits.
  func generation(_ contract: ContractID) -> UInt32 { generations[contract.place] }

  /// The contracts that run, in the order of their places.
  ///
  /// - Complexity: O(places).
  var running: [RunningContract] { contracts.compactMap { $0 } }
}

/// From the instruction to the funding.
extension Contracts {
  /// A contract is instructed.
  mutating func open(_ contract: RunningContract) -> ContractID {
    if let place = free.popLast() {
      contracts[place.place] = contract
      return place
    }
    contracts.append(contract)
    generations.append(0)
    return ContractID(contracts.count - 1)
  }

  /// A contract waits for the payment in a slot to fund it.
  mutating func awaitFunding(_ contract: ContractID, by slot: Slot) {
    contracts[contract.place]?.slot = slot
  }

  /// The time to fund a contract is over.
  ///
  /// - Returns: The slot of the payment that should have; `nil` where the contract is funded.
  mutating func timeIsUp(for contract: ContractID) -> Slot? {
    guard let slot = contracts[contract.place]?.slot else { return nil }
    contracts[contract.place]?.isOverdue = true
    return slot
  }

  /// A contract is funded: its conditions count from now.
  ///
  /// - Parameters:
  ///   - met: When each of its conditions is met, in the order of its terms; none before now.
  ///   - expiry: When what is left goes back.
  mutating func fund(
    _ contract: ContractID, at now: Instant, met: ContiguousArray<Instant>, expiry: Instant
  ) {
    contracts[contract.place]?.slot = nil
    contracts[contract.place]?.funded = now
    contracts[contract.place]?.met = met
    contracts[contract.place]?.expiry = expiry
    contracts[contract.place]?.latest = (now, -1)
  }

  /// Frees a place: events for its contract find another generation.
  mutating func remove(_ contract: ContractID) {
    contracts[contract.place] = nil
    generations[contract.place] = (generations[contract.place] + 1) & 0xFF_FFFF
    free.append(contract)
  }
}

/// From the funding to the end.
extension Contracts {
  /// Moves a funded contract on to what happens to it next, and ends it where nothing is left.
  ///
  /// - Returns: When that happens; `nil` where nothing does any more.
  mutating func advance(_ contract: ContractID) -> Instant? {
    guard let running = contracts[contract.place], running.funded != nil else { return nil }
    guard running.left > 0 else {
      remove(contract)
      return nil
    }
    let expiry = running.expiry
    guard let next = running.nextCondition, next.instant < expiry else {
      contracts[contract.place]?.latest = (.distantFuture, running.met.count)
      contracts[contract.place]?.next = .expiry
      return expiry
    }
    contracts[contract.place]?.latest = next
    contracts[contract.place]?.next = .condition(next.condition)
    return next.instant
  }

  /// The parties have fallen out: next the dispute is resolved, however long that takes.
  mutating func dispute(_ contract: ContractID) { contracts[contract.place]?.next = .resolution }

  /// A contract lets an amount go, to either side.
  ///
  /// - Precondition: So much is left.
  mutating func letGo(_ amount: Int64, of contract: ContractID) {
    guard let left = contracts[contract.place]?.left else { return }
    precondition(amount <= left, "a contract lets go no more than it has")
    contracts[contract.place]?.left = left - amount
  }
}
