public import Vocabulary

/// One stretch `[opens, closes)` in which a system settles for one value date, in UTC.
public struct Window: Hashable, Sendable {
  /// The first instant of the window.
  public let opens: Instant
  /// A customer payment handed over at or after this instant has missed the value date.
  public let customerCutOff: Instant
  /// An interbank payment handed over at or after this instant has missed the value date.
  public let interbankCutOff: Instant
  /// The first instant after the window.
  public let closes: Instant
  /// The date for which payments of the window count.
  public let valueDate: CivilDate

  /// A window; its members in the order of time but for the cut-offs, which lie before `closes`.
  public init(
    opens: Instant, customerCutOff: Instant, interbankCutOff: Instant, closes: Instant,
    valueDate: CivilDate
  ) {
    (self.opens, self.closes, self.valueDate) = (opens, closes, valueDate)
    (self.customerCutOff, self.interbankCutOff) = (customerCutOff, interbankCutOff)
  }

  /// Whether the window is open at an instant.
  public func contains(_ instant: Instant) -> Bool { instant >= opens && instant < closes }

  /// The cut-off of a kind.
  public func cutOff(_ kind: CutOff) -> Instant {
    kind == .customer ? customerCutOff : interbankCutOff
  }
}

/// Whose payments a cut-off binds.
public enum CutOff: String, CaseIterable, Hashable, Sendable {
  /// Payments of customers (pacs.008).
  case customer
  /// Payments between banks (pacs.009).
  case interbank
}

/// On which day the window of a value date opens.
public enum OpeningKind: String, CaseIterable, Hashable, Sendable {
  /// On the value date itself.
  case sameDay
  /// On the calendar day before, be it a Sunday or a holiday (Fedwire, CHIPS, HVPS).
  case previousCalendarDay
  /// On the day of operation before: Monday's window opens on Friday (T2, SIC).
  case previousBusinessDay
}
