import Outcomes
import Vocabulary

/// What `check` prints of a scenario beneath its expectations.
enum MovementLines {
  /// A line for each thing that moved, for what is the same, and for what is not compared.
  ///
  /// - Returns: Without indent; what moved first, with how to find the first event that differs.
  static func lines(_ scenario: CheckedScenario) -> [String] {
    guard let movement = scenario.movement else { return [] }
    var lines = MovementText.sentences(movement).map { "MOVED  \($0)" }
    if !movement.holds { lines.append("       \(bisect(scenario, movement))") }
    if let same = same(movement) { lines.append("same   \(same)") }
    return lines + AbsenceText.sentences(movement).map { "absent \($0)" }
  }

  /// How the first differing event is found.
  ///
  /// Two commands where the rules have changed, since each trace needs its own build; one where the
  /// file has, since both files can be run by one build.
  static func bisect(_ scenario: CheckedScenario, _ movement: OutcomeMovement) -> String {
    let model = movement.models.first { $0.state.isMoved }?.name ?? movement.models[0].name
    guard movement.isFileChanged != true else {
      return "first differing event: nostro bisect BEFORE.yaml \(scenario.file) --model \(model)"
        .printable
    }
    return
      ("first differing event: with each build, nostro trace \(scenario.file) --model \(model) "
      + "--out BUILD.csv; then nostro bisect BEFORE.csv AFTER.csv").printable
  }

  /// - Returns: `nil` where nothing that was compared is the same.
  private static func same(_ movement: OutcomeMovement) -> String? {
    let prints = movement.models.count { $0.state == .same }
    let figures =
      movement.comparedFigures - movement.figures.count { $0.before != nil }
    guard prints > 0 || figures > 0 else { return nil }
    let file =
      movement.isFileChanged == true && movement.holds
      ? "; \(MovementText.staleFile)" : ""
    let parts = [(prints, "fingerprint"), (figures, "figure")].filter { $0.0 > 0 }
    return parts.map { $0.0.counted($0.1) }.listed + file
  }
}
