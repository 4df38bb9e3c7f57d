import Outcomes
import Scenarios
import Settlement
import Vocabulary

/// Runs the replications of a scenario over the cores.
struct Replications {
  let world: World
  let concurrency: Int
  let journeys: JourneyChoice

  /// Runs all replications.
  ///
  /// - Parameters:
  ///   - progress: Called after each replication with the number of those that are done.
  ///   - recorded: Called in order with the journeys of each replication.
  /// - Returns: The study of all of them.
  func run(
    progress: (Int) -> Void, recorded: ([RecordedJourney]) throws -> Void
  ) async throws -> Study {
    let empty = Study(world.scenario, lanes: world.corridors)
    var study = empty
    try await InOrder.run(
      world.scenario.experiment.replications, concurrency: concurrency,
      work: { figures(of: $0, in: empty) },
      take: { replication, figures in
        try recorded(study.add(figures))
        progress(replication + 1)
      })
    return study
  }

  /// The figures of every model for one replication: the same payments, the same chance.
  func figures(of replication: Int, in study: Study) -> [ReplicationFigures] {
    world.scenario.models.indices.map { model in
      study.figures(
        of: world.simulate(
          ModelID(model), replication: UInt32(replication), journeys: journeys,
          recordsBalances: replication == 0))
    }
  }
}
