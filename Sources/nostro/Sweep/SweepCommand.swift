import ArgumentParser
import Experiments
import Scenarios

/// `nostro sweep`: the variants of a scenario that its `sweep` section names.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Runs every variant of a scenario that its sweep names, on the same payments.",
    discussion: """
      The axes stand in the scenario file under 'sweep'. All cells are checked before the first \
      runs. Writes sweep.csv: one figure of one cell a row.

      Example: nostro sweep Scenarios/cut-off-sweep.yaml --replications 20
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The folder for the results (default: Reports/<scenario>/sweep/).")
  var out: String?

  @OptionGroup var count: ReplicationOption

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @Option(help: "Which cells, instead of the scenario's: grid, or sobol:64 for 64 Sobol points.")
  var points: SweepPoints?

  @OptionGroup var keeping: StoreOption

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let swept = try SweptScenario.loaded(from: scenario)
    let points = points?.choice ?? swept.sweep.points
    let cells: [Sweep.Cell]
    do { cells = try swept.sweep.cells(points) } catch {
      throw Failure.badInput("\(scenario): sweep: \(error.message)")
    }
    let runs = SweepRuns(
      swept: swept, cells: cells, replications: count.replications, seed: seed,
      concurrency: work.concurrency,
      store: { [keeping] scenario, removesOld in
        try keeping.store(for: scenario, removesOld: removesOld)
      })
    try await runs.check()
    try await SweepResults.of(runs, points, self).print(self)
  }
}

/// The choice of `--points`.
struct SweepPoints: ExpressibleByArgument {
  let choice: Sweep.Points

  init?(argument: String) {
    if argument == "grid" {
      choice = .grid
      return
    }
    guard argument.hasPrefix("sobol:"), let count = Int(argument.dropFirst(6)),
      (1...Sweep.mostCells).contains(count)
    else { return nil }
    choice = .sobol(count)
  }
}

extension SweptScenario {
  /// The scenario of a file with its sweep.
  ///
  /// - Throws: `Failure` 66 where there is no file, 65 with all its problems.
  fileprivate static func loaded(from path: String) throws -> SweptScenario {
    do { return try SweptScenario.read(at: path) } catch { throw Failure(error) }
  }
}
