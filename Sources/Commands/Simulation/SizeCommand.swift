import ArgumentParser
import Experiments
import Foundation
import Liquidity
import Outcomes
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// `nostro size`: how much must be pre-funded where.
struct SizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Sizes the pre-funding of every pool at a service level, and tries the answer.",
    discussion: """
      For each model: pre-funding without rebalancing, with the treasury of the file, and pooled \
      by tokens, beside what no treasury undercuts. One set of replications picks each answer, a \
      second scales it, a third that neither knew tries it. Writes sizing.csv, service-levels.csv \
      and the files of a run.

      Example: nostro size Scenarios/five-branches.yaml --replications 1000
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The folder for the results (default: Reports/<scenario>/).")
  var out: String?

  @Option(
    help: "How many replications choose the answer. (default: 1000)",
    transform: WholeNumber.within(20...100_000))
  var replications = 1_000

  @Option(
    help:
      "How many others scale it, and how many more try it (default: three tenths, 100 at least).",
    transform: WholeNumber.within(1...100_000))
  var fresh: Int?

  @Option(help: "The length of a bucket of time, for the bound.")
  var bucket = "15min"

  @Option(
    name: .customLong("service-level"), parsing: .upToNextOption,
    help: "Service levels in per cent.")
  var levels: [Double] = [95, 99, 99.9]

  @Option(
    help: "A CSV file branch,currency,amount to be tried, or a sizing.csv at one --service-level.")
  var given: String?

  @Option(help: "Which rows of that sizing.csv: none, policy or token (default: each model's own).")
  var arrangement: String?

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @OptionGroup var work: WorkOptions

  @OptionGroup var events: EventOptions

  func validate() throws {
    guard let span = TimeSpan(bucket), (.minute)...(.day) ~= span else {
      throw ValidationError("--bucket takes a span of 1min to 1d, not '\(bucket)'")
    }
    if let arrangement {
      guard ["none", "policy", "token"].contains(arrangement) else {
        throw ValidationError("--arrangement takes none, policy or token, not '\(arrangement)'")
      }
      guard given != nil else {
        throw ValidationError("--arrangement chooses rows of --given, which is missing")
      }
    }
    for level in levels where !(level >= 1 && level <= 100) {
      throw ValidationError("--service-level takes per cent from 1 to 100, not \(level)")
    }
  }

  func run() async throws {
    var scenario = try Scenario.loaded(from: self.scenario)
    if let seed { scenario.experiment.seed = seed }
    let world = try World.compiled(scenario, events.terms)
    let plan = SizingPlan(
      recorded: replications, fresh: fresh, bucket: TimeSpan(bucket) ?? .minutes(15),
      levels: serviceLevels, given: try given.map { try GivenAllocation.read($0, scenario, choice) }
    )
    let bar = ProgressBar(total: plan.replications(of: scenario), quiet: work.quiet)
    let watchers = PartialFiles.removeOnStop()
    defer { for watcher in watchers { watcher.cancel() } }
    let results = try await SizingResults.of(
      world, plan, threads: work.threadsAtOnce, in: out ?? "Reports/\(scenario.name)",
      listener: bar.listener)
    bar.finish()
    if work.json { return try Output.write(SizingJSON.text(results.sizing)) }
    try Output.write(SizingTable.text(results.sizing))
    try Output.write("\nReport: \(results.folder)/report.html\n")
  }

  /// Which rows of a sizing are tried.
  private var choice: GivenAllocation.Choice {
    GivenAllocation.Choice(
      arrangement: arrangement.flatMap(SizingArrangement.init),
      level: levels.count == 1 ? serviceLevels.first?.share : nil)
  }

  /// The levels as shares.
  private var serviceLevels: [ServiceLevel] {
    // Read anew as a decimal, since 99.9 / 100 is not the double nearest to 0.999.
    levels.compactMap { Double("\($0)e-2").flatMap { ServiceLevel($0) } }
  }
}
