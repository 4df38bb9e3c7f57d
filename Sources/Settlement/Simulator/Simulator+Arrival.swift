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
    clock.schedule(.arrival, flow, at: next.instant, .arrivals)
  }

  /// A flow's next payment is instructed, and the one after it scheduled.
  @inline(__always)
  mutating func nextInstruction(of flow: Int) -> PaymentSource.Instruction {
    guard let instruction = sources[flow].next else {
      preconditionFailure("a payment arrives that its flow does not have")
    }
    sources[flow].advance(in: world)
    scheduleArrival(of: flow)
    register.step()
    return instruction
  }

  /// A payment comes into being as instructed, on the rail that it takes.
  ///
  /// - Returns: Its slot; it starts.
  @inline(__always)
  mutating func payerInstructs(_ instruction: PaymentSource.Instruction) -> Int32 {
    let lane = world.lanes[Int(instruction.lane)]
    let terms = terms(of: instruction, on: lane)
    let rail = rail(for: instruction.key, on: lane, terms.amount, by: terms.deadline)
    let slot = payments.insert(
      payment(instruction.key, instruction.lane, terms, .payment, by: rail))
    joinTrade(slot)
    noteInstructed(slot)
    register.arrive()
    scheduleRecall(of: slot)
    return slot
  }

  /// What a payer instructs.
  typealias Asked = (amount: Int64, priority: UInt8, deadline: Instant?)

  /// A payment that starts now by a rail, on the lane of a place.
  @inline(__always)
  func payment(
    _ key: PaymentKey, _ place: Int32, _ terms: Asked, _ role: Role, by rail: RailKind
  ) -> Payment {
    let lane = world.lanes[Int(place)]
    let charge = rail.charge(terms.amount, role, on: lane, in: self)
    return Payment(
      key: key, instructed: now, mark: now, deadline: terms.deadline ?? .distantFuture,
      instructedAmount: terms.amount, owed: terms.amount + charge.fee,
      moving: terms.amount + charge.carried, lane: place,
      progress: Progress(on: rail, by: WayID(Int(lane.ways.lowerBound))), stage: .accepting,
      priority: terms.priority,
      marks: terms.deadline == nil ? [] : .hasDeadline,
      willReturn: (role == .payment || role == .part) && model.returns.rate > 0
        && chance.uniform(.returning, of: key) < model.returns.rate,
      isCounted: now >= world.scenario.experiment.countedFrom, role: role,
      hour: world.hour(of: now))
  }

  /// What a payer asks for, as of now.
  func terms(of instruction: PaymentSource.Instruction, on lane: Lane) -> Asked {
    let key = instruction.key
    let terms = world.flows.terms[key.flow]
    guard !terms.isListed else {
      let payment = world.flows.listed[key.flow][key.number]
      let amount = counterAmount(of: payment, key) ?? payment.amount.minorUnits
      return (amount, payment.priority, payment.deadline)
    }
    let drawn = world.flows.amount(of: key.flow, instruction.amount)
    let isSecond = terms.against != nil && key.isSecondLeg
    let amount = isSecond ? counterAmount(of: drawn, key, on: lane) : drawn
    return (amount, terms.priority, deadline(terms.deadline, of: lane, from: now))
  }

  private func deadline(_ rule: DeadlineRule?, of lane: Lane, from now: Instant) -> Instant? {
    switch rule {
    case nil: nil
    case .after(let span): now + span
    case .businessDays(let count): closeOfBusiness(days: count, after: now, at: lane.destination)
    }
  }

  /// When the n-th business day of a branch after the local day of `instant` closes, as planned.
  func closeOfBusiness(days: Int, after instant: Instant, at branch: BranchID) -> Instant {
    world.businessDays.close(
      days: days, after: instant, at: branch,
      today: world.scenario.branches[branch.place].zone.local(of: instant).date)
  }

  /// Sends a new payment on its way.
  mutating func start(_ slot: Int32) -> Next {
    guard world.gates.isCalm || !isHeldAtStart(slot) else { return .rest }
    return payments[slot].rail.start(on: world.lanes[Int(payments[slot].lane)], in: self)
  }
}
