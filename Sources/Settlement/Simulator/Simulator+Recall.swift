import Bookkeeping
import Chance
import EventKernel
import Scenarios
import Vocabulary

/// A recall to come.
struct Recall {
  let slot: Slot
  let key: PaymentKey
}

/// Recall: a payer asks for a payment back (camt.056). It comes back whole where no money has moved
/// yet, by its way where it has not been credited yet, and not at all after that.
extension Simulator {
  /// Draws whether and when a new payment will be recalled.
  mutating func scheduleRecall(of slot: Slot) {
    let terms = model.recalls
    let key = payments[slot].key
    guard terms.rate > 0, chance.uniform(.recall, of: key) < terms.rate else { return }
    let after = drawn(terms.after, chance.uniform(.recallTime, of: key))
    guard now + after < world.scenario.experiment.horizon else { return }
    recalls.append(Recall(slot: slot, key: key))
    clock.schedule(.recall, recalls.count - 1, at: now + after, .liquidity)
  }

  /// A recall arrives: a payment that is still under way turns back when it is next called up.
  mutating func recall(_ place: Int) {
    let recall = recalls[place]
    guard payments.isInUse(recall.slot), payments[recall.slot].key == recall.key,
      !payments[recall.slot].isReturning, !payments[recall.slot].isCredited
    else { return }
    payments[recall.slot].isRecalled = true
  }

  /// Whether a recalled payment can turn back here, because none of its money has moved.
  @inline(__always)
  func turnsBack(_ slot: Slot) -> Bool { payments[slot].isRecalled && isUnmoved(slot) }

  private func isUnmoved(_ slot: Slot) -> Bool {
    payments[slot].progress.isAtStart && !payments[slot].isReturning
      && !payments[slot].isConverted && !payments[slot].isCredited
  }
}
