import Bookkeeping
import Calendars
import Chance
import EventKernel
import Scenarios
import Vocabulary

/// Arrival: a payer instructs a payment.
extension Simulator {
  /// Schedules the next payment of a flow.
  mutating func scheduleArrival(of flow: Int) {
    guard let next = sources[flow].next else { return }
    queue.schedule(
      at: next.instant, phase: .arrivals, kind: EventKind.arrival.rawValue, entity: UInt32(flow))
  }

  /// A flow's next payment is instructed, and the one after it scheduled.
  mutating func paymentsArrive(flow: Int) {
    guard let instruction = sources[flow].next else {
      preconditionFailure("a payment arrives that its flow does not have")
    }
    sources[flow].advance(in: world)
    scheduleArrival(of: flow)
    let slot = payments.insert(payment(instruction))
    joinTrade(slot)
    arrived += 1
    record.stepCount &+= 1
    scheduleRecall(of: slot)
    start(slot)
  }

  private mutating func payment(_ instruction: PaymentSource.Instruction) -> Payment {
    let key = instruction.key
    let lane = world.lanes[Int(instruction.lane)]
    let terms = terms(of: key, on: lane)
    let rail = rail(for: lane, deadline: terms.deadline)
    let fee = fee(of: rail, on: lane)
    return Payment(
      key: key, instructed: now, mark: now, deadline: terms.deadline ?? .distantFuture,
      instructedAmount: terms.amount, owed: terms.amount + fee,
      moving: terms.amount + (rail == .correspondent ? fee : 0), lane: instruction.lane,
      rail: rail, way: lane.ways.lowerBound, stage: .accepting, priority: terms.priority,
      marks: terms.deadline == nil ? [] : .hasDeadline,
      willReturn: model.returns.rate > 0
        && chance.uniform(.repairAndReturn, of: key) < model.returns.rate,
      isCounted: now >= world.scenario.experiment.countedFrom)
  }

  private func terms(of key: PaymentKey, on lane: Lane)
    -> (amount: Int64, priority: UInt8, deadline: Instant?)
  {
    let terms = world.flows.terms[key.flow]
    guard !terms.isListed else {
      let payment = world.flows.listed[key.flow][key.number]
      let amount = counterAmount(of: payment, key) ?? payment.amount.minorUnits
      return (amount, payment.priority, payment.deadline)
    }
    if terms.against != nil, key.isSecondLeg {
      let first = world.flows.amount(of: key.flow, chance.uniform(.amount, of: key.firstLeg))
      return (
        counterAmount(of: first, key, on: lane), terms.priority,
        deadline(terms.deadline, of: lane, from: now)
      )
    }
    let amount = world.flows.amount(of: key.flow, chance.uniform(.amount, of: key))
    return (amount, terms.priority, deadline(terms.deadline, of: lane, from: now))
  }

  private func deadline(_ rule: DeadlineRule?, of lane: Lane, from now: Instant) -> Instant? {
    switch rule {
    case nil: nil
    case .after(let span): now + span
    case .businessDays(let count): closeOfBusiness(days: count, after: now, at: lane.destination)
    }
  }

  /// When the n-th business day of a branch after the local day of `instant` closes; for 0 that
  /// day itself or, where it is none, the next business day.
  ///
  /// - Returns: `distantFuture` for a day after the simulated time.
  func closeOfBusiness(days: Int, after instant: Instant, at branch: BranchID) -> Instant {
    let first = world.firstWindow[branch.place]
    let end = world.firstWindow[branch.place + 1]
    var (low, high) = (first, end)
    while low < high {
      let middle = (low + high) / 2
      if world.dayStarts[middle] > instant { high = middle } else { low = middle + 1 }
    }
    guard days > 0 else {
      let today = world.scenario.branches[branch.place].zone.local(of: instant).date
      if low > first, world.windows[low - 1].valueDate == today { low -= 1 }
      return low < end ? world.windows[low].closes : .distantFuture
    }
    let place = low + days - 1
    return place < end ? world.windows[place].closes : .distantFuture
  }

  /// What the payer pays beside the amount, in minor units.
  func fee(of rail: RailKind, on lane: Lane) -> Int64 {
    switch rail {
    case .correspondent: world.ways[Int(lane.ways.lowerBound)].payerFee
    case .interbankClearing:
      clearing?.terms.fees.first { $0.currency == lane.route.currency }?.minorUnits ?? 0
    case .tokenizedDeposit:
      token?.terms.fees.first { $0.currency == lane.route.currency }?.minorUnits ?? 0
    }
  }

  /// Sends a new payment on its way.
  private mutating func start(_ slot: Int32) {
    let lane = world.lanes[Int(payments[slot].lane)]
    switch payments[slot].rail {
    case .correspondent where lane.route.from != .outside: accept(slot)
    case .interbankClearing where clearing?.terms.acceptance == .businessHours: accept(slot)
    case .correspondent, .tokenizedDeposit, .interbankClearing: accepted(slot)
    }
  }
}
