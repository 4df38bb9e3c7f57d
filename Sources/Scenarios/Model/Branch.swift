public import Calendars
public import Chance
public import Vocabulary

/// The place of a branch in `Scenario.branches`.
public typealias BranchID = EntityID<Branch>

/// A branch of the bank: its clock, its days, its desks.
public struct Branch: Sendable {
  /// The short name by which files refer to it: `NYC`.
  public var name: String
  /// The name that it shares with its likes where the file gives many at once: `BANK` of
  /// `BANK001`.
  public var family: String?
  /// The name for readers: `New York`.
  public var title: String
  /// Its code of ISO 9362, by which messages name it.
  public var code: String?
  /// Its clock.
  public var zone: Zone
  /// Its business days.
  public var calendar: HolidayCalendar
  /// Its business hours; the customer cut-off is the last moment for value today.
  public var hours: OperatingHours
  /// When accepted instructions are released to the correspondents.
  public var releases: RunTimes
  /// When incoming payments are posted to clients.
  public var postings: RunTimes
  /// The hours of its foreign-exchange desk.
  public var exchangeDesk: OperatingHours
  /// The hours in which people review screening alerts, repair instructions and work on what comes
  /// in.
  public var reviewDesk: OperatingHours
  /// What people do with payments that come in, before they are posted; `nil` nothing.
  public var inward: InwardTerms?
}

/// Work of people at the payee's bank before it credits: documents, capital controls, enquiries
/// (CPMI, SWIFT gpi data indicate drivers of fast cross-border payments, February 2022).
public struct InwardTerms: Hashable, Sendable {
  /// The share of incoming payments that are worked on, 0...1.
  public var share: Double
  /// How long, in seconds of the review desk's hours.
  public var work: Distribution
}

/// When a batch runs.
public enum RunTimes: Hashable, Sendable {
  /// At once, whenever the branch is open.
  case continuous
  /// At these times of the branch's business days, in ascending order.
  case at([WallTime])
}
