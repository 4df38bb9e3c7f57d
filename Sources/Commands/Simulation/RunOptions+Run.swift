import ArgumentParser
import Dispatch
import Experiments
import Foundation
import Outcomes
import Reporting
import Scenarios

extension RunOptions {
  /// Runs a scenario, writes its files and prints what came out.
  func run(_ scenario: Scenario) async throws {
    var replications = try Replications(
      of: scenario, threads: work.threadsAtOnce, terms: terms, journeys: journeys.choice)
    let bar = ProgressBar(total: scenario.experiment.replications, quiet: work.quiet)
    let kept = try keeping.keep(&replications, bar.listener)
    let watchers = PartialFiles.removeOnStop {
      kept.map { "\($0()) finished replications are kept: the same command goes on from there" }
    }
    defer { for watcher in watchers { watcher.cancel() } }
    let results = try await RunResults.of(
      replications, in: folder(for: scenario), listener: bar.listener)
    bar.finish()
    try show(results)
  }

  /// Prints the table and the place of the report, or the results as JSON.
  private func show(_ results: RunResults) throws {
    let comparison = results.comparison
    if results.found > 0, !work.quiet {
      Output.note(
        "\(results.found) of \(comparison.header.replications) replications were kept from an "
          + "earlier run in \(keeping.store); --no-store runs them again")
    }
    if work.json {
      let identity = RunIdentity.current(terms)
      return try Output.write(
        ComparisonJSON.text(comparison, identity: identity, files: results.files))
    }
    if let seed = ties.shuffleTies {
      try Output.write("Simultaneous events are shuffled by seed \(seed).\n")
    }
    try Output.write(Colour.marked(ComparisonTable.text(comparison), for: STDOUT_FILENO))
    try Output.write("\nReport: \(results.folder)/report.html\n")
  }
}
