public import Vocabulary

/// A date on which a calendar closes, with its name and where that is known from.
public struct Holiday: Hashable, Sendable {
  /// The day that is closed (the substitute where the feast itself fell on a weekend).
  public let date: CivilDate
  /// The name, several joined by `; ` where feasts fall together; empty where no source names it.
  public let name: String
  /// Where the date is known from, with the confidence; a weak fact says `weak`.
  public let source: String

  /// A holiday on `date`.
  public init(date: CivilDate, name: String, source: String) {
    (self.date, self.name, self.source) = (date, name, source)
  }
}

/// The days of weekly rest, from a date on.
public struct WeekendRule: Hashable, Sendable {
  /// The first date of the rule; `nil` for one without a beginning.
  public let from: CivilDate?
  /// The days of rest; empty where none are.
  public let days: WeekdaySet

  /// A weekend of `days` from `from` on.
  public init(from: CivilDate? = nil, _ days: WeekdaySet) {
    (self.from, self.days) = (from, days)
  }
}
