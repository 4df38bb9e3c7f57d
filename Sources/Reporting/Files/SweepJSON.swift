public import Outcomes
import Vocabulary

/// The results of a sweep as one JSON document, for programs: `--json`.
public enum SweepJSON {
  /// What was run and every row of `sweep.csv`, cell by cell; `format` counts changes of the shape.
  public static func text(
    _ header: SweepHeader, _ cells: [CellOutcome], identity: RunIdentity
  ) -> String {
    let document = JSONText.object(
      [("format", .integer(2))] + members(header, identity: identity) + [
        ("cells", .array(cells.map { member($0, header) }))
      ])
    return document.text() + "\n"
  }

  /// What was run.
  static func members(
    _ header: SweepHeader, identity: RunIdentity
  ) -> [(key: String, value: JSONText)] {
    [
      ("version", .string(identity.version)),
      ("zone_data_version", .string(identity.zoneDataVersion)),
      ("scenario", .string(header.name)),
      ("title", .string(header.title)),
      ("scenario_digest", .string(header.scenarioDigest.description)),
      ("seed", .integer(header.seed)),
      ("replications", .integer(UInt64(max(0, header.replications)))),
      ("points", .string(header.points)),
      ("axes", .array(header.axes.map(member))),
    ]
  }

  private static func member(_ axis: SweepHeader.Axis) -> JSONText {
    .object([
      ("name", .string(axis.name)),
      ("paths", .array(axis.paths.map { .string($0) })),
    ])
  }

  private static func member(_ cell: CellOutcome, _ header: SweepHeader) -> JSONText {
    let values = zip(header.axes, cell.values).map { axis, value in
      (key: axis.name, value: JSONText.string(value))
    }
    return .object(
      [
        ("cell", .integer(UInt64(max(0, cell.number)))),
        ("values", .object(values)),
        ("scenario_digest", .string(cell.digest.description)),
      ] + Manifest.member(cell.variation) + [
        ("outcomes", .array(cell.rows.map(ComparisonJSON.member)))
      ])
  }
}
