import Bookkeeping
import Calendars
import Chance
import Scenarios
import Vocabulary

/// Handling by people: a payer's bank repairs an instruction, a payee's bank works on a payment
/// before it credits. Both work in the hours of their review desks.
extension Simulator {
  /// A payment whose instruction is faulty is repaired first; any other one is released.
  mutating func repair(_ slot: Slot) -> Next {
    let terms = model.repairs
    let key = payments[slot].key
    guard terms.rate > 0, chance.uniform(.repair, of: key) < terms.rate else {
      return release(slot)
    }
    payments[slot].stage = .repairing
    payments[slot].flags.insert(.repaired)
    let work = drawn(terms.work, chance.uniform(.repairTime, of: key))
    let desk = world.reviewDesk(of: world.plans[payments[slot].plan].home)
    return continueLater(slot, at: clock.finished(work, from: now, at: desk))
  }

  /// A payment that has landed is worked on by people where its branch does so.
  mutating func handle(_ slot: Slot) -> Next {
    let plan = world.plans[payments[slot].plan]
    let key = payments[slot].key
    guard let branch = plan.corridor.to.branch,
      let inward = world.scenario.branches[branch.place].inward,
      chance.uniform(.inwardWork, of: key) < inward.share
    else { return handOn(slot) }
    payments[slot].stage = .handling
    let work = drawn(inward.work, chance.uniform(.inwardTime, of: key))
    return continueLater(
      slot, at: clock.finished(work, from: now, at: world.reviewDesk(of: branch)))
  }

  /// What is in another currency than its payee's goes to the exchange desk, anything else is
  /// credited.
  mutating func handOn(_ slot: Slot) -> Next {
    let isOther = world.plans[payments[slot].plan].rate != nil
    return isOther && !payments[slot].isConverted ? .convert : credit(slot)
  }
}
