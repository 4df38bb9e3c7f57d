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
    let runs = try TracedScenario(path: scenario, options: traced)
    let source = try runs.source(of: try model ?? runs.onlyModel())
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
}

/// Which replication is traced.
struct TracedRunOptions: ParsableArguments {
  @Option(help: "The replication, from 0. (default: 0)", transform: WholeNumber.replication)
  var replication: UInt32 = 0

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @OptionGroup var events: EventOptions
}

/// A scenario whose events are gone through.
struct TracedScenario {
  let path: String
  let world: World
  private let replication: UInt32
  private let maxEvents: UInt64

  /// Reads a scenario.
  ///
  /// - Throws: `Failure` 66 or 65 where it cannot be run.
  init(path: String, options: TracedRunOptions) throws {
    var scenario = try Scenario.loaded(from: path)
    if let seed = options.seed { scenario.experiment.seed = seed }
    (self.path, replication) = (path, options.replication)
    maxEvents = options.events.maxEvents
    world = try World.compiled(scenario, options.events.terms)
  }

  /// The names of its models.
  var models: [String] { world.scenario.models.map(\.name) }

  /// The one model that it has.
  ///
  /// - Throws: `Failure` 65 where it has several.
  func onlyModel() throws -> String {
    guard models.count == 1 else {
      throw Failure.badInput(
        "\(path): found \(models.count) models, expected --model with one of "
          + models.joined(separator: ", "))
    }
    return models[0]
  }

  /// The run of a model.
  ///
  /// - Throws: `Failure` 65 where it has no such model.
  func source(of name: String) throws -> TraceSource {
    let model = try world.scenario.model(named: name)
    guard let place = models.firstIndex(of: model.name) else {
      preconditionFailure("a model that was found has a place")
    }
    let header = TraceHeader(
      version: Nostro.version, scenario: world.scenario.name,
      scenarioDigest: "\(world.scenario.digest)", model: model.name,
      seed: world.scenario.experiment.seed, replication: replication)
    return TraceSource(header: header) { [self] visit in
      try world.trace(ModelID(place), replication: replication) { event in
        guard UInt64(event.number) < maxEvents else {
          throw Failure.badInput("\(path): model '\(name)' takes more than \(maxEvents) events")
        }
        return try visit(event)
      }
    }
  }
}
