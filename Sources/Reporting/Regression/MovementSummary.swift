import Outcomes
import Vocabulary

/// How many fingerprints and figures of all scenarios were compared, how many of them moved, and
/// how many were not compared: what is absent does not count as agreement.
enum MovementSummary {
  /// Two lines; none where nothing was to be compared.
  static func text(_ movements: [OutcomeMovement]) -> String {
    guard !movements.isEmpty else { return "" }
    let states = movements.flatMap(\.models).map(\.state)
    let absent = states.count { $0.absence != nil }
    let without = movements.count { $0.figureAbsence != nil }
    let figures = movements.reduce(0) { $0 + $1.comparedFigures }
    let moved = movements.reduce(0) { $0 + $1.figures.count }
    return "fingerprints: \(number(states.count - absent)) compared, "
      + "\(number(states.count(where: \.isMoved))) moved, \(number(absent)) not compared\n"
      + "figures: \(number(figures)) compared, \(number(moved)) moved"
      + (without > 0 ? "; those of \(without.counted("scenario")) not compared" : "")
      + "\n"
  }

  private static func number(_ count: Int) -> String { Double(count).grouped }
}
