import Measures
import Outcomes

/// How a scenario stands to what is committed, for programs.
enum MovementJSON {
  /// Fingerprints by model, how many figures were compared, and those that moved.
  static func member(_ movement: OutcomeMovement) -> JSONText {
    .object([
      ("file_changed", movement.isFileChanged.map { .truth($0) } ?? .null),
      ("fingerprints", .array(movement.models.map(member))),
      ("not_compared", .array(AbsenceText.sentences(movement).map { .string($0) })),
      ("compared_figures", .integer(UInt64(max(0, movement.comparedFigures)))),
      ("moved_figures", .array(movement.figures.map { member($0, movement.scenario) })),
    ])
  }

  private static func member(_ model: OutcomeMovement.ModelMovement) -> JSONText {
    .object([
      ("model", .string(model.name)),
      ("state", .string(name(model.state))),
      ("committed_seed", model.committedSeed.map { .integer($0) } ?? .null),
    ])
  }

  private static func name(_ state: OutcomeMovement.State) -> String {
    switch state {
    case .notCompared: "not-compared"
    case .same: "same"
    case .order: "order"
    case .books: "books"
    case .outcomes: "outcomes"
    }
  }

  private static func member(_ figure: FigureMovement, _ scenario: String) -> JSONText {
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
