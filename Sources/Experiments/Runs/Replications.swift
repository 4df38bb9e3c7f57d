import Foundation
public import Outcomes
import Reporting
public import Scenarios
public import Settlement
import Vocabulary

/// The replications of a scenario, run over the cores: the same payments through every model.
///
///     let scenario = try Scenario.loaded(from: "Scenarios/five-branches.yaml")
///     let comparison = try await Replications(of: scenario, threads: 2).run().comparison
///     let time = comparison.estimate(.meanTime, under: "token")?.mean
///
/// What comes out depends on the scenario, its seed and the terms, to the bit, and neither on the
/// number of threads nor on the store.
public struct Replications: Sendable {
  /// What is run, compiled.
  public let world: World
  /// How many replications run at once, from 1.
  public let threads: Int
  /// Of which payments rows of their journey are kept.
  public let journeys: JourneyChoice
  /// Where finished replications are found and kept, if anywhere.
  package var store: ReplicationStore?

  /// As many threads as this machine has cores that are on.
  public static var allCores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The replications of a compiled scenario.
  ///
  /// - Parameters:
  ///   - threads: How many run at once, from 1.
  ///   - journeys: Of which payments rows of their journey are kept.
  public init(world: World, threads: Int = allCores, journeys: JourneyChoice = .none) {
    precondition(threads >= 1, "replications need a thread")
    (self.world, self.threads, self.journeys) = (world, threads, journeys)
  }

  /// The replications of a scenario, which is compiled here.
  ///
  /// - Parameters:
  ///   - threads: How many run at once, from 1.
  ///   - terms: How many events one may take.
  ///   - journeys: Of which payments rows of their journey are kept.
  /// - Throws: `.badInput` where the scenario cannot be compiled, as `World.compiled` says.
  public init(
    of scenario: Scenario, threads: Int = allCores, terms: RunTerms = RunTerms(),
    journeys: JourneyChoice = .none
  ) throws(Failure) {
    self.init(
      world: try World.compiled(scenario, terms), threads: threads, journeys: journeys)
  }

  /// Keeps finished replications in a folder and takes from there those that are finished already,
  /// also those of an earlier process of the same program.
  ///
  /// Where nobody can tell which program this is, nothing is kept, since another one may count
  /// otherwise.
  ///
  /// - Parameters:
  ///   - folder: The folder of all stores; made, and kept out of git, where it is missing.
  ///   - removesOld: Whether stores are removed that no run has asked for in a long time.
  ///   - listener: Told of a place in the store that something else has taken.
  /// - Returns: Whether anything is kept.
  /// - Throws: `.noOutput` where the folder cannot be written.
  @discardableResult
  public mutating func keep(
    in folder: String, removesOld: Bool = true, listener: Listener = .silent
  ) throws(Failure) -> Bool {
    guard let program = ProgramDigest.ofThisProgram else { return false }
    store = try ReplicationStore(
      in: folder, key: ReplicationStore.key(world.scenario, choices, program: program),
      removesOld: removesOld, note: listener.note)
    return true
  }

  /// What decides the results beside the scenario and its seed.
  private var choices: [String] {
    let kept: [String] =
      switch journeys {
      case .none: ["none"]
      case .sample: ["sample"]
      case .all: ["all"]
      case .only(let payment): ["only", payment]
      }
    return ["journeys"] + kept + (world.terms.shuffledTies.map { ["ties", "\($0)"] } ?? [])
  }
}

extension Replications {
  /// What the replications gave.
  public struct Outcome: Sendable {
    /// Running means of all figures; its `comparison` has them as rows.
    public let study: Study
    /// What came out as rows, curves and verdicts; made anew at each call, O(n) in its rows.
    public var comparison: Comparison { study.comparison }
    /// How many replications were found in the store, none without one.
    public let found: Int
  }

  /// Runs the replications, all of them or until the result is as precise as the scenario asks.
  ///
  /// - Parameter listener: Told of each replication that is done.
  /// - Throws: `.badInput` where one takes more events than it may; `.noOutput` where the store
  ///   cannot be written.
  /// - Complexity: The time of all replications divided by the threads. Memory grows with the
  ///   threads, and by 8 bytes a replication for each figure of which quantiles are given.
  public func run(listener: Listener = .silent) async throws(Failure) -> Outcome {
    try await run(listener: listener, recorded: { _ throws(Failure) in })
  }

  /// Runs the replications and hands on what each of them gave.
  ///
  /// - Parameters:
  ///   - figures: Called in the order of the replications with the figures of each, by model.
  ///   - recorded: Called in the order of the replications with the rows of each one's journeys, as
  ///     lines of `journeys.csv`.
  /// - Throws: As `run(listener:)`, and what `recorded` throws.
  package func run(
    listener: Listener, figures: ([ReplicationFigures]) -> Void = { _ in },
    recorded: (String) throws(Failure) -> Void
  ) async throws(Failure) -> Outcome {
    let empty = Study(
      world.scenario, corridors: world.corridors, control: world.expectedInstructed)
    let coding = ReplicationBytes(empty, scenario: world.scenario)
    var study = empty
    var found = 0
    // The first one decides which pools are followed in the others.
    let first = try finished(0, empty, coding, following: nil)
    let followed = FollowedPools(first.figures)
    try await InOrder.run(
      world.scenario.experiment.replications, threads: threads,
      work: { number throws(Failure) in
        number == 0 ? first : try finished(number, empty, coding, following: followed)
      },
      take: { _, finished throws(Failure) in
        study.add(finished.figures)
        figures(finished.figures)
        found += finished.isFound ? 1 : 0
        try recorded(finished.journeys)
        listener.advanced(1)
        return !study.isPreciseEnough
      })
    return Outcome(study: study, found: found)
  }

  /// One replication of all models: its figures and the rows of its journeys.
  private struct Finished: Sendable {
    var figures: [ReplicationFigures]
    var journeys: String
    var isFound = false
  }

  /// A replication from the store, or run and stored.
  private func finished(
    _ replication: Int, _ study: Study, _ coding: ReplicationBytes, following: FollowedPools?
  ) throws(Failure) -> Finished {
    if let stored = store?.read(replication), let found = coding.figures(from: stored) {
      return Finished(figures: found.figures, journeys: found.rows, isFound: true)
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
  private func figures(
    of replication: Int, in study: Study, following followed: FollowedPools?
  ) throws(Failure) -> [ReplicationFigures] {
    let isFollowed = followed != nil && replication < Study.followedReplications
    var all: [ReplicationFigures] = []
    for model in world.scenario.models.indices {
      let record = try world.withinBudget { world throws(TooManyEvents) in
        try world.replicate(
          ModelID(model), replication: UInt32(replication), journeys: journeys,
          recordsBalances: replication == 0 || isFollowed, recordsDays: true)
      }
      let figures = study.figures(of: record)
      all.append(followed.map(figures.keeping) ?? figures)
    }
    return all
  }
}
