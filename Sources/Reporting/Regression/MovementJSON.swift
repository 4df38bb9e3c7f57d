import Measures
import Outcomes
import Vocabulary

/// How a scenario stands to what is committed, for programs: the member `committed` of what
/// `nostro check --json` prints. Its schema is `DocumentSchemas.committed`.
enum MovementJSON {
  /// Fingerprints by model, how many figures were compared, and those that moved.
  ///
  /// - Returns: The members of `DocumentSchemas.committed`, in its order.
  static func member(_ movement: OutcomeMovement) -> JSONNode {
    .object([
      ("file_changed", movement.isFileChanged.map { .boolean($0) } ?? .null),
      ("fingerprints", .array(movement.models.map(member))),
      ("not_compared", .array(AbsenceText.sentences(movement).map { .string($0) })),
      ("compared_figures", .whole(movement.comparedFigures)),
      ("moved_figures", .array(movement.figures.map { member($0, movement.scenario) })),
    ])
  }

  /// The committed seed tells why a fingerprint can differ at all; null where none is committed.
  private static func member(_ model: OutcomeMovement.ModelMovement) -> JSONNode {
    .object([
      ("model", .string(model.name)),
      ("state", .string(name(model.state))),
      ("committed_seed", model.committedSeed.map { .whole($0) } ?? .null),
    ])
  }

  /// The word of a state; of what moved the gravest, since other outcomes mean other books and
  /// other events too.
  private static func name(_ state: OutcomeMovement.State) -> String {
    switch state {
    case .notCompared: "not-compared"
    case .same: "same"
    case .order: "order"
    case .books: "books"
    case .outcomes: "outcomes"
    }
  }

  /// A figure before and after; null before for a new one, null after for one that is given no
  /// more.
  private static func member(_ figure: FigureMovement, _ scenario: String) -> JSONNode {
    .object([
      ("model", .string(figure.model)),
      ("metric", .string(figure.metric.name)),
      ("scope", .string(figure.scope.name)),
      ("unit", .string(figure.unit.name)),
      ("before", CheckJSON.member(figure.before)),
      ("after", CheckJSON.member(figure.after)),
      ("sentence", .string(MovementText.sentence(figure, of: scenario))),
    ])
  }
}
