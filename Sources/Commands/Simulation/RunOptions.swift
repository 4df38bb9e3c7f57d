import ArgumentParser
import Experiments
import Scenarios
import Settlement

/// What every simulating command is asked: the scenario, how much of it, where to.
struct RunOptions: ParsableArguments {
  @Argument(
    help: "The scenario file (YAML).",
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The folder for the results (default: Reports/<scenario>/).")
  var out: String?

  @OptionGroup var count: ReplicationOption

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @Option(
    help: """
      Whose journeys are written: none, sample (of replication 0 the listed payments, the first of \
      each flow and some more) or all.
      """)
  var journeys = JourneyOption.sample

  @OptionGroup var work: WorkOptions

  @OptionGroup var keeping: StoreOption

  @OptionGroup var events: EventOptions

  @OptionGroup var ties: TieOption

  /// How the replications are run.
  var terms: RunTerms {
    RunTerms(maxEvents: events.maxEvents, shuffledTies: ties.shuffleTies)
  }

  /// The scenario with the seed and the replications of the command line.
  func loaded() throws -> Scenario {
    var scenario = try Scenario.loaded(from: self.scenario)
    if let replications = count.replications { scenario.experiment.replications = replications }
    if let seed { scenario.experiment.seed = seed }
    return scenario
  }

  /// The folder of the results.
  func folder(for scenario: Scenario) -> String { out ?? "Reports/\(scenario.name)" }
}

/// The choice of `--journeys`.
enum JourneyOption: String, ExpressibleByArgument, CaseIterable {
  case none, sample, all

  var choice: JourneyChoice {
    switch self {
    case .none: .none
    case .sample: .sample
    case .all: .all
    }
  }
}
