import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Posting: the bank of a payment's client, the payee's or again the payer's, credits it in a
/// posting run, or at once where the rail says so.
extension Simulator {
  /// A payment lies at the bank of its client, in the client's currency.
  @inline(never)
  mutating func credit(_ slot: Slot) -> Next {
    let (plan, isReturning) = (payments[slot].plan, payments[slot].isReturning)
    let party = isReturning ? world.plans[plan].corridor.from : world.plans[plan].corridor.to
    guard let branch = party.branch else { return posted(slot) }
    let next = payments[slot].rail.credit(at: branch, in: self)
    if case .post = next { return post(slot, at: branch) }
    return next
  }

  /// A payment waits for a posting run, or where there are none for the hours of the branch.
  private mutating func post(_ slot: Slot, at branch: BranchID) -> Next {
    payments[slot].stage = .posting
    guard world.postings[branch.place] == nil else {
      lines.append(slot, to: .posting(branch), in: &payments)
      return .rest
    }
    let timetable = world.hours(of: branch)
    return clock.isOpen(timetable) ? posted(slot) : waitForOpening(slot, of: timetable)
  }

  /// The client's account is credited: the payee's, or again the payer's.
  @inline(never)
  mutating func posted(_ slot: Slot) -> Next {
    finish(slot, payments[slot].isReturning ? .returned : .credited)
  }
}
