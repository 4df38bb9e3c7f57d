public import Vocabulary

/// The opening hours of a week, worked out where calendars and zones are known.
public struct OpeningWeek: Hashable, Codable, Sendable {
  /// Those who live by one clock.
  public struct Place: Hashable, Codable, Sendable {
    /// The clock.
    public var clock: ClockAxis
    /// When the clock changes within the week, and by how much: `+1 h`.
    public var changes: [ClockAxis.Tick]
    /// Branches and systems.
    public var rows: [Row]

    /// Those who live by a clock.
    public init(clock: ClockAxis, changes: [ClockAxis.Tick], rows: [Row]) {
      (self.clock, self.changes, self.rows) = (clock, changes, rows)
    }
  }

  /// A branch or a system.
  public struct Row: Hashable, Codable, Sendable {
    /// Its name.
    public var title: String
    /// When it is open.
    public var open: [Range<Instant>]
    /// When it is closed for a weekend, a holiday or an outage.
    public var closed: [Closing]
    /// Its cut-offs.
    public var cutOffs: [Instant]
    /// Its usual hours and cut-off in words, on its own clock: `08:30–18:00`, `17:00`.
    public var hours, cutOff: String

    /// A branch or a system with its hours.
    public init(
      title: String, open: [Range<Instant>], closed: [Closing], cutOffs: [Instant], hours: String,
      cutOff: String
    ) {
      (self.title, self.open, self.closed) = (title, open, closed)
      (self.cutOffs, self.hours, self.cutOff) = (cutOffs, hours, cutOff)
    }
  }

  /// A stretch in which something is closed on a day that is not one of business.
  public struct Closing: Hashable, Codable, Sendable {
    /// Why.
    public enum Kind: String, Hashable, Codable, Sendable {
      /// A day of weekly rest, a holiday, an outage.
      case weekend, holiday, outage
    }

    /// Why it is closed.
    public var kind: Kind
    /// When.
    public var during: Range<Instant>
    /// The day and the holiday's name: `Fri 3, Good Friday`.
    public var name: String

    /// A closed stretch.
    public init(kind: Kind, during: Range<Instant>, name: String) {
      (self.kind, self.during, self.name) = (kind, during, name)
    }
  }

  /// The week.
  public var range: Range<Instant>
  /// The clock of UTC.
  public var clock: ClockAxis
  /// The places from west to east or in the order of the scenario.
  public var places: [Place]
  /// How many branches and systems are left out.
  public var leftOut: Int

  /// A week of opening hours.
  public init(range: Range<Instant>, clock: ClockAxis, places: [Place], leftOut: Int) {
    (self.range, self.clock, self.places, self.leftOut) = (range, clock, places, leftOut)
  }
}
