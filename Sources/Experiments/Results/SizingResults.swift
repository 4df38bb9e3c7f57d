import Foundation
public import Outcomes
import Reporting
public import Scenarios
public import Settlement

/// What a sizing left: how much must lie where, and a folder with its files.
///
///     let plan = SizingPlan(recorded: 1_000, levels: [ServiceLevel(0.99)].compactMap(\.self))
///     let results = try await SizingResults.of(World.compiled(scenario), plan, in: "Reports/sized")
public struct SizingResults: Sendable {
  /// What was sized.
  public let scenario: Scenario
  /// How much must lie where at each service level, and how well the answer did.
  public let sizing: Sizing
  /// The folder as it was named.
  public let folder: String

  /// Records flows, sizes the pools, tries the answer, and puts the files into a folder.
  ///
  /// - Parameters:
  ///   - world: What is sized, compiled.
  ///   - threads: How many replications run at once, from 1; the results are the same for any number.
  ///   - folder: The folder; made where it is missing.
  ///   - listener: Told of replications that are done: at most `plan.replications(of:)` where the
  ///     trials end as the recorded flows say, more where they do not.
  /// - Throws: `.noOutput` where the folder cannot be written, or holds files under these names that
  ///   no run wrote; `.badInput` where the plan does not go with the scenario, or a replication
  ///   takes more events than it may.
  public static func of(
    _ world: World, _ plan: SizingPlan, threads: Int = Replications.allCores, in folder: String,
    listener: Listener = .silent
  ) async throws(Failure) -> SizingResults {
    let result = try ResultFolder(folder)
    try result.refuseForeign(
      .run, writing: ResultFolder.namesOfRun + ResultFolder.namesOfSizing)
    let runs = SizingRuns(world: world, threads: threads, plan: plan)
    let sizing = try await runs.sizing(listener: listener)
    // The comparison that the rest of the report shows, on the scenario's own replications.
    let outcome = try await Replications(world: world, threads: threads).run()
    let files = RunFiles(comparison: outcome.study.comparison, world: world, sizing: sizing)
    try files.write(to: result)
    _ = try files.publish(in: result, listener: listener)
    return SizingResults(scenario: world.scenario, sizing: sizing, folder: folder)
  }
}
