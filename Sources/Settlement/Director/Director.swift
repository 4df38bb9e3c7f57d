import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// The order of business: which event means what, who goes on when its wait is over, and what
/// follows from an event. Nothing below calls anything here: rails and steps answer with what is
/// next (`Next`), stations with what has become of what they keep.
extension Simulator {
  /// Runs from the start to the horizon.
  ///
  /// - Throws: Where it takes more events than the terms allow.
  /// - Complexity: O(events), about five for a payment.
  consuming func run() throws(TooManyEvents) -> RunRecord {
    open()
    let horizon = world.scenario.experiment.horizon
    try runEvents(before: horizon)
    return close(at: horizon)
  }

  /// Posts the prefunding and schedules the first event of every timetable.
  mutating func open() {
    let start = now
    for (place, pool) in world.scenario.pools.enumerated() {
      treasury.fund(
        PoolID(place), pool.openingBalance.minorUnits, world.currencyOfPool[place],
        Treasury.Slip(at: start))
    }
    for timetable in clock.timetables { clock.scheduleOpening(of: timetable) }
    for branch in world.scenario.branches.indices.map(BranchID.init) {
      clock.scheduleRelease(of: branch)
      clock.schedulePosting(of: branch)
    }
    clock.scheduleRebalancing()
    clock.scheduleCycle()
    openReserve()
    watchFloorsFromTheStart()
    for flow in 0..<sources.count { scheduleArrival(of: flow) }
    clock.schedule(.hour, at: start, .measurements)
  }

  /// Does what an event means.
  mutating func happens(_ event: Event) {
    guard let kind = EventKind(rawValue: event.kind) else {
      preconditionFailure("no event has kind \(event.kind)")
    }
    let entity = Int(event.entity)
    switch kind {
    case .opening: hoursBegin(timetable: TimetableID(entity))
    case .arrival: paymentsArrive(flow: entity)
    case .release: releaseRun(branch: BranchID(entity))
    case .posting: postingRun(branch: BranchID(entity))
    case .step: continuePayment(Slot(entity))
    case .rebalancing: rebalance()
    case .transfer: transferArrives(TransferID(entity))
    case .hour: measureHour()
    case .recall: recall(entity)
    case .cycle: runCycle()
    case .cycleFinal:
      if let cycle = clearing?.finish(CycleID(entity)) { goOn(with: cycle) }
    case .floors: lookAtFloors(ofCurrency: CurrencyID(entity))
    case .contract, .fundingDeadline:
      let contract = ContractID(entity)
      guard contracts.generation(contract) == event.generation else { return }
      if kind == .contract { contractIsDue(contract) } else { timeToFundEnds(contract) }
    case .holdersRedeem: othersRedeem(entity)
    case .securities: serve(securitiesSettle(SaleID(entity)))
    }
  }
}

/// What follows.
extension Simulator {
  /// Settles what has stood in line for money that came in the present event.
  ///
  /// A settlement may replenish another pool: the work is a list, not a recursion, and ends
  /// because each step takes a payment out of a line.
  mutating func settleStanding() {
    repeat {
      drainReplenished()
      resolveGridlocks()
      offsetStanding()
      settleTrades()
    } while lines.isReplenished
    liftBelowFloor()
  }
}

/// The loop over the events, and its budget.
extension Simulator {
  /// How many of its last events tell what kept a replication busy that is given up.
  private static let watchedEvents: UInt64 = 65_536

  /// Runs all events before `horizon`.
  ///
  /// Kinds are counted at the end of the budget only, so that the loop pays one comparison an event
  /// for it; where ties are shuffled they are always counted.
  ///
  /// - Throws: Where they are more than the terms allow.
  mutating func runEvents(before horizon: Instant) throws(TooManyEvents) {
    let budget = world.terms.maxEvents
    if let seed = world.terms.shuffledTies {
      var ties = ShuffledTies(seed: seed)
      try runWatched(upTo: budget, done: 0) { $0.next(of: &ties, before: horizon) }
    } else {
      let unwatched = budget - min(budget, Simulator.watchedEvents)
      while clock.popped < unwatched, let event = clock.next(before: horizon) { run(event) }
      try runWatched(upTo: budget, done: clock.popped) { $0.next(before: horizon) }
    }
  }

  private mutating func runWatched(
    upTo budget: UInt64, done: UInt64, next: (inout Clock) -> Event?
  ) throws(TooManyEvents) {
    var counts = [Int](repeating: 0, count: Int(UInt8.max) + 1)
    var left = budget - done
    while let event = next(&clock) {
      guard left > 0 else { throw givenUp(counts) }
      left -= 1
      counts[Int(event.kind)] += 1
      run(event)
    }
  }

  @inline(__always)
  private mutating func run(_ event: Event) {
    register.happened(event)
    process(event)
  }

  /// Does what an event means, and settles what it let go. A measurement changes nothing, so
  /// nothing follows from it.
  @inline(__always)
  mutating func process(_ event: Event) {
    happens(event)
    if event.kind != EventKind.hour.rawValue { settleStanding() }
  }

  private func givenUp(_ counts: [Int]) -> TooManyEvents {
    let most = counts.max() ?? 0
    let kind = counts.firstIndex(of: most).flatMap { EventKind(rawValue: UInt8($0)) }
    return TooManyEvents(
      model: model.name, replication: replication, maxEvents: world.terms.maxEvents, reached: now,
      commonest: kind?.plural ?? "of no kind", count: most, watched: counts.reduce(0, +))
  }
}
