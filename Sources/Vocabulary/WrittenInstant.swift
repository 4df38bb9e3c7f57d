/// A point of time as a text gives it: a date, a time of day and, where the text says so, how far
/// its clock is ahead of UTC.
///
/// It is the one reader of points of time, in whatever file they stand. Its texts are those of ISO
/// 8601 and RFC 3339 as programs write them: `2026-03-06T09:30:00Z`, a blank for the T (databases,
/// spreadsheets), an offset for the Z, seconds or none, and decimals of a second. Decimals past the
/// sixth may be zeros alone: an instant counts microseconds, and none is rounded away unseen.
///
/// A text without a zone is read too. Whether a local time can be meant is for the file's reader to
/// say, who knows a clock (`Zone.reading(_:)`) or refuses it (`Instant.init(reading:)`).
public struct WrittenInstant: Hashable, Sendable {
  /// How date and time are punctuated; both are ISO 8601.
  public enum Form: Hashable, Sendable {
    /// `2026-03-06T09:30:00+01:00`; the hour may have one digit, as a time of day may.
    case extended
    /// `20260306T093000+0100`, the form of iCalendar (RFC 5545).
    case basic
  }

  /// The date that the clock shows.
  public let date: CivilDate
  /// Microseconds after the midnight at which the date starts, below 86,400,000,000.
  public let timeOfDay: Int64
  /// How far the clock is ahead of UTC, at most 14 hours either way; `nil` where the text names no
  /// zone.
  public let offset: TimeSpan?

  /// The furthest that a clock may be from UTC, as in XML Schema; in use are −12 h to +14 h.
  static let furthestOffset = TimeSpan.hours(14)

  init(date: CivilDate, timeOfDay: Int64, offset: TimeSpan?) {
    (self.date, self.timeOfDay, self.offset) = (date, timeOfDay, offset)
  }

  /// Reads a text.
  ///
  ///     try WrittenInstant("2026-03-06 09:30:00.1234567+01")
  ///     // throws: found 7 decimals of a second, a microsecond holds 6
  ///
  /// - Throws: `InstantError` with the first thing that is wrong.
  /// - Complexity: O(n) in the bytes.
  public init(_ text: some StringProtocol, _ form: Form = .extended) throws(InstantError) {
    try self.init(utf8: Array(text.utf8)[...], form)
  }

  /// Reads a text from its bytes, without a copy: a file of payments has millions.
  ///
  /// - Throws: `InstantError` with the first thing that is wrong.
  /// - Complexity: O(n) in the bytes.
  public init(utf8 bytes: ArraySlice<UInt8>, _ form: Form = .extended) throws(InstantError) {
    var scanner = InstantScanner(bytes, form)
    self = try scanner.instant()
  }

  /// The instant; `nil` where the text names no zone.
  public var instant: Instant? { offset.map { onClockOfUTC - $0 } }

  /// The instant at which the clock of UTC shows this date and time.
  public var onClockOfUTC: Instant { date.startOfDayUTC + TimeSpan(microseconds: timeOfDay) }
}

/// Why a text is no point of time.
public enum InstantError: Error, Hashable, Sendable {
  /// The text has another form altogether.
  case otherForm
  /// A date stands alone.
  case noTime
  /// A date of a good form, as it stands, that is in no calendar.
  case noSuchDate(String)
  /// A time of a good form, as it stands, that no day has: 24:00 is the next day's 00:00.
  case noSuchTime(String)
  /// A leap second, which POSIX time does not count.
  case leapSecond
  /// More decimals of a second than a microsecond holds, trailing zeros left out.
  case decimals(Int)
  /// A clock further from UTC than any, as it stands.
  case noSuchOffset(String)
  /// By its offset an instant outside the years 1 to 9999 of UTC, which no text could give back.
  case outsideYears
  /// Neither Z nor an offset.
  case noZone
}

extension InstantError: CustomStringConvertible {
  /// The problem as one sentence without a full stop.
  public var description: String {
    switch self {
    case .otherForm: "found neither a date nor a time of day"
    case .noTime: "found a date alone, expected a time of day behind it"
    case .noSuchDate(let text): "found the date \(text), which no calendar has"
    case .noSuchTime(let text): "found the time \(text), which no day has"
    case .leapSecond: "found the second 60, leap seconds are not counted"
    case .decimals(let count): "found \(count) decimals of a second, a microsecond holds 6"
    case .noSuchOffset(let text): "found the offset \(text), expected at most 14 hours either way"
    case .outsideYears: "found an instant outside the years 1 to 9999 of UTC"
    case .noZone: "found no zone, expected Z or an offset like +01:00"
    }
  }

  /// What to add to `found …, expected …`: a semicolon and the problem; nothing where the text is of
  /// another form altogether, which the sentence before says.
  public var clause: String { self == .otherForm ? "" : "; \(self)" }
}
