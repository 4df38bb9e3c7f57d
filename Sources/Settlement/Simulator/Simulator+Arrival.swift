import Bookkeeping
import Calendars
import Chance
import EventKernel
import Scenarios
import Vocabulary

/// Arrival: a payer instructs a payment.
extension Simulator {
  /// Schedules the next payment of a flow.
  ///
  /// None where the flow has no payment left within the experiment.
  mutating func scheduleArrival(of flow: Int) {
    guard let next = sources[flow].next else { return }
    clock.schedule(.arrival, flow, at: next.instant, .arrivals)
  }

  /// A flow's next payment is instructed, and the one after it scheduled.
  ///
  /// - Precondition: The flow has a next payment.
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
  ///
  /// The rail is chosen once, here, from what is known now; it does not change afterwards.
  @inline(__always)
  mutating func payerInstructs(_ instruction: PaymentSource.Instruction) -> Slot {
    let plan = world.plans[instruction.plan]
    let terms = terms(of: instruction, on: plan)
    let rail = rail(for: instruction.key, on: plan, terms.amount, by: terms.deadline)
    let slot = payments.insert(
      payment(instruction.key, instruction.plan, terms, .payment, by: rail))
    joinTrade(slot)
    noteInstructed(slot)
    register.arrive()
    scheduleRecall(of: slot)
    return slot
  }

  /// What a payer instructs.
  typealias Asked = (amount: Int64, priority: UInt8, deadline: Instant?)

  /// A payment that starts now by a rail, on the plan at a place.
  ///
  /// Whether it will come back is drawn now and known at the payee's bank: one number for all
  /// models.
  @inline(__always)
  func payment(
    _ key: PaymentKey, _ place: PlanID, _ terms: Asked, _ role: Role, by rail: RailKind
  ) -> Payment {
    let plan = world.plans[place]
    let charge = rail.charge(terms.amount, role, on: plan, in: self)
    return Payment(
      key: key, instructed: now, segmentStart: now, deadline: terms.deadline ?? .distantFuture,
      instructedAmount: terms.amount, owed: terms.amount + charge.fee,
      moving: terms.amount + charge.carried, plan: place,
      progress: Progress(on: rail, by: RouteID(Int(plan.routes.lowerBound))), stage: .accepting,
      priority: terms.priority,
      flags: terms.deadline == nil ? [] : .hasDeadline,
      willReturn: (role == .payment || role == .part) && model.returns.rate > 0
        && chance.uniform(.returning, of: key) < model.returns.rate,
      isCounted: now >= world.scenario.experiment.countedFrom, role: role,
      hour: world.hour(of: now))
  }

  /// What a payer asks for, as of now.
  ///
  /// The second leg of a trade moves what the first comes to at mid.
  func terms(of instruction: PaymentSource.Instruction, on plan: CorridorPlan) -> Asked {
    let key = instruction.key
    let terms = world.flows.terms[key.flow]
    guard !terms.isListed else {
      let payment = world.flows.listed[key.flow][key.number]
      let amount = counterAmount(of: payment, key) ?? payment.amount.minorUnits
      return (amount, payment.priority, payment.deadline)
    }
    let drawn = world.flows.amount(of: key.flow, instruction.amount)
    let isSecond = terms.against != nil && key.isSecondLeg
    let amount = isSecond ? counterAmount(of: drawn, key, on: plan) : drawn
    return (amount, terms.priority, deadline(terms.deadline, of: plan, from: now))
  }

  /// - Returns: `nil` where nobody asked for one.
  private func deadline(_ rule: DeadlineRule?, of plan: CorridorPlan, from now: Instant) -> Instant?
  {
    switch rule {
    case nil: nil
    case .after(let span): now + span
    case .businessDays(let count): closeOfBusiness(days: count, after: now, at: plan.destination)
    }
  }

  /// When the n-th business day of a branch after the local day of `instant` closes, as planned.
  ///
  /// As planned: no surprise holiday moves a deadline.
  ///
  /// - Complexity: O(log days).
  func closeOfBusiness(days: Int, after instant: Instant, at branch: BranchID) -> Instant {
    world.businessDays.close(
      days: days, after: instant, at: branch,
      today: world.scenario.branches[branch.place].zone.local(of: instant).date)
  }

  /// Sends a new payment on its way.
  ///
  /// Held where its payer is withheld, or down, at this instant.
  mutating func start(_ slot: Slot) -> Next {
    guard world.disturbedHours.isCalm || !isHeldAtStart(slot) else { return .rest }
    return payments[slot].rail.start(on: world.plans[payments[slot].plan], in: self)
  }
}
