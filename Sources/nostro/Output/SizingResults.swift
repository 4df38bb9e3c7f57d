import Calendars
import Foundation
import Liquidity
import Outcomes
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// Sizes the pools of a scenario and writes what came out.
struct SizingResults {
  let scenario: Scenario
  let sizing: Sizing
  let folder: String

  /// Records, sizes, tries and publishes.
  static func of(_ scenario: Scenario, _ command: SizeCommand) async throws -> SizingResults {
    let world = try World.compiled(scenario, command.events.terms)
    let given = try command.given.map { try GivenAllocation.read($0, scenario) }
    let watchers = PartialFiles.removeOnStop()
    defer { for watcher in watchers { watcher.cancel() } }
    let folder = try ResultFolder(command.out ?? "Reports/\(scenario.name)")
    try folder.refuseForeign(
      .run, writing: ResultFolder.namesOfRun + ResultFolder.namesOfSizing)
    let sizing = try await sizing(of: world, command, given: given)
    let comparison = try await compared(world, command)
    try SizingCSV.write(sizing, to: folder.file("sizing.csv"))
    try ServiceLevelsCSV.write(sizing, to: folder.file("service-levels.csv"))
    try Results.write(comparison, world, sizing: sizing, to: folder)
    _ = try Results.publish(comparison, world, in: folder)
    return SizingResults(scenario: scenario, sizing: sizing, folder: folder.path)
  }

  /// The comparison that the rest of the report shows, on the scenario's own replications.
  private static func compared(_ world: World, _ command: SizeCommand) async throws -> Comparison {
    let replications = Replications(
      world: world, concurrency: command.work.concurrency, journeys: .none)
    return try await replications.run(progress: { _ in }, recorded: { _ in }).study.comparison
  }

  private static func sizing(of world: World, _ command: SizeCommand, given: [Int64]?) async throws
    -> Sizing
  {
    let runs = SizingRuns(
      world: world, concurrency: command.work.concurrency, recorded: command.replications,
      fresh: command.freshReplications)
    var sizing = Sizing(
      recorded: command.replications, fresh: command.freshReplications,
      bucket: TimeSpan(command.bucket) ?? .minutes(15))
    let terms = try terms(of: world, command, sizing.bucket)
    var bar = ProgressBar(
      total: runs.total(world.scenario, levels: terms.levels.count, given: given != nil),
      quiet: command.work.quiet)
    for model in world.scenario.models.indices.map(ModelID.init) {
      let study = try await runs.study(model, terms) { bar.advance($0) }
      let answer = SizingAnswer(study, of: model, in: world.scenario)
      var realised: [(Proposal, [SuccessShare])] = []
      for proposal in answer.proposals {
        realised.append((proposal, try await runs.realised(proposal, terms) { bar.advance($0) }))
      }
      answer.write(to: &sizing, realised: realised)
      guard let given else { continue }
      let proposal = answer.proposal(holding: given)
      let shares = try await runs.realised(proposal, terms) { bar.advance($0) }
      answer.write(to: &sizing, given: given, in: study, realised: shares)
    }
    bar.finish()
    return sizing
  }

  /// The terms of a scenario: its windows are those of the first model that has some.
  private static func terms(of world: World, _ command: SizeCommand, _ bucket: TimeSpan) throws
    -> SizingTerms
  {
    let models = world.scenario.models
    let place = models.firstIndex { if case .windows = $0.rebalancing { true } else { false } }
    var (windows, lag): ([(at: Instant, pools: [PoolID])], TimeSpan) = ([], .zero)
    if let place, case .windows(let terms) = models[place].rebalancing {
      (windows, lag) = (world.rebalancingWindows(of: ModelID(place)), terms.lag)
    }
    do {
      return try SizingTerms(
        world.scenario, bucket: bucket, levels: command.serviceLevels, windows: windows, lag: lag)
    } catch { throw Failure.badInput("\(world.scenario.name): \(error)") }
  }

  /// Prints the table and the place of the report, or the results as JSON.
  func print(json: Bool) throws {
    if json {
      try Output.write(SizingJSON.text(sizing))
    } else {
      try Output.write(SizingTable.text(sizing))
      try Output.write("\nReport: \(folder)/report.html\n")
    }
  }
}

extension SizingRuns {
  /// How many replications all runs of a sizing take together.
  func total(_ scenario: Scenario, levels: Int, given: Bool) -> Int {
    scenario.models.reduce(0) { sum, model in
      var trials = levels
      if model.has(.correspondent), case .windows = model.rebalancing { trials *= 2 }
      return sum + recorded + (trials + (given ? 1 : 0)) * fresh
    }
  }
}
