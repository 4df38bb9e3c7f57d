import Calendars
public import Scenarios
import Vocabulary

/// One settlement on a payment's way: which pools it moves, in which system, at what price.
struct Leg: Sendable {
  /// The pool that pays; `nil` where a correspondent or an outside bank pays.
  var payer: PoolID?
  /// The pool that is paid; `nil` where a correspondent, an outside bank or the exchange desk is.
  var payee: PoolID?
  /// The system in which it settles.
  var system: SystemID
  /// Which of the system's cut-offs binds it.
  var cutOff: CutOff
  /// How long the correspondent works after settlement.
  var processing: TimeSpan
  /// What the correspondent takes, in minor units.
  var fee: Int64
}

/// A route of the scenario with everything that a payment on it needs to know.
///
/// Outcomes are counted by lane.
public struct Lane: Sendable {
  /// From whom to whom in which currency.
  public let route: Route
  /// The branch whose clock, desks and screening the payment meets first.
  let home: BranchID
  /// The branch whose business days a deadline counts.
  let destination: BranchID
  /// The place of the currency sent among the world's currencies, and of the one credited.
  let currency, creditedIn: Int
  /// The pool of the paying branch in the currency sent.
  let payerPool: PoolID?
  /// The pool of the receiving branch in the currency credited.
  let payeePool: PoolID?
  /// Where its legs stand in the world: those of correspondent banking or of the domestic system
  /// in the order of travel, then as many of a return.
  let firstLeg: Int
  /// How many legs lead there.
  let legCount: Int
  /// What the payer pays beside the amount, in minor units.
  let payerFee: Int64
  /// The mid rate, where the currency credited is another one.
  let rate: ExchangeRate?

  /// Whether both ends are branches of the bank.
  var isInternal: Bool { route.from != .outside && route.to != .outside }
}
