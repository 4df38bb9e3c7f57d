public import Vocabulary

/// What the command knows of a run and the comparison does not: the program that made it, and how.
public struct RunIdentity: Hashable, Codable, Sendable {
  /// The version of the program.
  public var version: String
  /// The version of the zone rules that compiled the calendars.
  public var zoneDataVersion: String
  /// The seed that ordered simultaneous events of one phase; `nil` for first in, first out.
  public var shuffledTies: UInt64?

  /// The program of a run.
  public init(version: String, zoneDataVersion: String, shuffledTies: UInt64? = nil) {
    (self.version, self.zoneDataVersion) = (version, zoneDataVersion)
    self.shuffledTies = shuffledTies
  }
}

/// A clock under a picture: the ticks of one zone, worked out where zones are known.
public struct ClockAxis: Hashable, Codable, Sendable {
  /// A tick on the clock.
  public struct Tick: Hashable, Codable, Sendable {
    /// Where it stands.
    public var at: Instant
    /// What it reads: `Sat 7`.
    public var label: String

    /// A tick at an instant.
    public init(at: Instant, label: String) {
      (self.at, self.label) = (at, label)
    }
  }

  /// The name of the clock: `UTC`, `New York`.
  public var title: String
  /// The short names of the branches that live by it; none for a clock of every branch, as UTC is.
  public var branches: [String]
  /// Its ticks in ascending order, local midnights as a rule.
  public var ticks: [Tick]

  /// A clock with its ticks.
  public init(title: String, branches: [String] = [], ticks: [Tick]) {
    (self.title, self.branches, self.ticks) = (title, branches, ticks)
  }

  /// Whether the pictures of `branch` show this clock.
  func serves(_ branch: String) -> Bool { branches.isEmpty || branches.contains(branch) }
}
