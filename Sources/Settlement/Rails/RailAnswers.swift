import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What every rail is asked: a rail that leaves a question open does not compile.
///
/// The answers are functions of the type, asked through `RailKind` (`Rail.swift`), which has the
/// only switches over kinds: the compiler sees through both, so that a question costs what its
/// answer does. They decide and change nothing but where the clock has looked.
///
/// Amounts are minor units of the currency sent; `run` is the replication that asks.
protocol RailAnswers {
  /// What holds for it always.
  static var traits: RailTraits { get }

  /// Its table: what holds while one of its payments is in a stage, `nil` where none ever is.
  static func rule(for stage: Stage) -> StageRule?

  /// How a new payment of a plan sets out: it asks to be taken, or its payer is debited at once.
  static func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next

  /// How a payment that has been screened leaves.
  static func screened(on plan: CorridorPlan) -> Next

  /// How one that lies at the payee's bank goes back.
  static func back(on plan: CorridorPlan) -> Next

  /// How one that lies at the bank of its client, there or back, is credited.
  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next

  /// How what a contract lets go leaves, and how its funding ends where it came too late; asked of
  /// rails with contracts alone.
  static var unlocked: Next { get }
  static var lapsed: Next { get }

  /// How tokens that are final on a chain become money; asked of rails on a chain alone.
  static var leavesChain: Next { get }

  /// What a payment of a plan costs its payer, and how much of that travels with it.
  ///
  /// - Parameter role: What it is to a contract; one that goes back is not asked about.
  static func charge(
    _ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator
  )
    -> RailCharge

  /// Whether an outage keeps it from what it does on a plan now.
  static func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool

  /// Whether a payment that takes it now settles at once as far as hours go.
  static func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool

  /// When a payment instructed now can be expected at its payee, from what everybody knows: hours,
  /// runs, cut-offs and mean times of work; `distantFuture` where it cannot within the compiled
  /// time.
  static func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant

  /// What payer and payee pay for it.
  static func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator)
    -> Int64

  /// What settles next of a payment between banks, there or back: who pays whom, in which system.
  static func leg(of slot: Slot, in run: borrowing Simulator) -> Leg

  /// The account at an end of a leg at which no pool is.
  ///
  /// - Parameter isPaying: Whether at the end that pays.
  static func account(_ leg: Leg, isPaying: Bool, of slot: Slot, in run: borrowing Simulator)
    -> AccountID

  /// The timetable of whoever works on a payment whose leg has settled; `nil` without a break.
  static func workingDesk(of slot: Slot, in run: borrowing Simulator) -> TimetableID?

  /// How many banks stand between a payment's payer's and its payee's.
  static func intermediaries(of payment: Payment, in run: borrowing Simulator) -> UInt8
}

/// Most rails know no bank between the two and no contracts; what of them has legs says so.
extension RailAnswers {
  static var unlocked: Next { preconditionFailure("nothing is locked on a rail without contracts") }
  static var lapsed: Next { preconditionFailure("nothing is locked on a rail without contracts") }
  static var leavesChain: Next { preconditionFailure("nothing leaves a chain by this rail") }
  static func leg(of slot: Slot, in run: borrowing Simulator) -> Leg {
    preconditionFailure("tokens of the bank pass no system between two banks")
  }
  static func account(
    _ leg: Leg, isPaying: Bool, of slot: Slot, in run: borrowing Simulator
  ) -> AccountID { preconditionFailure("tokens of the bank pass no system between two banks") }
  static func workingDesk(of slot: Slot, in run: borrowing Simulator) -> TimetableID? { nil }
  static func intermediaries(of payment: Payment, in run: borrowing Simulator) -> UInt8 { 0 }
}

/// What a payer pays beside the amount, in minor units of the currency sent.
struct RailCharge {
  /// All of it.
  let fee: Int64
  /// What of it travels with the amount, to be taken on the way; the rest stays with the bank.
  let carried: Int64

  /// Nothing.
  static var nothing: RailCharge { RailCharge(fee: 0, carried: 0) }

  /// A fee that stays with the bank.
  static func kept(_ fee: Int64) -> RailCharge { RailCharge(fee: fee, carried: 0) }
}
