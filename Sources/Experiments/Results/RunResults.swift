import Foundation
public import Outcomes
public import Reporting
import Scenarios
import Settlement

/// What a run left: its comparison, and a folder with its files.
///
///     let replications = try Replications(of: scenario, journeys: .sample)
///     let results = try await RunResults.of(replications, in: "Reports/mine")
///
/// `Reports/README.md` says what the files hold.
///
/// A run that is made again, with any number of threads and with or without a store, leaves the same bytes.
public struct RunResults: Sendable {
  /// What came out.
  public let comparison: Comparison
  /// The folder as it was named.
  public let folder: String
  /// The files as the manifest lists them, by name, with their sizes and digests.
  public let files: [ListedFile]
  /// How many replications were found in the store.
  public let found: Int

  /// Runs all replications and puts the files of the run into a folder.
  ///
  /// The files appear together or not at all: where the run fails, those of an earlier one stay.
  /// Beside it memory holds what `Replications.run` says; journeys are written as they come.
  ///
  /// - Parameters:
  ///   - folder: The folder; made where it is missing.
  ///   - listener: Told of each replication that is done, and of files that lie in the folder under
  ///     names of runs and are not of this one.
  /// - Throws: `.noOutput` where the folder cannot be written, or holds files under these names that
  ///   no run wrote; what `Replications.run` throws.
  public static func of(
    _ replications: Replications, in folder: String, listener: Listener = .silent
  ) async throws(Failure) -> RunResults {
    let result = try ResultFolder(folder)
    try result.refuseForeign(.run, writing: ResultFolder.namesOfRun)
    let sink = replications.journeys == .none ? nil : try result.file("journeys.csv")
    if let sink { try Failure.typed { try JourneysCSV.write([], to: sink) } }
    let outcome = try await replications.run(listener: listener) { rows throws(Failure) in
      try sink?(rows)
    }
    let files = RunFiles(comparison: outcome.study.comparison, world: replications.world)
    try files.write(to: result)
    let listed = try files.publish(in: result, listener: listener)
    return RunResults(
      comparison: files.comparison, folder: folder, files: listed, found: outcome.found)
  }
}
