import Bookkeeping
import EventKernel
import Scenarios
import Vocabulary

/// Who does what is next.
extension Simulator {
  /// A payment goes on until it rests.
  ///
  /// Steps call no step: each answers with what is next, and this loop has it done, so that no
  /// chain of events grows the stack.
  mutating func go(_ slot: Slot, _ first: Next) {
    var next = first
    while true {
      if case .rest = next { return }
      next = take(next, slot)
    }
  }

  /// The present work of a payment is done: its time counts as its stage says, and it goes on.
  ///
  /// - Precondition: Its stage has a clock of its own, or the run traps.
  mutating func continuePayment(_ slot: Slot) {
    register.step()
    let stage = payments[slot].stage
    let rule = payments[slot].rail.rule(for: stage)
    precondition(rule.isTimed, "a payment that waits in a line was called by a clock")
    spend(rule.time, slot, until: now, story: stage.story)
    go(slot, rule.next)
  }

  /// A run calls a payment up: its time counts as its stage says, and it goes on.
  ///
  /// A run is no clock of the payment's: it calls up whoever stands in its line.
  mutating func runIsDue(_ slot: Slot) {
    register.step()
    let stage = payments[slot].stage
    let rule = payments[slot].rail.rule(for: stage)
    spend(rule.time, slot, until: now, story: stage.story)
    go(slot, rule.next)
  }

  /// A line calls a payment up, whose time has been accounted for: it goes on as its stage says.
  mutating func callUp(_ slot: Slot) {
    register.step()
    let rule = payments[slot].rail.rule(for: payments[slot].stage)
    precondition(!rule.isTimed, "a payment that has a clock of its own was called up from a line")
    go(slot, rule.next)
  }

  /// Takes one step of a payment, which says what is next.
  ///
  /// The steps stay functions of their own, so that this is a jump and has no frame (measured: half
  /// of its instructions, 1 % of a run's).
  private mutating func take(_ next: Next, _ slot: Slot) -> Next {
    switch next {
    case .rest: .rest
    case .start: start(slot)
    case .accept: accept(slot)
    case .debit: debit(slot)
    case .screened: screened(slot)
    case .repair: repair(slot)
    case .release: release(slot)
    case .depart: depart(slot)
    case .settle: settle(slot)
    case .pay: pay(slot)
    case .announce: announced(slot)
    case .land: land(slot)
    case .handOn: handOn(slot)
    case .convert: convert(slot)
    case .converted: converted(slot)
    case .delivered: delivered(slot)
    case .credit, .post: credit(slot)
    case .posted: posted(slot)
    case .sendBack: sendBack(slot)
    case .refuse: refuse(slot)
    case .lock: lock(slot)
    case .fund: fund(slot)
    case .resume: payments[slot].awaited
    case .serveThenHandOver: served(slot, then: .chain(.handOver))
    case .serve: served(slot, then: .rest)
    case .correspondent(let step): take(step, slot)
    case .token(let step): take(step, slot)
    case .clearing(let step): take(step, slot)
    case .chain(let step): take(step, slot)
    }
  }

  /// A payment is announced: it lands at once, then its cover sets out.
  @inline(never)
  private mutating func announced(_ slot: Slot) -> Next {
    let cover = announce(slot)
    go(slot, .land)
    go(cover, .correspondent(.leg))
    return .rest
  }

  /// The queue of the issuer of a payment's coins is served before the payment goes on.
  @inline(never)
  private mutating func served(_ slot: Slot, then next: Next) -> Next {
    serve(world.plans[payments[slot].plan].currency)
    return next
  }

  /// Pays the requests of an issuer's queue in their order while the issuer works and its cash
  /// lasts; sells securities for what is lacking.
  ///
  /// - Complexity: O(requests that are paid).
  mutating func serve(_ currency: CurrencyID) {
    while true {
      let (isPaid, slot) = payFirstRequest(currency)
      guard isPaid else { break }
      if let slot { go(slot, .settle) }
      treasury.checkReserve(currency)
    }
    sellSecurities(currency)
  }
}
