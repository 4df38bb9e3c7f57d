public import Vocabulary

/// What happened in one pool on one day of its branch: the balances and what lies between them.
///
/// Invariant: opening balance and entries add up to the closing balance.
public struct PoolStatement: Hashable, Sendable {
  /// The branch's short name and its name for readers.
  public var branch, title: String
  /// The branch's code of ISO 9362, where it has one.
  public var code: String?
  /// The currency of every amount.
  public var currency: Currency
  /// The day on the branch's clock.
  public var date: CivilDate
  /// The same in UTC, half-open.
  public var day: Range<Instant>
  /// The balance at the start of the day, in minor units; the prefunding counts as brought forward.
  public var opening: Int64
  /// What was booked, in its order.
  public var entries: [PoolEntry]
  /// The balance at the end of the day, in minor units.
  public var closing: Int64

  /// A statement; traps where its entries do not add up.
  public init(
    branch: String, title: String, code: String?, currency: Currency, date: CivilDate,
    day: Range<Instant>, opening: Int64, entries: [PoolEntry], closing: Int64
  ) {
    let sum = entries.reduce(opening) { $0 + $1.amount }
    precondition(sum == closing, "the entries of a statement lead from balance to balance")
    (self.branch, self.title, self.code, self.currency) = (branch, title, code, currency)
    (self.date, self.day) = (date, day)
    (self.opening, self.entries, self.closing) = (opening, entries, closing)
  }
}

/// One entry of a pool.
public struct PoolEntry: Hashable, Sendable {
  /// When it was booked.
  public var instant: Instant
  /// Why.
  public var kind: EntryKind
  /// The payment it belongs to; `nil` for the treasury's own transfers.
  public var payment: String?
  /// What the pool gained, negative where it lost, in minor units.
  public var amount: Int64

  /// An entry.
  public init(instant: Instant, kind: EntryKind, payment: String?, amount: Int64) {
    (self.instant, self.kind) = (instant, kind)
    (self.payment, self.amount) = (payment, amount)
  }
}

/// How a payment stands at an instant.
public struct PaymentStanding: Hashable, Sendable {
  /// The payment's identity.
  public var payment: String
  /// What the payer instructed.
  public var amount: Money
  /// When.
  public var instructed: Instant
  /// How it stands.
  public var status: Status
  /// What it waits for or goes through, where it is under way.
  public var cause: Cause?

  /// How a payment stands.
  public enum Status: Hashable, Sendable {
    /// The payee has it.
    case credited
    /// The payer has it back.
    case returned
    /// The branch has not taken it yet, or it is being screened.
    case pending
    /// It is accepted and on its way.
    case onItsWay
  }

  /// A payment's standing, if it was instructed before the instant.
  public init?(of journey: Journey, at instant: Instant) {
    guard journey.instructed < instant else { return nil }
    (payment, amount, instructed) = (journey.payment, journey.amount, journey.instructed)
    if journey.end != .open, journey.ended < instant {
      status = journey.end == .credited ? .credited : .returned
      return
    }
    let place = journey.segments.firstIndex { $0.from < instant && instant <= $0.to }
    let rest = journey.segments[(place ?? journey.segments.endIndex)...]
    cause = rest.first?.cause
    let isHeld = place == 0 && [.night, .weekend, .holiday].contains(cause)
    status = isHeld || rest.contains { $0.cause == .screening } ? .pending : .onItsWay
  }
}
