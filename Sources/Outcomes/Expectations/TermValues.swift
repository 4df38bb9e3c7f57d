import Measures
import Scenarios

/// What the terms of expectations are worth in a replication.
///
/// Names of models, metrics and scopes were checked when the scenario was read; one that is not
/// there is a mistake of ours and traps.
struct TermValues: Sendable {
  private let scopes: Scopes
  /// Where each figure stands among those of a model; figures come in the same order of every one.
  private var places: [Name: Int] = [:]

  /// A figure by its name: no metric has two figures of one scope.
  private struct Name: Hashable {
    let metric: Metric
    let scope: Scope
  }

  /// Values of a scenario whose figures are not known yet.
  init(_ scopes: Scopes) { self.scopes = scopes }

  /// Learns the places of the figures from the first replication.
  mutating func learnPlaces(_ figures: [ReplicationFigures]) {
    guard places.isEmpty, let first = figures.first else { return }
    places = Dictionary(
      first.figures.enumerated().map { (Name(metric: $1.metric, scope: $1.scope), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The terms of one replication added up, in the unit of the expectation; `nil` where the
  /// replication gives no observation of one of them.
  ///
  /// - Parameter figures: Those of one replication, in the order of the models.
  /// - Complexity: O(terms × models).
  func bounds(of terms: [Expectation.Term], _ figures: [ReplicationFigures]) -> TermBounds? {
    var sum = TermBounds.zero
    for term in terms {
      let name = Name(metric: term.metric, scope: term.scope)
      guard let model = scopes.scenario.models.firstIndex(where: { $0.name == term.model }),
        let place = places[name]
      else { preconditionFailure("\(term.model).\(name.metric.name)[\(name.scope)] is checked") }
      let observation = figures[model].figures[place].observation
      guard sum.add(term.factor * term.worth, times: observation) else { return nil }
    }
    return sum
  }
}
