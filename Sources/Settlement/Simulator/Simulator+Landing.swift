import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Landing: a payment has reached the payee's side, which handles it, sends it back or looks into
/// it.
extension Simulator {
  /// A payment has reached the payee's side.
  @inline(never)
  mutating func land(_ slot: Slot) -> Next {
    if payments[slot].isCover {
      payments.remove(slot)
      return .rest
    }
    payments[slot].reached = now
    if payments[slot].isRecalled { return .sendBack }
    legSettled(slot)
    if payments[slot].willReturn { return investigate(slot) }
    return handle(slot)
  }

  /// The payee's side looks into a payment that it will not be able to apply.
  mutating func investigate(_ slot: Slot) -> Next {
    payments[slot].stage = .investigating
    return continueLater(slot, at: now + model.returns.after)
  }
}
