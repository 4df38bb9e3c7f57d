import ArgumentParser
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

  /// What decides the results beside the scenario and its seed.
  var storeChoices: [String] {
    let choices = ["journeys", journeys.rawValue]
    return ties.shuffleTies.map { choices + ["ties", "\($0)"] } ?? choices
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

extension Scenario {
  /// The scenario of a file.
  ///
  /// - Throws: `Failure` 66 where there is no file, 65 with all its problems.
  static func loaded(from path: String) throws -> Scenario {
    do { return try ScenarioFile.read(at: path) } catch { throw Failure(error) }
  }
}

extension Failure {
  /// Why no scenario could be read: 66 where its file, or one that it names, cannot be opened, else
  /// 65.
  init(_ errors: ScenarioErrors) {
    switch errors {
    case .notFound(let path, let reason): self = .noInput("\(path): \(reason)")
    case .problems(let problems):
      self.init(
        code: problems.contains(where: \.isUnopened) ? 66 : 65,
        messages: problems.map(\.description))
    }
  }
}

extension World {
  /// A scenario compiled for running.
  ///
  /// - Throws: `Failure` 65 where its hours leave the years of a calendar, a look at the past takes
  ///   more events than the terms allow, or its design does not go with so many replications.
  static func compiled(_ scenario: Scenario, _ terms: RunTerms = RunTerms()) throws -> World {
    if let refusal = scenario.experiment.refusal {
      throw Failure.badInput("\(scenario.name): replications: \(refusal)")
    }
    do { return try World(scenario, terms) } catch {
      if case .tooManyEvents(let error) = error {
        throw Failure.tooManyEvents(scenario.name, error)
      }
      throw Failure.badInput("\(scenario.name): \(error)")
    }
  }
}
