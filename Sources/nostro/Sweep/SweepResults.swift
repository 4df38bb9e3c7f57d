import Dispatch
import Experiments
import Outcomes
import Reporting
import Scenarios

/// Runs a sweep and writes what came out.
struct SweepResults {
  let header: SweepHeader
  /// The cells in order, with the rows that are going to be printed.
  let cells: [CellOutcome]
  let folder: String
  /// How many replications an earlier run had finished.
  let kept: Int

  /// Runs all cells and publishes the table of the sweep, written cell by cell, and its page,
  /// committed by a manifest.
  static func of(_ runs: SweepRuns, _ points: Sweep.Points, _ command: SweepCommand) async throws
    -> SweepResults
  {
    let scenario = runs.scenario
    let header = SweepHeader(scenario, runs.swept.sweep, points: points, cells: runs.cells.count)
    let isKept = !command.keeping.noStore
    let watchers = PartialFiles.removeOnStop {
      isKept ? "finished replications are kept: the same command goes on from there" : nil
    }
    defer { for watcher in watchers { watcher.cancel() } }
    let folder = try ResultFolder(command.out ?? "Reports/\(scenario.name)/sweep")
    try folder.refuseForeign(.sweep, writing: ["sweep.csv", "sweep.html"])
    let sink = try folder.file("sweep.csv")
    try SweepCSV.write(header, to: sink)
    let bar = SharedProgress(
      total: header.cells * header.replications, quiet: command.work.quiet)
    var cells: [CellOutcome] = []
    let kept = try await runs.run(progress: { bar.advance() }) { outcome in
      try SweepCSV.write(outcome, to: sink)
      var kept = outcome
      if !command.work.json { kept.rows.removeAll { !header.shown.contains($0.metric) } }
      cells.append(kept)
    }
    bar.finish()
    try folder.write(SweepPage.html(header, cells), to: "sweep.html")
    _ = try folder.publish { Manifest.json(header, identity: .ofThisProgram, files: $0) }
    return SweepResults(header: header, cells: cells, folder: folder.path, kept: kept)
  }

  /// Prints the table and the place of the file, or the results as JSON.
  func print(_ command: SweepCommand) throws {
    if kept > 0, !command.work.quiet {
      Output.note(
        "\(kept) replications were kept from an earlier run in \(command.keeping.store); "
          + "--no-store runs them again")
    }
    if command.work.json {
      try Output.write(SweepJSON.text(header, cells, identity: .ofThisProgram))
    } else {
      try Output.write(SweepTable.text(header, cells))
      try Output.write("\nSweep: \(folder)/sweep.html, sweep.csv\n")
    }
  }
}
