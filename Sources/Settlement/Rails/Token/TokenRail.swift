import Bookkeeping
import Scenarios
import Vocabulary

/// The decisions of the bank's ledger: when a step is final, and whether it gets an answer.
struct TokenRail: Hashable, Sendable {
  /// The terms of the ledger.
  let terms: TokenTerms

  /// When a step handed to the ledger at `now` is final: with the next block, later than `now`,
  /// and its finality.
  func finality(ofStepAt now: Instant) -> Instant {
    let interval = terms.blockInterval.microseconds
    guard interval > 0 else { return now + terms.finality }
    let blocks = now.microseconds / interval + 1
    return Instant(microseconds: blocks * interval) + terms.finality
  }

  /// Whether a step gets no answer, given its draw from (0, 1).
  func loses(_ draw: Double) -> Bool { draw < terms.stepFailure }
}

/// The steps of its payments.
extension TokenRail {
  /// The stage in which a payment waits for a step that the ledger was asked for.
  static func stage(of step: TokenStep) -> Stage {
    switch step {
    case .mint: .minting
    case .transfer: .transferring
    case .burn: .burning
    case .undoStep: .undoing
    default: preconditionFailure("nobody asks the ledger for what follows from its answer")
    }
  }
}

/// What holds always, and the stages of its payments.
extension TokenRail {
  static var traits: RailTraits {
    RailTraits(
      place: 1, hasRoutes: false, endsInDeposits: true, hasContracts: true, settlesTrades: false,
      waitsForPayersBranch: true)
  }

  @inline(__always)
  static func rule(for stage: Stage) -> StageRule? {
    switch stage {
    case .screening: .screening
    case .minting: .timed(.all(.network), then: .token(.minted))
    case .transferring: .timed(.all(.network), then: .token(.transferred))
    case .burning: .timed(.all(.network), then: .token(.burned))
    case .undoing: .timed(.all(.network), then: .token(.undone))
    case .unanswered: .timed(.all(.outage), then: .token(.unanswered))
    case .queueing: .queueing(then: .token(.settle))
    default: .atEnd(stage)
    }
  }
}
