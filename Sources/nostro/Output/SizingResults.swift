import Calendars
import Experiments
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
      bucket: TimeSpan(command.bucket) ?? .minutes(15),
      length: world.scenario.experiment.horizon - world.scenario.experiment.from)
    var bar = ProgressBar(
      total: runs.total(world.scenario, levels: command.levels.count, given: given != nil),
      quiet: command.work.quiet)
    sizing.closed = world.closedCurrencies
    sizing.hasCreditLines = world.scenario.pools.contains { $0.creditLimit.minorUnits > 0 }
    for model in world.scenario.models.indices.map(ModelID.init) {
      let terms = try terms(of: model, in: world, command, sizing.bucket)
      let shape = try await runs.study(model, terms, for: .shape) { bar.advance($0) }
      let scale = try await runs.study(model, terms, for: .scale) { bar.advance($0) }
      let trial = try await runs.study(model, terms, for: .trial) { bar.advance($0) }
      let answer = SizingAnswer(shape: shape, scale: scale, of: model, in: world.scenario)
      var realised: [(Proposal, [[Bool]])] = []
      var isSimulated = false
      for proposal in answer.proposals {
        let predicted = answer.verdicts(proposal, in: trial)
        let outcome = try await runs.realised(proposal, predicted: predicted) { bar.advance($0) }
        realised.append((proposal, outcome.verdicts))
        isSimulated = isSimulated || outcome.isSimulated
      }
      if isSimulated { sizing.simulated.append(world.scenario.models[model.place].name) }
      answer.write(to: &sizing, realised: realised)
      guard let given else { continue }
      let proposal = answer.proposal(holding: given)
      let outcome = try await runs.realised(proposal, predicted: nil) { bar.advance($0) }
      answer.write(to: &sizing, given: proposal, realised: outcome.verdicts)
    }
    bar.finish()
    return sizing
  }

  /// The terms of a model, with the windows of its treasury.
  private static func terms(
    of model: ModelID, in world: World, _ command: SizeCommand, _ bucket: TimeSpan
  ) throws -> SizingTerms {
    var (windows, lag): ([(at: Instant, pools: [PoolID])], TimeSpan) = ([], .zero)
    if case .windows(let terms) = world.scenario.models[model.place].rebalancing {
      (windows, lag) = (world.rebalancingWindows(of: model), terms.lag)
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
  /// How many replications all runs of a sizing take together, where the trials end as expected.
  func total(_ scenario: Scenario, levels: Int, given: Bool) -> Int {
    scenario.models.reduce(0) { sum, model in
      let trials = levels * model.sizingArrangements.count
      return sum + recorded + 2 * fresh + trials * checked + (given ? fresh : 0)
    }
  }
}

extension World {
  /// The currencies in which no payment leaves the bank's pools but for charges: each goes from a
  /// branch to a branch and is credited as it was sent.
  fileprivate var closedCurrencies: [Currency] {
    currencies.filter { currency in
      corridors.allSatisfy { route in
        route.currency != currency
          || (route.from != .outside && route.to != .outside && route.creditedIn == currency)
      }
    }
  }
}
