import ArgumentParser
import Dispatch
import Experiments
import Outcomes
import Reporting
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
    let runs = try SweepRuns(
      of: swept, points: points?.choice, replications: count.replications, seed: seed,
      threads: work.threadsAtOnce, store: keeping.folder, named: scenario)
    try await runs.check()
    let isKept = !keeping.noStore
    let watchers = PartialFiles.removeOnStop {
      isKept ? "finished replications are kept: the same command goes on from there" : nil
    }
    defer { for watcher in watchers { watcher.cancel() } }
    let header = runs.header
    let bar = ProgressBar(total: header.cells * header.replications, quiet: work.quiet)
    let results = try await SweepResults.of(
      runs, in: out ?? "Reports/\(runs.scenario.name)/sweep", keeping: work.json ? .all : .shown,
      listener: bar.listener)
    bar.finish()
    try show(results)
  }

  /// Prints the table and the place of the file, or the results as JSON.
  private func show(_ results: SweepResults) throws {
    if results.found > 0, !work.quiet {
      Output.note(
        "\(results.found) replications were kept from an earlier run in \(keeping.store); "
          + "--no-store runs them again")
    }
    if work.json {
      return try Output.write(
        SweepJSON.text(results.header, results.cells, identity: .current))
    }
    try Output.write(SweepTable.text(results.header, results.cells))
    try Output.write("\nSweep: \(results.folder)/sweep.html, sweep.csv\n")
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
