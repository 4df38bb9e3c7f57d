public import Vocabulary

/// What one replication of one model left behind, as integer facts.
///
/// The simulator fills it; whoever computes figures reads nothing else of a run.
public struct RunRecord: Sendable {
  /// One fact for each counted payment, in the order in which they ended; the open ones last.
  public var payments: ContiguousArray<PaymentFact> = []
  /// What each corridor cost, in the order of the corridors.
  public var corridors: [CorridorFact]
  /// What happened in each pool.
  public var pools: [PoolFact]
  /// What happened in each pool day by day, where that was asked for.
  public var days: [PoolDays] = []
  /// What happened in all pools of a currency taken together, in the order of the currencies.
  public var totals: [PoolFact]
  /// How many foreign-exchange trades settled in two steps, or in one only by the horizon.
  public var splitTrades = 0
  /// What was paid in trades while the other leg was not, by currency: minor units × µs.
  public var principalAtRisk: [Int128]
  /// Balances of each pool at the full hours from the start, where they were asked for.
  public var balances: [[Int64]]
  /// What stands behind an issuer's coins at the end, by currency; none without an issuer.
  public var reserves: [ReserveFact] = []
  /// What became of the counted contracts.
  public var contracts = ContractCounts()
  /// The flows of the pools in the order of time, where they were asked for: at most one for each
  /// pool and instant, those into pools before those out of others.
  public var flows: ContiguousArray<PoolFlow> = []
  /// For each pool, how far its balance fell below that of the start at most, as a number from zero
  /// down: after an instant (with a treasury that watches floors, after a posting), from the start of
  /// the run to its horizon, whatever is counted. Noted where flows are.
  public var falls: [Int64] = []
  /// The journeys that were asked for, in the order in which the payments ended.
  public var journeys: [Journey] = []
  /// The entries of the account whose journal was asked for.
  public var entries: [Entry] = []
  /// Digest of the events in the order in which they ran.
  public var events = Digest()
  /// Digest of the postings in their order.
  public var books = Digest()
  /// Digest of how each payment ended, in their order.
  public var outcomes = Digest()
  /// How many events left the queue.
  public var eventCount: UInt64 = 0
  /// How often a payment took a step: by an event of its own, or called up from a waiting line.
  public var stepCount: UInt64 = 0

  /// An empty record for so many corridors, pools and currencies.
  public init(corridors: Int, pools: Int, currencies: Int) {
    self.corridors = Array(repeating: CorridorFact(), count: corridors)
    self.pools = Array(repeating: PoolFact(), count: pools)
    self.totals = Array(repeating: PoolFact(), count: currencies)
    self.principalAtRisk = Array(repeating: 0, count: currencies)
    self.balances = Array(repeating: [], count: pools)
  }
}

/// An issuer's books in one currency at the end of a run, in minor units.
public struct ReserveFact: Hashable, Sendable {
  /// What redemptions are paid from.
  public var cash: Int64
  /// What becomes cash after a lag, sold or not.
  public var securities: Int64
  /// The coins that exist: as many as cash and securities are worth, at every instant.
  public var supply: Int64
  /// What the requests in the queue ask for.
  public var requested: Int64

  /// Books of so much.
  public init(cash: Int64, securities: Int64, supply: Int64, requested: Int64) {
    (self.cash, self.securities) = (cash, securities)
    (self.supply, self.requested) = (supply, requested)
  }
}

/// What became of contracts, those instructed during the warm-up left out.
public struct ContractCounts: Hashable, Sendable {
  /// Funded, or begun where nothing is locked.
  public var funded = 0
  /// Not funded by the deadline, for lack of money or of time.
  public var lapsed = 0
  /// Expired with something left for the payer.
  public var refunded = 0
  /// Disputed.
  public var disputed = 0

  /// None yet.
  public init() {}
}

