import Bookkeeping
import Scenarios
import Vocabulary

/// A contract that runs: from its instruction until everything is released or given back.
struct RunningContract {
  /// The key of its instruction; parts have keys of their own.
  let key: PaymentKey
  /// The route of its parts.
  let lane: Int32
  /// The rail of its parts.
  let rail: RailKind
  /// Its amount, in minor units of the currency sent.
  let amount: Int64
  /// Whether its parts are counted, and under which hour.
  let isCounted: Bool
  let hour: UInt32
  /// The slot of the payment that funds it, or −1.
  var slot: Int32 = -1
  /// Whether the time to fund it is over.
  var isOverdue = false
  /// From when its conditions are measured; `nil` while it is not funded.
  var funded: Instant?
  /// What is neither released nor given back.
  var left: Int64
  /// What happens next.
  var next = Step.expiry
  /// The condition met last, with its instant: the next one is the first after it.
  var latest: (instant: Instant, condition: Int)

  /// What can happen to a contract.
  enum Step {
    /// The condition of this place is met.
    case condition(Int)
    /// What is left goes back.
    case expiry
    /// A dispute is resolved.
    case resolution
  }
}

/// The contracts that run, in places that are used again; a generation tells an event for the one
/// before from one for the present.
struct ContractTable {
  private var contracts: ContiguousArray<RunningContract?> = []
  private var generations: ContiguousArray<UInt32> = []
  private var free: ContiguousArray<Int> = []

  /// Puts a contract in a free place.
  mutating func insert(_ contract: RunningContract) -> Int {
    if let place = free.popLast() {
      contracts[place] = contract
      return place
    }
    contracts.append(contract)
    generations.append(0)
    return contracts.count - 1
  }

  /// The contract at a place, where one runs there.
  subscript(place: Int) -> RunningContract? {
    get { contracts[place] }
    set { contracts[place] = newValue }
  }

  /// The generation of a place, for its events.
  func generation(_ place: Int) -> UInt32 { generations[place] }

  /// Frees a place: events for its contract find another generation.
  mutating func remove(_ place: Int) {
    contracts[place] = nil
    generations[place] = (generations[place] + 1) & 0xFF_FFFF
    free.append(place)
  }

  /// The contracts that run, in the order of their places.
  var running: [RunningContract] { contracts.compactMap { $0 } }
}
