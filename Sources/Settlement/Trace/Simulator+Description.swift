import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// What events mean, in the words of the desk.
///
/// Nothing here changes the run: a description is asked for before the event happens, while
/// everything still stands as it will find it. Names are those of files, so that they tell the same
/// in `trace`, `bisect` and `explain`.
extension Simulator {
  /// What is about to happen, to which payment if to one, and on whose clocks.
  ///
  /// `zones` are IANA identifiers of those concerned, the payer's first; none where an event is of
  /// the bank as a whole.
  typealias Description = (what: String, payment: String?, zones: [String])

  /// What is about to happen.
  ///
  /// - Precondition: The event is the next one of the queue.
  /// - Complexity: O(1) beside making the text.
  func description(of kind: EventKind, _ event: Event) -> Description {
    let entity = Int(event.entity)
    let branches = world.scenario.branches
    switch kind {
    case .opening: return opening(of: TimetableID(entity))
    case .arrival: return instruction(of: entity)
    case .release:
      return ("release run of \(branches[entity].title)", nil, [zone(BranchID(entity))])
    case .posting:
      return ("posting run of \(branches[entity].title)", nil, [zone(BranchID(entity))])
    case .step: return step(of: Slot(Int(event.entity)))
    case .rebalancing: return ("the treasury's window", nil, [])
    case .transfer: return landing(of: TransferID(entity))
    case .hour: return ("full hour", nil, [])
    case .recall:
      let name = world.name(of: recalls[entity].key)
      return ("\(name): its payer asks for it back", name, [])
    case .cycle: return ("cycle of the clearing", nil, [])
    case .cycleFinal: return ("a net cycle becomes final", nil, [])
    case .floors:
      return ("the treasury looks at its pools of \(world.currencies[entity])", nil, [])
    case .contract, .fundingDeadline: return contract(ContractID(entity), kind, event)
    case .holdersRedeem:
      return ("other holders ask for their money, request \(entity + 1)", nil, [])
    case .securities:
      let sale = issuers[SaleID(entity)]
      let money = Money(minorUnits: sale.amount, world.currencies[sale.currency])
      return ("securities for \(money) become cash", nil, [])
    }
  }

  /// The IANA identifier of a branch's clock.
  private func zone(_ branch: BranchID) -> String {
    world.scenario.branches[branch.place].zone.identifier
  }

  /// The clocks at both ends of a plan, each once.
  private func zones(of plan: PlanID) -> [String] {
    let corridor = world.plans[plan].corridor
    let zones = [corridor.from, corridor.to].compactMap(\.branch).map { zone($0) }
    return zones.count == 2 && zones[0] == zones[1] ? [zones[0]] : zones
  }

  /// Hours begin: of a branch, one of its desks, a system, a correspondent, or of what was
  /// disturbed.
  private func opening(of timetable: TimetableID) -> Description {
    let scenario = world.scenario
    let count = scenario.branches.count
    guard timetable.place >= 3 * count else {
      let branch = BranchID(timetable.place % count)
      let desk = ["", "the exchange desk of ", "the review desk of "][timetable.place / count]
      return ("\(desk)\(scenario.branches[branch.place].title) opens", nil, [zone(branch)])
    }
    var place = timetable.place - 3 * count
    if place < scenario.systems.count {
      let system = scenario.systems[place]
      return ("\(system.name) opens", nil, [system.hours.zone.identifier])
    }
    place -= scenario.systems.count
    if place < scenario.correspondents.count {
      let correspondent = scenario.correspondents[place]
      return ("\(correspondent.name) opens", nil, [correspondent.hours.zone.identifier])
    }
    place -= scenario.correspondents.count
    return ("an end of the wait of what \(world.disturbedHours.stories[place])", nil, [])
  }

  /// A flow has drawn its next payment already, so that it can be named before it comes.
  private func instruction(of flow: Int) -> Description {
    guard let next = sources[flow].next else {
      preconditionFailure("a payment arrives that its flow does not have")
    }
    let plan = world.plans[next.plan]
    let amount = Money(minorUnits: terms(of: next, on: plan).amount, plan.corridor.currency)
    let ends = "\(world.name(of: plan.corridor.from)) to \(world.name(of: plan.corridor.to))"
    let name = world.name(of: next.key)
    return ("\(name) is instructed: \(amount), \(ends)", name, zones(of: next.plan))
  }

  /// What the clock of a payment ends, by its stage.
  private func step(of slot: Slot) -> Description {
    let payment = payments[slot]
    let cover = payment.isCover ? " (its cover)" : ""
    let name = world.name(of: payment.key)
    return ("\(name)\(cover): \(payment.stage.done)", name, zones(of: payment.plan))
  }

  /// A transfer of the treasury; it names no payment.
  private func landing(of place: TransferID) -> Description {
    let transfer = transfers[place]
    let pool = world.scenario.pools[transfer.to.place]
    let money = Money(minorUnits: transfer.amount, pool.currency)
    let branch = world.scenario.branches[pool.branch.place].name
    return ("\(money) reach the pool of \(branch)", nil, [zone(pool.branch)])
  }

  /// An event of a contract that has ended, or has gone on meanwhile, is still in the queue and
  /// does nothing: its generation tells.
  private func contract(_ place: ContractID, _ kind: EventKind, _ event: Event) -> Description {
    guard contracts.generation(place) == event.generation, let contract = contracts[place] else {
      return ("nothing: its contract has ended", nil, [])
    }
    let name = world.name(of: contract.key)
    let what = kind == .contract ? "the contract's next step" : "the time to fund it is over"
    return ("\(name): \(what)", name, zones(of: contract.plan))
  }
}

extension Stage {
  /// What has been done with a payment once its clock has run out.
  ///
  /// A switch over all stages, so that a new one does not compile without words. Stages of lines
  /// are called up by whatever they waited for.
  fileprivate var done: String {
    switch self {
    case .screening: "screened"
    case .repairing: "repaired"
    case .delivering: "its value date has come"
    case .changing: "its currency changed on the way"
    case .handling: "handled at the payee's bank"
    case .travelling: "its correspondent is done"
    case .minting: "minted"
    case .transferring: "transferred"
    case .burning: "burned"
    case .undoing: "a lost step undone"
    case .unanswered: "a step without an answer"
    case .converting: "exchanged"
    case .investigating: "found that it cannot be applied"
    case .mintingOnChain: "minted on the chain"
    case .preconfirming: "preconfirmed"
    case .including: "in a block"
    case .finalising: "final on the chain"
    case .reorganising: "undone by a reorganisation"
    case .redeeming: "redeemed on the chain"
    case .accepting, .releasing, .settling, .queueing, .posting, .standing, .awaitingCycle,
      .awaitingFinality, .awaitingMint, .awaitingRedemption, .held:
      "called up"
    }
  }
}
