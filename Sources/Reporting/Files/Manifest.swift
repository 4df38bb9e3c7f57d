public import Outcomes
import Vocabulary

/// `manifest.json`: what was run, so that the same bytes can be made again.
///
/// It lists the other files of the run with their digests, so that nobody takes files of two runs
/// for one. It holds no clock time and no name of a machine: equal runs have equal manifests.
public enum Manifest {
  /// Counts changes of the shape; 2 since the files are listed.
  static let format = 2

  /// The manifest with its keys in a fixed order; digests are sixteen hexadecimal digits.
  ///
  /// - Parameter files: All other files of the run, in the order in which they are listed.
  ///
  /// - Returns: One document, ended by LF; its schema is `DocumentSchemas.manifest`.
  public static func json(
    _ comparison: Comparison, identity: RunIdentity, files: [ListedFile]
  ) -> String {
    members(comparison, identity: identity, files: files).text() + "\n"
  }

  /// The manifest as a value.
  static func members(
    _ comparison: Comparison, identity: RunIdentity, files: [ListedFile]
  ) -> JSONNode {
    let header = comparison.header
    let models = comparison.models.map(member)
    let ties = identity.shuffledTies.map { [("shuffled_ties", JSONNode.whole($0))] } ?? []
    let precision = comparison.precision.map { [("precision", member($0))] } ?? []
    return .object(
      head(header) + member(comparison.variation) + precision + [
        ("version", .string(identity.version)),
        ("zone_data_version", .string(identity.zoneDataVersion)),
        ("models", .array(models)),
      ] + ties + [("files", .array(files.map(\.member)))])
  }

  /// What identifies the run: scenario, seed, times, currency. Instants are ISO 8601 in UTC.
  private static func head(_ header: Header) -> [(String, JSONNode)] {
    [
      ("format", .whole(format)),
      ("scenario", .string(header.name)),
      ("title", .string(header.title)),
      ("scenario_digest", .string(header.scenarioDigest.description)),
      ("seed", .whole(header.seed)),
      ("replications", .whole(header.replications)),
      ("from_utc", .string(header.from.description)),
      ("until_utc", .string(header.until.description)),
      ("horizon_utc", .string(header.horizon.description)),
      ("reporting_currency", .string(header.reportingCurrency.code)),
    ]
  }

  /// What differs between replications; nothing where the payments do.
  ///
  /// - Returns: No member where payments differ, which is the rule and needs no word.
  static func member(_ variation: Variation) -> [(key: String, value: JSONNode)] {
    variation == .payments ? [] : [("variation", .string(variation.rawValue))]
  }

  /// Which figure had to be known, and whether it is.
  private static func member(_ precision: PrecisionOutcome) -> JSONNode {
    .object([
      ("of", .string(precision.of)),
      ("is_reached", .boolean(precision.isReached)),
    ])
  }

  /// A model with the digests of what happened in it: equal digests, equal runs.
  private static func member(_ model: ModelHeader) -> JSONNode {
    .object([
      ("name", .string(model.name)),
      ("title", .string(model.title)),
      ("rail", .string(model.rail)),
      (
        "fingerprints",
        .object([
          ("events", .string(model.events.description)),
          ("books", .string(model.books.description)),
          ("outcomes", .string(model.outcomes.description)),
        ])
      ),
    ])
  }
}
