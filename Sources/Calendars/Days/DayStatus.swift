/// What a calendar says of a day.
public enum DayStatus: String, Hashable, Sendable {
  /// Banks work.
  case business
  /// A day of the weekly rest.
  case weekend
  /// A day of work by the week, closed by a holiday.
  case holiday
}

/// How a date that is no business day is moved to one.
public enum BusinessDayConvention: String, CaseIterable, Hashable, Sendable {
  /// To the next business day.
  case following
  /// To the next business day, unless that lies in another month: then to the one before.
  case modifiedFollowing
  /// To the business day before.
  case preceding
  /// To the business day before, unless that lies in another month: then to the next.
  case modifiedPreceding
  /// Not at all.
  case unadjusted
}
