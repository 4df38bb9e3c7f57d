public import Outcomes
import Vocabulary

/// The results of a run as one JSON document, for programs: `--json`.
public enum ComparisonJSON {
  /// The manifest and every row of `outcomes.csv`; `format` counts changes of the shape.
  public static func text(_ comparison: Comparison, identity: RunIdentity) -> String {
    let document = JSONText.object([
      ("format", .integer(1)),
      ("manifest", Manifest.members(comparison, identity: identity)),
      ("outcomes", .array(comparison.rows.map(member))),
    ])
    return document.text() + "\n"
  }

  /// A row of `outcomes.csv`.
  static func member(_ row: OutcomeRow) -> JSONText {
    let interval = row.estimate.interval
    return .object([
      ("model", .string(row.model)),
      ("metric", .string(row.metric)),
      ("scope", .string(row.scope)),
      ("unit", .string(row.unit)),
      ("mean", .number(row.estimate.mean)),
      ("low95", interval.map { .number($0.lowerBound) } ?? .null),
      ("high95", interval.map { .number($0.upperBound) } ?? .null),
      ("replications", .integer(UInt64(max(0, row.estimate.replications)))),
    ])
  }
}
