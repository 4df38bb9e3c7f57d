import Outcomes
public import Scenarios
public import Settlement

extension World {
  /// A scenario compiled for running, once for all its replications and threads.
  ///
  /// - Throws: `.badInput` where its hours leave the years of a calendar, two of its names would draw
  ///   the same chance, a treasurer's look at the past takes more events than the terms allow, or its
  ///   design does not go with so many replications.
  /// - Complexity: O(n) in the windows of all hours, and the replications of the past that a
  ///   treasurer goes by.
  public static func compiled(_ scenario: Scenario, _ terms: RunTerms = RunTerms())
    throws(Failure) -> World
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

  /// Does what runs a replication.
  ///
  /// - Throws: `.badInput` where it takes more events than the terms of this world allow.
  package func withinBudget<Value>(_ work: (World) throws(TooManyEvents) -> Value)
    throws(Failure) -> Value
  {
    do { return try work(self) } catch { throw Failure.tooManyEvents(scenario.name, error) }
  }
}

extension Failure {
  /// A replication that took more events than it may.
  package static func tooManyEvents(_ scenario: String, _ error: TooManyEvents) -> Failure {
    Failure(
      .badInput, [Problem("\(scenario): \(error)", remedy: .moreEvents, tooManyEvents: error)])
  }
}
