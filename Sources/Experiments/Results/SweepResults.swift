public import Outcomes
import Reporting
import Scenarios

/// What a sweep left: its cells, and a folder with its table and its page.
public struct SweepResults: Sendable {
  /// What was swept.
  public let header: SweepHeader
  /// The cells in order, with the rows that were asked for.
  public let cells: [CellOutcome]
  /// The folder as it was named.
  public let folder: String
  /// How many replications were found in the store.
  public let found: Int

  /// Which rows of a cell are kept once they are written.
  public enum Rows: Sendable {
    /// Those that a table of the sweep shows: memory grows with the cells by a few rows each.
    case shown
    /// All.
    case all
  }

  /// Runs all cells and puts the files of the sweep into a folder, together or not at all.
  ///
  /// - Parameters:
  ///   - folder: The folder; made where it is missing.
  ///   - rows: Which rows of each cell stay in memory; the file has all.
  ///   - listener: Told of each replication of any cell that is done.
  /// - Throws: `.noOutput` where the folder cannot be written, or holds files under these names that
  ///   no sweep wrote; what `SweepRuns.run` throws.
  public static func of(
    _ runs: SweepRuns, in folder: String, keeping rows: Rows = .all, listener: Listener = .silent
  ) async throws(Failure) -> SweepResults {
    let header = runs.header
    let result = try ResultFolder(folder)
    try result.refuseForeign(.sweep, writing: ["sweep.csv", "sweep.html"])
    let sink = try result.file("sweep.csv")
    try Failure.typed { try SweepCSV.write(header, to: sink) }
    var cells: [CellOutcome] = []
    let found = try await runs.run(listener: listener) { outcome throws(Failure) in
      try Failure.typed { try SweepCSV.write(outcome, to: sink) }
      var kept = outcome
      if rows == .shown { kept.rows.removeAll { !header.shown.contains($0.metric) } }
      cells.append(kept)
    }
    try result.write(SweepPage.html(header, cells), to: "sweep.html")
    _ = try result.publish { Manifest.json(header, identity: .current, files: $0) }
    return SweepResults(header: header, cells: cells, folder: folder, found: found)
  }
}

extension SweepRuns {
  /// What is swept: axes, number of cells, replications of each.
  public var header: SweepHeader {
    SweepHeader(scenario, swept.sweep, points: points, cells: cells.count)
  }
}
