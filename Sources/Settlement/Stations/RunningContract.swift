import Bookkeeping
import Scenarios
import Vocabulary

/// The place of a contract among those that run; it is used again after its end.
typealias ContractID = EntityID<RunningContract>

/// A contract that runs: from its instruction until everything is released or given back.
struct RunningContract {
  /// The key of its instruction; parts have keys of their own.
  let key: PaymentKey
  /// The corridor of its parts.
  let plan: PlanID
  /// The rail of its parts.
  let rail: RailKind
  /// Its amount, in minor units of the currency sent.
  let amount: Int64
  /// Whether its parts are counted, and under which hour.
  let isCounted: Bool
  let hour: UInt32
  /// The slot of the payment that funds it; `nil` before that is instructed, and once it is funded.
  var slot: Slot?
  /// Whether the time to fund it is over.
  var isOverdue = false
  /// From when its conditions are measured; `nil` while it is not funded.
  var funded: Instant?
  /// When each of its conditions is met, in the order of its terms; none while it is not funded.
  var met: ContiguousArray<Instant> = []
  /// When what is left goes back, unless a dispute is under way; `distantFuture` before it is
  /// funded.
  var expiry = Instant.distantFuture
  /// What is neither released nor given back, in minor units.
  var left: Int64
  /// What happens next.
  var next = Step.expiry
  /// The condition met last, with its instant: the next one is the first after it.
  var latest = (instant: Instant.distantFuture, condition: 0)

  /// What can happen to a contract.
  enum Step: Equatable {
    /// The condition of this place is met.
    case condition(Int)
    /// What is left goes back.
    case expiry
    /// A dispute is resolved.
    case resolution
  }

  /// Whether its conditions are measured and nothing of it is at its payer any more.
  var isFunded: Bool { funded != nil && slot == nil }

  /// The first condition that is met after the one met last; among equals the first listed. `nil`
  /// where none is left.
  ///
  /// - Complexity: O(conditions).
  var nextCondition: (instant: Instant, condition: Int)? {
    var best: (instant: Instant, condition: Int)?
    for (condition, instant) in met.enumerated() {
      guard (latest.instant, latest.condition) < (instant, condition) else { continue }
      if let known = best, known.instant <= instant { continue }
      best = (instant, condition)
    }
    return best
  }
}
