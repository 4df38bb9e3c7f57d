package import Outcomes
package import Scenarios
import Settlement

/// The cells of a sweep: read and checked all together, then run.
package struct SweepRuns: Sendable {
  package let swept: SweptScenario
  package let cells: [Sweep.Cell]
  /// The number of replications and the seed, where the scenario does not decide.
  package let replications: Int?
  package let seed: UInt64?
  package let concurrency: Int
  /// The store of a cell's scenario, if there is to be one; the flag says whether old ones go.
  package let store:
    @Sendable (_ scenario: Scenario, _ removesOld: Bool) throws -> ReplicationStore?

  /// The runs of the cells of a sweep, `concurrency` at once.
  package init(
    swept: SweptScenario, cells: [Sweep.Cell], replications: Int?, seed: UInt64?,
    concurrency: Int,
    store: @escaping @Sendable (Scenario, Bool) throws -> ReplicationStore? = { _, _ in nil }
  ) {
    (self.swept, self.cells) = (swept, cells)
    (self.replications, self.seed) = (replications, seed)
    (self.concurrency, self.store) = (concurrency, store)
  }

  /// How many lines of problems are told; no further cell is checked then.
  private static let mostProblems = 100

  /// The scenario as it stands, with the command line's seed and number of replications.
  package var scenario: Scenario { adjusted(swept.scenario) }

  /// Reads and compiles every cell, and keeps none.
  ///
  /// - Throws: `Failure` 65 with the problems of all cells, each named by its cell.
  package func check() async throws {
    var problems: [String] = []
    try await InOrder.run(
      cells.count, concurrency: concurrency, work: { problemsOfCell(at: $0) },
      take: { _, more in
        problems += more
        return problems.count <= SweepRuns.mostProblems
      })
    guard problems.isEmpty else {
      let isCut = problems.count > SweepRuns.mostProblems
      throw Failure.badInput(
        problems.prefix(SweepRuns.mostProblems)
          + (isCut ? ["there are more, which are not shown"] : []))
    }
  }

  private func problemsOfCell(at place: Int) -> [String] {
    do {
      _ = try world(of: cells[place])
      return []
    } catch let failure as Failure {
      return failure.messages
    } catch { return ["\(error)"] }
  }

  /// Runs every cell and hands them on in order: the first alone, since the others are held against
  /// it, then the replications of one or a few over the cores.
  ///
  /// - Parameter progress: Called after each replication of any cell, by any thread.
  /// - Returns: How many replications earlier runs had finished.
  package func run(
    progress: @escaping @Sendable () -> Void, take: (CellOutcome) throws -> Void
  ) async throws -> Int {
    guard let cell = cells.first else { return 0 }
    let first = try await finished(cell, nil, concurrency: concurrency, progress)
    try take(first.outcome)
    var kept = first.kept
    let count = max(1, scenario.experiment.replications)
    // Where a cell has fewer replications than there are cores, several run at once.
    let atOnce = (concurrency + count - 1) / count
    try await InOrder.run(
      cells.count - 1, concurrency: atOnce,
      work: { place in
        try await finished(
          cells[place + 1], first.series, concurrency: concurrency / atOnce, progress)
      },
      take: { _, finished in
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
    _ cell: Sweep.Cell, _ first: CellSeries?, concurrency: Int,
    _ progress: @escaping @Sendable () -> Void
  ) async throws -> Finished {
    let world = try world(of: cell)
    let store = try store(world.scenario, cell.number == 0)
    let replications = Replications(
      world: world, concurrency: max(1, concurrency), journeys: .none, store: store)
    var series = CellSeries(swept.sweep, world.scenario)
    let (study, kept) = try await replications.run(
      progress: { _ in progress() }, figures: { series.add($0) }, recorded: { _ in })
    let outcome = CellOutcome(cell, study.comparison, series, first: first)
    return Finished(outcome: outcome, series: series, kept: kept)
  }

  private func world(of cell: Sweep.Cell) throws -> World {
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
