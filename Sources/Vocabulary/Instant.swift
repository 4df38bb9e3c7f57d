/// A point of time: microseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX).
///
/// Local time exists only where calendars are compiled and where results are printed.
/// Arithmetic traps on overflow.
public struct Instant: Hashable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z, UTC.
  public let microseconds: Int64

  /// The instant `microseconds` after 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The instant `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.init(microseconds: seconds * 1_000_000)
  }

  /// An instant after every other: "never", for a wait without an end.
  public static let distantFuture = Instant(microseconds: .max)
}

extension Instant: Comparable {
  /// Whether the left comes before the right.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Instant {
  /// The instant a span after this one.
  public static func + (instant: Instant, span: TimeSpan) -> Instant {
    Instant(microseconds: instant.microseconds + span.microseconds)
  }
  /// The instant a span before this one.
  public static func - (instant: Instant, span: TimeSpan) -> Instant {
    Instant(microseconds: instant.microseconds - span.microseconds)
  }
  /// The span from `earlier` to `later`.
  public static func - (later: Instant, earlier: Instant) -> TimeSpan {
    TimeSpan(microseconds: later.microseconds - earlier.microseconds)
  }
}
