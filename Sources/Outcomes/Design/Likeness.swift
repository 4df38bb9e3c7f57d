import Scenarios

/// Whether the replications of a run were all alike so far: the same events, books, outcomes and
/// figures of every model.
///
/// Holds the first replication; those that follow are compared with it until one differs.
///
/// A scenario without chance (listed payments, constant times) gives the same week a hundred times:
/// its interval would be of width 0 and say that nothing is in doubt.
struct Likeness: Sendable {
  private var first: [ReplicationFigures] = []
  private var count = 0
  private var areAlike = true

  /// Adds the next replication: the figures of each model.
  mutating func add(_ figures: [ReplicationFigures]) {
    count += 1
    if count == 1 { first = figures }
    guard areAlike, count > 1 else { return }
    areAlike = zip(first, figures).allSatisfy {
      $0.digests == $1.digests && $0.monitoring == $1.monitoring
        && $0.figures.elementsEqual($1.figures) {
          $0.observation == $1.observation
        }
    }
    if !areAlike { first = [] }
  }

  /// Whether they are one observation: two at least, and all alike.
  var isOneObservation: Bool { count > 1 && areAlike }

  /// What differs between the replications of a scenario.
  ///
  /// Before the second replication nothing can be told of alikeness, and the answer is that of the
  /// flows.
  func variation(of scenario: Scenario) -> Variation {
    if isOneObservation { return .nothing }
    let areListed = scenario.flows.allSatisfy { flow in
      if case .listed = flow.origin { true } else { false }
    }
    return areListed ? .otherThanPayments : .payments
  }
}
