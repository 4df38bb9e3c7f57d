import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// The time of a stage: what it counts as stands in the table of the payment's rail.
extension Simulator {
  /// A payment has been in its stage from the start of its segment to an instant, which is now or
  /// the horizon.
  ///
  /// - Parameter isOver: Whether it leaves the stage; at the horizon it does not.
  ///
  /// - Parameter instant: No earlier than the start of the segment.
  mutating func spendStage(_ slot: Slot, until instant: Instant, isOver: Bool) {
    let stage = payments[slot].stage
    let time = payments[slot].rail.rule(for: stage).time
    spend(time, slot, until: instant, story: isOver ? stage.story : stage.openStory)
  }

  /// A payment's time from the start of its segment to an instant counts as its stage says.
  mutating func spend(
    _ time: StageTime, _ slot: Slot, until instant: Instant,
    story: @autoclosure () -> StaticString
  ) {
    switch time {
    case .all(let cause): spend(slot, cause, until: instant, "\(story())")
    case .hours(let hours, let cause):
      spendClosed(slot, timetable(of: hours, slot), openCause: cause, until: instant)
    case .screening: spendOnScreening(slot, until: instant)
    case .correspondent: spendTravelling(slot, until: instant)
    case .dealer: spendOnChange(slot, until: instant)
    case .exchange: spendOnExchange(slot, until: instant)
    case .clearing: spendStanding(slot, until: instant)
    case .chain: spendOnChain(slot, until: instant, "\(story())")
    case .issuer: spendAtIssuer(slot, until: instant)
    }
  }

  /// The timetable of whose hours bind a payment.
  ///
  /// On the way back the two ends change places.
  @inline(__always)
  private func timetable(of hours: StageHours, _ slot: Slot) -> TimetableID {
    let plan = world.plans[payments[slot].plan]
    let isReturning = payments[slot].isReturning
    return switch hours {
    case .acceptance: world.hours(of: plan.home)
    case .dispatch:
      world.disturbedHours.dispatch[(isReturning ? plan.destination : plan.home).place]
    case .posting: world.hours(of: isReturning ? plan.home : plan.destination)
    case .system: world.hours(of: nextLeg(slot).system)
    case .repair: world.reviewDesk(of: plan.home)
    case .handling: world.reviewDesk(of: plan.destination)
    }
  }
}

/// What a payment's story says of a stage whose time is one cause (`StageTime.all`), or that of a
/// chain; of any other it is told by whoever has the payment, and asked for here it traps.
extension Stage {
  /// Once it is over.
  ///
  /// In the present tense, as a line of a journey.
  var story: StaticString {
    switch self {
    case .minting: "its mint becomes final"
    case .transferring: "its transfer becomes final"
    case .burning: "its burn becomes final"
    case .undoing: "a step is undone"
    case .unanswered: "a step on the ledger gets no answer"
    case .delivering: "waits for the value date of its exchange"
    case .investigating: "the payee's side finds that it cannot apply it"
    case .mintingOnChain: "its mint waits for a block"
    case .preconfirming: "its transfer waits for its preconfirmation"
    case .including: "its transfer waits for a block"
    case .finalising: "its transfer waits for finality"
    case .reorganising: "its block is undone by a reorganisation"
    case .redeeming: "its redemption waits for a block"
    default: openStory
    }
  }

  /// While it lasts.
  var openStory: StaticString {
    switch self {
    case .queueing: "waits for money in its pool"
    case .delivering: "waits for its value date"
    case .investigating: "the payee's side looks into it"
    case .unanswered: "a step gets no answer"
    case .held: "is held until a disturbance ends"
    case .minting, .transferring, .burning, .undoing, .mintingOnChain, .preconfirming, .including,
      .finalising, .reorganising, .redeeming:
      "waits for its block"
    case .accepting, .screening, .repairing, .releasing, .settling, .travelling, .converting,
      .changing, .handling, .posting, .standing, .awaitingCycle, .awaitingFinality, .awaitingMint,
      .awaitingRedemption:
      preconditionFailure("a stage whose time is one cause has a story: \(self) has none")
    }
  }
}
