public import Outcomes
import Vocabulary

extension Manifest {
  /// The manifest of a sweep, its keys in a fixed order.
  ///
  /// - Parameter files: All other files of the sweep, in the order in which they are listed.
  public static func json(
    _ header: SweepHeader, identity: RunIdentity, files: [ListedFile]
  ) -> String {
    JSONNode.object(
      start(of: .sweep) + SweepJSON.members(header, identity: identity) + [
        ("cells", .whole(header.cells)),
        ("files", .array(files.map(\.member))),
      ]
    ).text() + "\n"
  }

  /// The manifest of a page that is made of runs that lie elsewhere.
  public static func json(pageBy identity: RunIdentity, files: [ListedFile]) -> String {
    JSONNode.object(
      start(of: .page) + [
        ("version", .string(identity.version)), ("files", .array(files.map(\.member))),
      ]
    ).text() + "\n"
  }

  /// The members by which kinds are told apart; a manifest of a run, the first there was, has none.
  private static func start(of kind: ResultKind) -> [(key: String, value: JSONNode)] {
    [("format", .whole(format)), ("kind", .string(kind.rawValue))]
  }
}
