import Outcomes
package import Scenarios
package import Settlement

extension World {
  /// A scenario compiled for running.
  ///
  /// - Throws: `Failure` 65 where its hours leave the years of a calendar, a look at the past takes
  ///   more events than the terms allow, or its design does not go with so many replications.
  package static func compiled(_ scenario: Scenario, _ terms: RunTerms = RunTerms()) throws -> World
  {
    if let refusal = scenario.experiment.refusal {
      throw Failure.badInput("\(scenario.name): replications: \(refusal)")
    }
    do { return try World(scenario, terms) } catch {
      if case .tooManyEvents(let error) = error {
        throw Failure.tooManyEvents(scenario.name, error)
      }
      throw Failure.badInput("\(scenario.name): \(error)")
    }
  }
}

extension World {
  /// Does what runs a replication.
  ///
  /// - Throws: `Failure` 65 where it takes more events than it may.
  package func withinBudget<Value>(_ work: (World) throws(TooManyEvents) -> Value) throws -> Value {
    do { return try work(self) } catch { throw Failure.tooManyEvents(scenario.name, error) }
  }
}

extension Failure {
  /// A replication that took more events than it may: 65.
  package static func tooManyEvents(_ scenario: String, _ error: TooManyEvents) -> Failure {
    badInput("\(scenario): \(error); --max-events allows more, a shorter run needs fewer")
  }
}
