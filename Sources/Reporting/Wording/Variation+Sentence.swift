import Outcomes
import Vocabulary

extension Variation {
  /// What the replications tell of chance where the payments are the same in all of them; `nil`
  /// where they are not.
  ///
  /// - Returns: `nil` where payments differ, which is the rule.
  func sentence(replications: Int) -> String? {
    switch self {
    case .payments: nil
    case .otherThanPayments:
      "The payments are the same in every replication: intervals tell of the other chance alone "
        + "(screening, the times of correspondents), not of other payments."
    case .nothing:
      "All \(replications.counted("replication")) are the same, since nothing is left to chance: "
        + "every figure is one observation, without an interval."
    }
  }
}

extension CheckedScenario {
  /// The same of a scenario that was checked: nothing of one replication, which has no intervals.
  var sameness: String? {
    replications > 1 ? variation.sentence(replications: replications) : nil
  }
}

extension [CellOutcome] {
  /// Whether the replications of every cell are one observation.
  var areSingleObservations: Bool { !isEmpty && allSatisfy { $0.variation == .nothing } }

  /// The same of the cells of a sweep, each of which has its own chance.
  ///
  /// - Parameter replications: How many each cell has, at most.
  ///
  /// - Parameter replications: Of each cell.
  func sameness(replications: Int) -> String? {
    guard replications > 1 else { return nil }
    if let first, allSatisfy({ $0.variation == first.variation }) {
      return first.variation.sentence(replications: replications)
    }
    let alike = filter { $0.variation == .nothing }
    guard !alike.isEmpty else { return nil }
    return "In \(alike.count) of \(count.counted("cell")) nothing is left to chance: there every "
      + "figure is one observation, without an interval."
  }
}
