import Foundation
package import Outcomes
import Reporting
import Scenarios
package import Settlement
import Vocabulary

/// Runs the replications of a scenario over the cores.
package struct Replications {
  package let world: World
  package let concurrency: Int
  package let journeys: JourneyChoice
  /// Where finished replications are found and kept, if anywhere.
  package var store: ReplicationStore?

  /// The replications of a compiled scenario.
  ///
  /// - Parameters:
  ///   - concurrency: How many run at once; the results are the same for any number.
  ///   - journeys: Of which payments rows of their journey are kept.
  ///   - store: Where finished replications are found and kept, if anywhere.
  package init(
    world: World, concurrency: Int, journeys: JourneyChoice, store: ReplicationStore? = nil
  ) {
    (self.world, self.concurrency) = (world, concurrency)
    (self.journeys, self.store) = (journeys, store)
  }

  /// One replication of all models: its figures and the rows of its journeys.
  private struct Finished: Sendable {
    var figures: [ReplicationFigures]
    var journeys: String
    var isKept = false
  }

  /// Runs the replications, all of them or until the result is precise enough.
  ///
  /// - Parameters:
  ///   - progress: Called after each replication with the number of those that are done.
  ///   - figures: Called in order with the figures of each replication.
  ///   - recorded: Called in order with the rows of each replication's journeys.
  /// - Returns: The study of all of them, and how many were found in the store.
  /// - Throws: `Failure` 73 where the store cannot be written.
  package func run(
    progress: (Int) -> Void, figures: ([ReplicationFigures]) -> Void = { _ in },
    recorded: (String) throws -> Void
  ) async throws -> (study: Study, kept: Int) {
    let empty = Study(
      world.scenario, lanes: world.corridors, control: world.expectedInstructed)
    let coding = ReplicationBytes(empty, scenario: world.scenario)
    var study = empty
    var kept = 0
    // The first one decides which pools are followed in the others.
    let first = try finished(0, empty, coding, following: nil)
    let followed = FollowedPools(first.figures)
    try await InOrder.run(
      world.scenario.experiment.replications, concurrency: concurrency,
      work: { $0 == 0 ? first : try finished($0, empty, coding, following: followed) },
      take: { replication, finished in
        study.add(finished.figures)
        figures(finished.figures)
        kept += finished.isKept ? 1 : 0
        try recorded(finished.journeys)
        progress(replication + 1)
        return !study.isPreciseEnough
      })
    return (study, kept)
  }

  /// A replication from the store, or run and stored.
  private func finished(
    _ replication: Int, _ study: Study, _ coding: ReplicationBytes, following: FollowedPools?
  ) throws -> Finished {
    if let stored = store?.read(replication), let found = coding.figures(from: stored) {
      return Finished(figures: found.figures, journeys: found.rows, isKept: true)
    }
    let figures = try figures(of: replication, in: study, following: following)
    var rows = ""
    JourneysCSV.write(
      study.journeys(of: figures, replication: replication), header: false
    ) { rows += $0 }
    try store?.write(coding.bytes(of: figures, rows: rows), of: replication)
    return Finished(figures: figures, journeys: rows)
  }

  /// The figures of every model for one replication: the same payments, the same chance.
  ///
  /// - Throws: `Failure` 65 where one takes more events than it may.
  package func figures(
    of replication: Int, in study: Study, following followed: FollowedPools? = nil
  ) throws -> [ReplicationFigures] {
    let isFollowed = followed != nil && replication < Study.followedReplications
    return try world.scenario.models.indices.map { model in
      let figures = try study.figures(
        of: world.withinBudget { world throws(TooManyEvents) in
          try world.replicate(
            ModelID(model), replication: UInt32(replication), journeys: journeys,
            recordsBalances: replication == 0 || isFollowed, recordsDays: true)
        })
      return followed.map(figures.keeping) ?? figures
    }
  }
}
