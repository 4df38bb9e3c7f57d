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
