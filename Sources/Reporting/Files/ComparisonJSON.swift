public import Outcomes
import Vocabulary

/// The results of a run as one JSON document, for programs: `--json`.
public enum ComparisonJSON {
  /// The manifest and every row of `outcomes.csv`; `format` counts changes of the shape.
  ///
  /// - Parameter files: The files of the run, as its manifest lists them.
  public static func text(
    _ comparison: Comparison, identity: RunIdentity, files: [ListedFile]
  ) -> String {
    let document = JSONNode.object([
      ("format", .whole(2)),
      ("manifest", Manifest.members(comparison, identity: identity, files: files)),
      ("outcomes", .array(comparison.rows.map(member))),
    ])
    return document.text() + "\n"
  }

  /// A row of `outcomes.csv`.
  static func member(_ row: OutcomeRow) -> JSONNode {
    .object(OutcomesCSV.table.members(row))
  }
}
