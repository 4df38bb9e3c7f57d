import Calendars
public import Scenarios
import Vocabulary

/// One settlement on a payment's route: which pools it moves, in which system, at what price.
struct Leg: Sendable {
  /// The pool that pays; `nil` where a correspondent or an outside bank pays.
  var payer: PoolID?
  /// The pool that is paid; `nil` where a correspondent, an outside bank or the exchange desk is.
  var payee: PoolID?
  /// The system in which it settles.
  var system: SystemID
  /// Which of the system's cut-offs binds it.
  var cutOff: CutOff
  /// The place of its currency among the world's currencies.
  var currency: CurrencyID
  /// How long the correspondent works after settlement, where that is always the same.
  var processing = TimeSpan.zero
  /// Where else the place of the distribution in `World.works`; `nil` where it is always the same.
  var work: Int?
  /// The timetable of the hours in which the correspondent works; `nil` without a break.
  var desk: TimetableID?
  /// What the correspondent takes, in minor units.
  var fee: Int64 = 0
}

/// The place of a route among the world's.
typealias RouteID = EntityID<Route>

/// One route of a plan: by the correspondents of one entry of the file's `corridors`, or through
/// the domestic system.
struct Route: Sendable {
  /// Where its legs stand in the world: there in the order of travel, then as many back.
  let firstLeg: Int
  /// How many legs lead there.
  let legCount: Int
  /// What the payer pays beside the amount, in minor units.
  let payerFee: Int64
  /// After how many legs the currency is changed; `nil` where it is not, or where the receiving
  /// branch changes it.
  let exchangeAfter: Int?
  /// Whether the payee's bank credits on the announcement, before the money has come.
  let isAnnounced: Bool
  /// How many banks stand between the payer's and the payee's.
  let intermediaries: UInt8
}

/// A corridor of the scenario with everything that a payment on it needs to know.
public struct CorridorPlan: Sendable {
  /// From whom to whom in which currency.
  public let corridor: Corridor
  /// The branch whose clock, desks and screening the payment meets first.
  let home: BranchID
  /// The branch whose business days a deadline counts.
  let destination: BranchID
  /// The place of the currency sent among the world's currencies, and of the one credited.
  let currency, creditedIn: CurrencyID
  /// The pool of the paying branch in the currency sent.
  let payerPool: PoolID?
  /// The pool of the receiving branch in the currency credited.
  let payeePool: PoolID?
  /// Its routes by correspondents in the order of preference, as places in `World.routes`; the one
  /// through the domestic system where an end is outside.
  let routes: Range<Int32>
  /// The place of the corridor in which its outcomes are counted.
  var counted: Int32 = 0
  /// The mid rate, where the currency credited is another one.
  let rate: ExchangeRate?

  /// Whether both ends are branches of the bank.
  var isInternal: Bool { corridor.from != .outside && corridor.to != .outside }
}
