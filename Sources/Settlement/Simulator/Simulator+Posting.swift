import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// Posting: the payee's branch credits its client in posting runs; with tokens at once.
extension Simulator {
  /// A payment has reached the payee's side.
  mutating func land(_ slot: Int32) {
    if payments[slot].isCover { return payments.remove(slot) }
    payments[slot].reached = now
    if payments[slot].isRecalled { return sendBack(slot) }
    legSettled(slot)
    if payments[slot].willReturn {
      payments[slot].stage = .investigating
      return continueLater(slot, at: now + model.returns.after)
    }
    handle(slot)
  }

  /// A payment lies at the payee's bank in the payee's currency.
  mutating func arrivedAtPayee(_ slot: Int32) {
    let lane = world.lanes[Int(payments[slot].lane)]
    guard let branch = lane.route.to.branch else { return finish(slot, .credited) }
    switch payments[slot].rail {
    case .correspondent, .stablecoin: awaitPosting(slot, at: branch)
    case .interbankClearing where creditsAtOnce(branch): finish(slot, .credited)
    case .interbankClearing: awaitPosting(slot, at: branch)
    case .tokenizedDeposit, .depositToken: creditByToken(slot)
    }
  }

  /// A payment that came back lies at the payer's bank.
  mutating func landBack(_ slot: Int32) {
    guard let branch = world.lanes[Int(payments[slot].lane)].route.from.branch else {
      return finish(slot, .returned)
    }
    if payments[slot].rail == .interbankClearing, creditsAtOnce(branch) {
      return finish(slot, .returned)
    }
    awaitPosting(slot, at: branch)
  }

  private mutating func awaitPosting(_ slot: Int32, at branch: BranchID) {
    payments[slot].stage = .posting
    guard world.postings[branch.place] == nil else {
      return lines.append(slot, to: .posting(branch.place), in: &payments)
    }
    let timetable = world.hours(of: branch)
    guard clock.isOpen(timetable) else {
      return waitForOpening(slot, of: timetable)
    }
    posted(slot)
  }

  /// The client's account is credited: the payee's, or again the payer's.
  mutating func posted(_ slot: Int32) {
    finish(slot, payments[slot].isReturning ? .returned : .credited)
  }

  /// Everything in the line of a branch is posted.
  mutating func postingRun(branch: Int) {
    for _ in 0..<lines.count(.posting(branch)) {
      guard let slot = lines.popFirst(.posting(branch), in: payments) else { break }
      register.step()
      spendClosed(slot, branch, openCause: .posting)
      posted(slot)
    }
    clock.schedulePosting(of: branch)
  }
}
