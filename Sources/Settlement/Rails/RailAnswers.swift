import Calendars
import Scenarios
import Vocabulary

/// What every rail is asked: a rail that leaves a question open does not compile.
///
/// The answers are functions of the type, asked through `RailKind` (`Rail.swift`), which has the only
/// switches over kinds: the compiler sees through both, so that a question costs what its answer does.
/// They decide and change nothing but where the clock has looked.
///
/// Amounts are minor units of the currency sent; `run` is the replication that asks.
protocol RailAnswers {
  /// What holds for it always.
  static var traits: RailTraits { get }

  /// What a payment of a lane costs its payer, and how much of that travels with it.
  ///
  /// - Parameter role: What it is to a contract; one that goes back is not asked about.
  static func charge(_ amount: Int64, _ role: Role, on lane: Lane, in run: borrowing Simulator)
    -> RailCharge

  /// Whether an outage keeps it from what it does on a lane now.
  static func isDown(_ lane: Lane, in run: borrowing Simulator) -> Bool

  /// Whether a payment that takes it now settles at once as far as hours go.
  static func isOpen(_ lane: Lane, in run: inout Simulator) -> Bool

  /// When a payment instructed now can be expected at its payee, from what everybody knows: hours,
  /// runs, cut-offs and mean times of work; `distantFuture` where it cannot within the compiled time.
  static func expectedCredit(_ lane: Lane, in run: borrowing Simulator) -> Instant

  /// What payer and payee pay for it.
  static func expectedCost(_ amount: Int64, on lane: Lane, in run: borrowing Simulator) -> Int64

  /// What settles next of a payment between banks, there or back: who pays whom, in which system.
  static func leg(of payment: Payment, in run: borrowing Simulator) -> Leg

  /// The timetable of whoever works on a payment whose leg has settled; `nil` without a break.
  static func workingDesk(of payment: Payment, in run: borrowing Simulator) -> Int?

  /// How many banks stand between a payment's payer's and its payee's.
  static func intermediaries(of payment: Payment, in run: borrowing Simulator) -> UInt8
}

/// Most rails know no bank between the two.
extension RailAnswers {
  static func workingDesk(of payment: Payment, in run: borrowing Simulator) -> Int? { nil }
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