/// How one payment went, in 32 bytes.
public struct PaymentFact: Hashable, Sendable {
  /// From instruction to end, in microseconds; for an open payment to the horizon.
  public var elapsed: Int64
  /// The amount that was instructed, in minor units of the corridor's currency.
  public var amount: Int64
  /// The place of the corridor in which it is counted.
  public var corridor: UInt32
  /// From instruction until the payee's bank had it, in seconds rounded up; `UInt32.max` where it
  /// never had.
  public var reached: UInt32
  /// The day of instruction, in days after the scenario's first day, UTC.
  public var day: UInt16
  /// The hour of that day, 0...23.
  public var hour: UInt8
  /// How many banks stood between the payer's and the payee's.
  public var intermediaries: UInt8
  /// How it ended.
  public var end: PaymentEnd
  /// What else is true of it.
  public var flags: PaymentFlags
  /// The hour of the week in which it was instructed on its payer's clock, on that of UTC where
  /// the payer is outside: 0 for Monday's first, 167 for Sunday's last.
  public var hourOfWeek: UInt8

  /// A payment's facts.
  public init(
    elapsed: Int64, amount: Int64, corridor: UInt32, day: UInt16, end: PaymentEnd,
    flags: PaymentFlags,
    reached: UInt32, intermediaries: UInt8, hourOfWeek: UInt8, hour: UInt8 = 0
  ) {
    (self.elapsed, self.amount, self.corridor) = (elapsed, amount, corridor)
    (self.day, self.hour, self.hourOfWeek) = (day, hour, hourOfWeek)
    (self.end, self.flags) = (end, flags)
    (self.reached, self.intermediaries) = (reached, intermediaries)
  }
}

/// Yes-or-no facts of a payment.
public struct PaymentFlags: OptionSet, Hashable, Sendable {
  /// One bit per fact.
  public let rawValue: UInt8

  /// The facts of the bits of `rawValue`.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// It had a deadline, and whether it kept it is known: an open payment whose deadline lies after
  /// the horizon has none.
  public static let hasDeadline = PaymentFlags(rawValue: 1)
  /// It was not credited by its deadline; a returned one never is.
  public static let late = PaymentFlags(rawValue: 2)
  /// It was handed over on a business day after the customer cut-off.
  public static let missedCutOff = PaymentFlags(rawValue: 4)
  /// It was credited by the close of the next business day of the receiving branch.
  public static let withinBusinessDay = PaymentFlags(rawValue: 8)
  /// Its instruction was repaired.
  public static let repaired = PaymentFlags(rawValue: 16)
  /// A reorganisation of its chain undid it after it had counted as paid.
  public static let undone = PaymentFlags(rawValue: 128)
}

/// What the counted payments of one corridor took and cost.
public struct CorridorFact: Hashable, Sendable {
  /// Microseconds by cause, over all its payments up to their end or the horizon.
  public var microseconds = ByCause<Int128>(repeating: 0)
  /// Fees of ended payments, in minor units of the currency sent.
  public var fees: Int128 = 0
  /// What credited payments lost against mid in conversion, in minor units of the currency
  /// credited.
  public var exchangeCost: Int128 = 0

  /// Nothing yet.
  public init() {}
}

/// What happened in a pool while it was measured, from the end of the warm-up until nothing more is
/// instructed, in minor units of its currency.
public struct PoolFact: Hashable, Sendable {
  /// The balance at the start of the run.
  public var opening: Int64 = 0
  /// The lowest balance.
  public var lowest: Int64 = 0
  /// The balance at the end.
  public var closing: Int64 = 0
  /// The part of the balance above zero, integrated over time: minor units × µs.
  public var heldMicroseconds: Int128 = 0
  /// The part below zero, drawn on the credit line, likewise; a positive number.
  public var drawnMicroseconds: Int128 = 0
  /// What contracts of its clients had locked, integrated over time: minor units × µs.
  public var lockedMicroseconds: Int128 = 0
  /// What it had sent to other pools and had not arrived, integrated over time: minor units × µs.
  public var inTransitMicroseconds: Int128 = 0
  /// What it held for its clients' payments, debited or received and neither credited nor returned,
  /// integrated over time: minor units × µs.
  public var floatMicroseconds: Int128 = 0
  /// What payments took out of it.
  public var paidOut: Int128 = 0
  /// What payments brought in.
  public var paidIn: Int128 = 0
  /// What came from other pools.
  public var transferredIn: Int128 = 0
  /// How long payments waited for it in all, in microseconds.
  public var queuedMicroseconds: Int128 = 0

  /// Nothing yet.
  public init() {}

  /// How far the balance fell below the opening balance, at its lowest.
  public var peakUse: Int64 { max(0, opening - lowest) }
}
