public import Outcomes
public import Scenarios
import Settlement

/// The cells of a sweep: read and checked all together, then run.
///
///     let runs = try SweepRuns(of: SweptScenario.loaded(from: "Scenarios/cut-off-sweep.yaml"))
///     try await runs.check()
///     let results = try await SweepResults.of(runs, in: "Reports/cut-offs")
///
/// A cell is the file with its values put in, read anew: every rule of validation holds of every cell. All
/// cells see the same payments.
public struct SweepRuns: Sendable {
  /// The scenario with its sweep.
  public let swept: SweptScenario
  /// Which cells the axes were taken to: a grid or a sequence.
  public let points: Sweep.Points
  /// The cells in order; the others are held against the first.
  public let cells: [Sweep.Cell]
  /// How many replications each cell has, where the file does not decide.
  public let replications: Int?
  /// The seed of every cell, where the file does not decide.
  public let seed: UInt64?
  /// How many replications run at once, from 1; the results are the same for any number.
  public let threads: Int
  /// The folder of all stores, if finished replications are kept.
  public let store: String?

  /// The runs of the cells of a sweep.
  ///
  /// - Parameters:
  ///   - points: Which cells; `nil` leaves it to the file.
  ///   - replications: How many replications each cell has; `nil` leaves it to the file.
  ///   - seed: The seed of every cell; `nil` leaves it to the file.
  ///   - threads: How many replications run at once, from 1.
  ///   - store: The folder in which finished replications are found and kept, if anywhere.
  ///   - name: What the scenario is called in messages, if not by its name.
  /// - Throws: `.badInput` where the points are none of the sweep: too many cells.
  public init(
    of swept: SweptScenario, points: Sweep.Points? = nil, replications: Int? = nil,
    seed: UInt64? = nil, threads: Int = Replications.allCores, store: String? = nil,
    named name: String? = nil
  ) throws(Failure) {
    precondition(threads >= 1, "replications need a thread")
    self.points = points ?? swept.sweep.points
    do { cells = try swept.sweep.cells(self.points) } catch {
      throw Failure.badInput("\(name ?? swept.scenario.name): sweep: \(error.message)")
    }
    self.swept = swept
    (self.replications, self.seed) = (replications, seed)
    (self.threads, self.store) = (threads, store)
  }

  /// How many lines of problems are told; no further cell is checked then.
  private static let mostProblems = 100

  /// The scenario as it stands, with the seed and the replications of the runs.
  public var scenario: Scenario { adjusted(swept.scenario) }

  /// Reads and compiles every cell, and keeps none.
  ///
  /// - Throws: `.badInput` with the problems of all cells, each named by its cell.
  public func check() async throws(Failure) {
    var problems: [Failure.Problem] = []
    try await InOrder.run(
      cells.count, threads: threads, work: { number throws(Failure) in problemsOfCell(at: number) },
      take: { _, more throws(Failure) in
        problems += more
        return problems.count <= SweepRuns.mostProblems
      })
    guard problems.isEmpty else {
      let isCut = problems.count > SweepRuns.mostProblems
      throw Failure(
        .badInput,
        problems.prefix(SweepRuns.mostProblems)
          + (isCut ? [Failure.Problem("there are more, which are not shown")] : []))
    }
  }

  private func problemsOfCell(at place: Int) -> [Failure.Problem] {
    do throws(Failure) {
      _ = try world(of: cells[place])
      return []
    } catch { return error.problems }
  }

  /// Runs every cell and hands them on in order: the first alone, since the others are held against
  /// it, then the replications of one or a few over the cores.
  ///
  /// - Parameters:
  ///   - listener: Told of each replication of any cell that is done.
  ///   - take: Called with each cell in order.
  /// - Returns: How many replications were found in the store.
  /// - Throws: `.badInput` where a replication takes more events than it may; `.noOutput` where the
  ///   store cannot be written; what `take` throws.
  public func run(
    listener: Listener = .silent, take: (CellOutcome) throws(Failure) -> Void
  ) async throws(Failure) -> Int {
    guard let cell = cells.first else { return 0 }
    let first = try await finished(cell, nil, threads: threads, listener)
    try take(first.outcome)
    var kept = first.kept
    let count = max(1, scenario.experiment.replications)
    // Where a cell has fewer replications than there are cores, several run at once.
    let atOnce = (threads + count - 1) / count
    try await InOrder.run(
      cells.count - 1, threads: atOnce,
      work: { place throws(Failure) in
        try await finished(
          cells[place + 1], first.series, threads: threads / atOnce, listener)
      },
      take: { _, finished throws(Failure) in
        try take(finished.outcome)
        kept += finished.kept
        return true
      })
    return kept
  }

  /// A cell that was run, and how many of its replications earlier runs had finished.
  private struct Finished: Sendable {
    let outcome: CellOutcome
    let series: CellSeries
    let kept: Int
  }

  private func finished(
    _ cell: Sweep.Cell, _ first: CellSeries?, threads: Int, _ listener: Listener
  ) async throws(Failure) -> Finished {
    var replications = Replications(world: try world(of: cell), threads: max(1, threads))
    let isFirst = cell.number == 0
    if let store, try !replications.keep(in: store, removesOld: isFirst, listener: listener),
      isFirst
    {
      listener.note(ReplicationStore.isOfNoProgram)
    }
    var series = CellSeries(swept.sweep, replications.world.scenario)
    let outcome = try await replications.run(
      listener: listener, figures: { series.add($0) }, recorded: { _ throws(Failure) in })
    return Finished(
      outcome: CellOutcome(cell, outcome.study.comparison, series, first: first), series: series,
      kept: outcome.found)
  }

  private func world(of cell: Sweep.Cell) throws(Failure) -> World {
    let scenario: Scenario
    do { scenario = try swept.scenario(of: cell) } catch { throw Failure(error) }
    do { return try World(adjusted(scenario)) } catch {
      throw Failure.badInput("\(scenario.name): in \(swept.name(of: cell)): \(error)")
    }
  }

  private func adjusted(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    if let replications { scenario.experiment.replications = replications }
    if let seed { scenario.experiment.seed = seed }
    return scenario
  }
}
