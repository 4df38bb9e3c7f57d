import Calendars
public import Reporting
public import Settlement

extension RunIdentity {
  /// The version of this package (semantic versioning); every result names it.
  public static let version = "0.1.0"

  /// This version with the zone rules of this machine.
  ///
  /// Zone rules come with the machine: another version may give other instants, and results say which it was.
  public static var current: RunIdentity {
    RunIdentity(version: version, zoneDataVersion: Zone.dataVersion)
  }

  /// This version with its terms for replications.
  public static func current(_ terms: RunTerms) -> RunIdentity {
    var identity = current
    identity.shuffledTies = terms.shuffledTies
    return identity
  }
}
