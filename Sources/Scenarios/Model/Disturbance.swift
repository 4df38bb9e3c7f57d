public import Vocabulary

/// Something that does not go as planned, in every model and every replication alike.
///
/// Each affects exactly what it names. What payments wait for because of it shows as `outage`; what
/// follows from that wait (a night, a batch, a short pool) keeps its own cause.
public enum Disturbance: Hashable, Sendable {
  /// Something is down.
  case outage(of: Outage, during: Range<Instant>)
  /// A system's cut-offs and close of one value date come earlier or later.
  case cutOff(of: SystemID, valueDate: CivilDate, by: TimeSpan)
  /// A holiday that nobody had foreseen.
  case holiday(of: HolidayScope, date: CivilDate)
  /// The filters raise more alerts.
  case screeningSurge(ScreeningSurge)
  /// A payer holds payments back.
  case withheldInflow(WithheldInflow)
  /// A branch fails as a participant: nothing leaves it, what comes in still does.
  case failure(of: BranchID, during: Range<Instant>)
  /// A mid rate jumps.
  case rateShock(RateShock)
}

/// What is down.
public enum Outage: Hashable, Sendable {
  /// A settlement system: nothing settles in it.
  case system(SystemID)
  /// A branch: neither its counters and runs nor its desks work, and no token leaves or reaches it.
  case branch(BranchID)
  /// The ledger of a rail, in every model that has the rail.
  case ledger(RailKind)
}

/// Whose holiday it is.
public enum HolidayScope: Hashable, Sendable {
  /// A settlement system's.
  case system(SystemID)
  /// A branch's, with its desks.
  case branch(BranchID)
  /// That of every branch, system and correspondent on a calendar.
  case calendar(String)
}

/// More alerts than usual for a time; those that come on top are false and are reviewed like any.
public struct ScreeningSurge: Hashable, Sendable {
  /// When screenings start that it meets.
  public var during: Range<Instant>
  /// The alert rate is multiplied by this, at least 1 ...
  public var times: Double
  /// ... and increased by this share of all payments, 0...1.
  public var plus: Double
  /// The branch that screens; `nil` for all.
  public var branch: BranchID?
  /// Who is paid; `nil` for all.
  public var payee: Party?
  /// The currency sent; `nil` for all.
  public var currency: Currency?
}

/// Payments that their payer does not send before the end of a stretch.
public struct WithheldInflow: Hashable, Sendable {
  /// When payments are instructed that it meets.
  public var during: Range<Instant>
  /// Who holds them back.
  public var payer: Party
  /// The branch that would be paid.
  public var payee: BranchID
  /// The currency sent; `nil` for all.
  public var currency: Currency?
}

/// A jump of one mid rate, which lasts.
public struct RateShock: Hashable, Sendable {
  /// The place of the pair in `RateTable.rates`.
  public var pair: Int
  /// When it jumps.
  public var at: Instant
  /// What the rate is multiplied by, above 0.
  public var factor: Double
}
