import ArgumentParser
import Experiments
import Scenarios
import Settlement
import Vocabulary

/// `nostro validate`: whether a scenario can be run.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks scenario files and reports every problem with its line.",
    discussion: "Example: nostro validate Scenarios/*.yaml")

  @Argument(help: "The scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  func run() throws {
    var failures: [Failure] = []
    for path in scenarios {
      let world: World
      do throws(Failure) { world = try World.compiled(Scenario.loaded(from: path)) } catch {
        failures.append(error)
        continue
      }
      try Output.write("\(path): \(summary(of: world))\n")
      for note in world.diagnostics { try Output.write("\(path): note: \(note)\n") }
    }
    guard failures.isEmpty else { throw Failure(all: failures) }
  }

  private func sweptCells(_ scenario: Scenario) -> Int? {
    scenario.sweep.flatMap { try? $0.cells().count }
  }

  private func summary(of world: World) -> String {
    let scenario = world.scenario
    return "valid: \(scenario.branches.count.counted("branch", "branches")), "
      + "\(scenario.pools.count.counted("pool")), \(world.plans.count.counted("corridor")), "
      + "\(scenario.models.count.counted("model")), "
      + "\(scenario.experiment.replications.counted("replication")) from \(scenario.experiment.from) "
      + "to \(scenario.experiment.until)"
      + (sweptCells(scenario).map { ", \($0.counted("cell")) to sweep" } ?? "")
  }
}
