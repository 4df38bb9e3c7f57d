import ArgumentParser
import Foundation
import Outcomes
import Reporting
import Scenarios
import Settlement

/// `nostro check`: whether scenarios still give what is expected of them.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Runs scenarios and says whether what they expect holds.",
    discussion: """
      Each expectation of a scenario is held against the mean over its replications. Ends with 1 \
      where one fails. Writes no file.

      Example: nostro check Scenarios --quick
      """)

  /// How many replications `--quick` runs at most.
  static let quickReplications = 5

  @Argument(
    help: "The scenario files, or folders of them (*.yaml).",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths = ["Scenarios"]

  @OptionGroup var count: ReplicationOption

  @Flag(help: "At most \(CheckCommand.quickReplications) replications of each scenario.")
  var quick = false

  @OptionGroup var work: WorkOptions

  @OptionGroup var events: EventOptions

  @OptionGroup var ties: TieOption

  func run() async throws {
    if let seed = ties.shuffleTies { return try await checkTies(seed) }
    var checked: [CheckedScenario] = []
    // All files are read before the first runs: what is bad input is told at once.
    for (file, world) in try worlds() {
      let verdicts = try await verdicts(of: world)
      checked.append(
        CheckedScenario(
          file: file, name: world.scenario.name,
          replications: world.scenario.experiment.replications, verdicts: verdicts))
      if !work.json, let last = checked.last { try Output.write(VerdictText.text(last)) }
    }
    try Output.write(
      work.json ? CheckJSON.text(checked, identity: .ofThisProgram) : VerdictText.summary(checked))
    if checked.contains(where: { !$0.verdicts.allSatisfy(\.holds) }) { throw ExitCode(1) }
  }

  func worlds() throws -> [(file: String, world: World)] {
    var worlds: [(String, World)] = []
    var problems: [String] = []
    var isMissing = false
    for path in paths {
      do {
        for file in try ScenarioPaths.files(of: path) {
          do { worlds.append((file, try world(of: file))) } catch let failure as Failure {
            problems += failure.messages
            isMissing = isMissing || failure.code == 66
          }
        }
      } catch let failure as Failure {
        problems += failure.messages
        isMissing = true
      }
    }
    guard problems.isEmpty else { throw Failure(code: isMissing ? 66 : 65, messages: problems) }
    return worlds
  }

  private func world(of file: String) throws -> World {
    var scenario = try Scenario.loaded(from: file)
    if let count = count.replications { scenario.experiment.replications = count }
    if quick {
      scenario.experiment.replications = scenario.experiment.replications(
        atMost: CheckCommand.quickReplications)
    }
    return try World.compiled(scenario, events.terms)
  }

  private func verdicts(of world: World) async throws -> [Verdict] {
    try await comparison(of: world).verdicts
  }

  /// What all replications of a scenario give.
  func comparison(of world: World) async throws -> Comparison {
    let runs = Replications(
      world: world, concurrency: work.concurrency, journeys: .none)
    var bar = ProgressBar(total: world.scenario.experiment.replications, quiet: work.quiet)
    bar.show(0)
    return try await runs.run(progress: { bar.show($0) }, recorded: { _ in }).study.comparison
  }
}
