import Bookkeeping
package import Outcomes
import Reporting
import Scenarios
package import Settlement
import Vocabulary

/// A scenario whose events are gone through, one replication of one model at a time.
///
/// Nothing is kept of a walk: `FirstDifference` goes through a run several times, each closer to where two
/// differ, so that runs of any length are held against each other in constant memory.
package struct TracedScenario {
  /// The file, as it was named.
  package let path: String
  /// The scenario, compiled.
  package let world: World
  private let replication: UInt32

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - seed: Instead of the scenario's, if any.
  ///   - replication: The replication, from 0.
  /// - Throws: `.noInput` or `.badInput` where it cannot be run.
  package init(path: String, seed: UInt64?, replication: UInt32, terms: RunTerms) throws(Failure) {
    var scenario = try Scenario.loaded(from: path)
    if let seed { scenario.experiment.seed = seed }
    (self.path, self.replication) = (path, replication)
    world = try World.compiled(scenario, terms)
  }

  /// The names of its models.
  package var models: [String] { world.scenario.models.map(\.name) }

  /// The run of a model; each walk runs it anew.
  ///
  /// - Throws: `.badInput` where it has no such model; the walk, where it takes more events than the
  ///   terms allow.
  package func source(of name: String) throws(Failure) -> TraceSource {
    let model = try world.scenario.model(named: name)
    guard let place = models.firstIndex(of: model.name) else {
      preconditionFailure("a model that was found has a place")
    }
    let header = TraceHeader(
      version: RunIdentity.version, scenario: world.scenario.name,
      scenarioDigest: "\(world.scenario.digest)", model: model.name,
      seed: world.scenario.experiment.seed, replication: replication)
    let maxEvents = world.terms.maxEvents
    return TraceSource(header: header) { [self] visit in
      try world.trace(ModelID(place), replication: replication) { event in
        guard UInt64(event.number) < maxEvents else {
          throw Failure.badInput("\(path): model '\(name)' takes more than \(maxEvents) events")
        }
        return try visit(event)
      }
    }
  }
}
