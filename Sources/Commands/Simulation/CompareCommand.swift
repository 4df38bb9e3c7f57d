import ArgumentParser
import Experiments
import Scenarios

/// `nostro compare`: the same payments through every model.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Runs the same payments through every model of a scenario and compares them.",
    discussion: "Example: nostro compare Scenarios/five-branches.yaml --replications 20")

  @OptionGroup var options: RunOptions

  func run() async throws {
    let scenario = try options.loaded()
    guard scenario.models.count > 1 else {
      throw Failure.badInput(
        "\(options.scenario): found one model, expected two or more to compare; use 'nostro run'")
    }
    try await options.run(scenario)
  }
}

/// `nostro run`: one model, or all.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs one model of a scenario, or all of them.",
    discussion: "Example: nostro run Scenarios/five-branches.yaml --model batch")

  @OptionGroup var options: RunOptions

  @Option(help: "The model to run (default: all).")
  var model: String?

  func run() async throws {
    var scenario = try options.loaded()
    if let model {
      scenario.models = [try scenario.model(named: model)]
    }
    try await options.run(scenario)
  }
}
