package import Outcomes
package import Reporting
import Scenarios
package import Settlement

/// The runs that hold scenarios against what they expect and against what is committed of them.
package struct CheckRuns: Sendable {
  /// How many replications a quick check runs at most.
  package static let quickReplications = 5

  /// How many replications run at once, from 1.
  package let threads: Int
  /// Whether outcomes are kept of the quick number of replications too, so that a quick check has
  /// something to compare with.
  package let keepsQuick: Bool
  /// Why outcomes move, where they are going to be accepted; empty where nobody says.
  package let reason: String

  /// The runs of a check.
  package init(threads: Int, keepsQuick: Bool = false, reason: String = "") {
    precondition(threads >= 1, "replications need a thread")
    (self.threads, self.keepsQuick, self.reason) = (threads, keepsQuick, reason)
  }

  /// The numbers of replications with which a scenario is run, the last of them its own.
  package func counts(of subject: CheckedLibrary.Subject) -> [Int] {
    let experiment = subject.world.scenario.experiment
    let few = experiment.replications(atMost: CheckRuns.quickReplications)
    return keepsQuick && few < experiment.replications
      ? [few, experiment.replications] : [experiment.replications]
  }

  /// Runs a scenario and says what holds and what moved.
  ///
  /// - Returns: With that, what would be committed: without `keepsQuick` of the replications of the
  ///   scenario alone.
  /// - Throws: `.badInput` where a replication takes more events than it may.
  package func outcomes(of subject: CheckedLibrary.Subject, listener: Listener)
    async throws(Failure) -> (scenario: CheckedScenario, fresh: Committed)
  {
    var fresh = Committed(fingerprints: [], figures: [])
    var last: Comparison?
    for count in counts(of: subject) {
      let comparison = try await comparison(of: subject.world, replications: count, listener)
      fresh.fingerprints += Fingerprint.all(
        of: comparison, scenario: subject.stem, platform: Platform.name, because: reason)
      fresh.figures += BaselineFigure.all(of: comparison)
      last = comparison
    }
    guard let last else { preconditionFailure("a scenario has replications") }
    let scenario = CheckedScenario(
      file: subject.file, name: subject.world.scenario.name,
      replications: last.header.replications,
      variation: last.variation, verdicts: last.verdicts,
      movement: subject.committed.movement(to: last, platform: Platform.name))
    return (scenario, fresh)
  }

  private func comparison(of world: World, replications: Int, _ listener: Listener)
    async throws(Failure) -> Comparison
  {
    guard replications != world.scenario.experiment.replications else {
      return try await comparison(of: world, listener)
    }
    var scenario = world.scenario
    scenario.experiment.replications = replications
    return try await comparison(of: World.compiled(scenario, world.terms), listener)
  }

  /// What all replications of a scenario give.
  private func comparison(of world: World, _ listener: Listener) async throws(Failure) -> Comparison
  {
    try await Replications(world: world, threads: threads).run(listener: listener).study.comparison
  }

  /// What changes where simultaneous events of one phase run in another order, by model; models in
  /// which nothing does are left out.
  ///
  /// All that a replication asserts is asserted of the shuffled runs too.
  ///
  /// - Parameter seed: Decides the order.
  /// - Throws: `.badInput` where a replication takes more events than it may.
  package func tieMoves(of world: World, seed: UInt64, listener: Listener)
    async throws(Failure) -> [String: String]
  {
    var terms = world.terms
    terms.shuffledTies = seed
    let shuffled = try await comparison(of: World.compiled(world.scenario, terms), listener)
    return TieMoves.between(try await comparison(of: world, listener), shuffled)
  }
}
