import ArgumentParser
import Bookkeeping
import Dispatch
import Experiments
import Outcomes
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// `nostro trace`: every event of a replication, for `nostro bisect`.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Writes every event of one replication with its cause and what it posts.",
    discussion: """
      Two builds that trace the same scenario can be held against each other with `nostro bisect`.

      Example: nostro trace Scenarios/five-branches.yaml --model batch --out before.csv
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The model; may be left out where there is one.")
  var model: String?

  @OptionGroup var traced: TracedRunOptions

  @Option(help: "The file to write.")
  var out: String

  func run() throws {
    let runs = try TracedScenario(
      path: scenario, seed: traced.seed, replication: traced.replication,
      terms: traced.events.terms)
    let source = try runs.source(of: try model ?? onlyModel(of: runs))
    let watchers = PartialFiles.removeOnStop()
    defer { for watcher in watchers { watcher.cancel() } }
    let file = try OutputFile(out)
    try file.write(TraceCSV.head(source.header))
    var count = 0
    try source.walk { event in
      try file.write(TraceCSV.row(event))
      count += 1
      return true
    }
    try file.write(TraceCSV.end(count: count))
    try file.publish()
  }

  /// The one model that a scenario has.
  ///
  /// - Throws: `Failure` 65 where it has several.
  private func onlyModel(of runs: TracedScenario) throws -> String {
    guard runs.models.count == 1 else {
      throw Failure.badInput(
        "\(scenario): found \(runs.models.count) models, expected --model with one of "
          + runs.models.joined(separator: ", "))
    }
    return runs.models[0]
  }
}

/// Which replication is traced.
struct TracedRunOptions: ParsableArguments {
  @Option(help: "The replication, from 0. (default: 0)", transform: WholeNumber.replication)
  var replication: UInt32 = 0

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @OptionGroup var events: EventOptions

  /// The side of `bisect` at a path.
  func side(_ path: String) throws -> TracedSide {
    try TracedSide(path: path, seed: seed, replication: replication, terms: events.terms)
  }
}
