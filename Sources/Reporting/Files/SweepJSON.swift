public import Outcomes
import Vocabulary

/// The results of a sweep as one JSON document, for programs: `--json`.
public enum SweepJSON {
  /// What was run and every row of `sweep.csv`, cell by cell; `format` counts changes of the shape.
  ///
  /// All cells lie in memory with all their rows, unlike for the file.
  ///
  /// - Parameters:
  ///   - cells: In the order of their numbers, from 0.
  ///   - identity: The program that ran them.
  /// - Returns: One document, ended by LF.
  public static func text(
    _ header: SweepHeader, _ cells: [CellOutcome], identity: RunIdentity
  ) -> String {
    let document = JSONNode.object(
      [("format", .whole(2))] + members(header, identity: identity) + [
        ("cells", .array(cells.map { member($0, header) }))
      ])
    return document.text() + "\n"
  }

  /// What was run: the members that the manifest of a sweep has too.
  ///
  /// What identifies a sweep: equal members and equal cells are equal runs.
  static func members(
    _ header: SweepHeader, identity: RunIdentity
  ) -> [(key: String, value: JSONNode)] {
    [
      ("version", .string(identity.version)),
      ("zone_data_version", .string(identity.zoneDataVersion)),
      ("scenario", .string(header.name)),
      ("title", .string(header.title)),
      ("scenario_digest", .string(header.scenarioDigest.description)),
      ("seed", .whole(header.seed)),
      ("replications", .whole(header.replications)),
      ("points", .string(header.points)),
      ("axes", .array(header.axes.map(member))),
    ]
  }

  /// An axis with the places of the file that it sets.
  private static func member(_ axis: SweepHeader.Axis) -> JSONNode {
    .object([
      ("name", .string(axis.name)),
      ("paths", .array(axis.paths.map { .string($0) })),
    ])
  }

  /// A cell with the values of its axes as they are written in the file, which are texts.
  private static func member(_ cell: CellOutcome, _ header: SweepHeader) -> JSONNode {
    let values = zip(header.axes, cell.values).map { axis, value in
      (key: axis.name, value: JSONNode.string(value))
    }
    return .object(
      [
        ("cell", .whole(cell.number)),
        ("values", .object(values)),
        ("scenario_digest", .string(cell.digest.description)),
      ] + Manifest.member(cell.variation) + [
        ("outcomes", .array(cell.rows.map(ComparisonJSON.member)))
      ])
  }
}
