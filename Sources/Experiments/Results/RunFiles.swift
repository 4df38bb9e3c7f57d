import Foundation
import Outcomes
import Reporting
import Scenarios
import Settlement

/// The files of a run but its journeys.
///
/// `ResultFolder` holds them back until all are written; then they appear together, the manifest last.
struct RunFiles {
  let comparison: Comparison
  let world: World
  /// What the run sized, if it did.
  var sizing: Sizing?

  /// The files that some runs write and others do not.
  private static let optional =
    ["journeys.csv", "batches.csv", "variance.csv"] + ResultFolder.namesOfSizing

  private var identity: RunIdentity { .current(world.terms) }

  /// Writes the files beside their places; `publish` puts them there.
  ///
  /// - Throws: `.noOutput` where one cannot be written.
  func write(to folder: ResultFolder) throws(Failure) {
    try Failure.typed { try writeTables(to: folder) }
    let clocks = ClockAxis.axes(of: world.scenario)
    let limits = ModelLimits.sentences(for: world.scenario)
    let week = OpeningWeek.of(world)
    let parts = ReportParts(
      comparison, identity: identity, clocks: clocks, limits: limits,
      sources: world.scenario.grounds, week: week, sizing: sizing)
    try folder.write(parts.json, to: "report.json")
    let page = ReportPage.html(
      comparison, identity: identity, clocks: clocks, limits: limits,
      sources: world.scenario.grounds, week: week, sizing: sizing)
    try folder.write(page, to: "report.html")
  }

  /// Tables that would have no row are not written: batches and variances, where the design has none.
  private func writeTables(to folder: ResultFolder) throws {
    if let sizing {
      try SizingCSV.write(sizing, to: folder.file("sizing.csv"))
      try ServiceLevelsCSV.write(sizing, to: folder.file("service-levels.csv"))
    }
    try OutcomesCSV.write(comparison, to: folder.file("outcomes.csv"))
    try QuantilesCSV.write(comparison, to: folder.file("quantiles.csv"))
    try SharesCSV.write(comparison, to: folder.file("shares.csv"))
    if !comparison.batches.isEmpty {
      try BatchesCSV.write(comparison, to: folder.file("batches.csv"))
    }
    if !comparison.variances.isEmpty {
      try VarianceCSV.write(comparison, to: folder.file("variance.csv"))
    }
    try PoolsCSV.write(comparison, to: folder.file("pools.csv"))
    try MonitoringCSV.write(comparison, to: folder.file("bcbs.csv"))
    try CurvesCSV.write(comparison, to: folder.file("curves.csv"))
  }

  /// Puts the files in place, committed by their manifest.
  ///
  /// - Parameter listener: Told of files of an earlier run that were removed, and of files under
  ///   names of runs that are not of this one.
  /// - Returns: The files as the manifest lists them.
  /// - Throws: `.noOutput` where one cannot be put in place.
  func publish(in folder: ResultFolder, listener: Listener) throws(Failure) -> [ListedFile] {
    let identity = identity
    let files = try folder.publish { Manifest.json(comparison, identity: identity, files: $0) }
    if !folder.removed.isEmpty {
      let names = folder.removed.joined(separator: ", ")
      listener.note(
        "\(folder.path): removed \(names), which an earlier run or sizing wrote there and this one "
          + "does not write")
    }
    for name in RunFiles.optional where !files.contains(where: { $0.name == name }) {
      if FileManager.default.fileExists(atPath: "\(folder.path)/\(name)") {
        listener.note(
          "\(folder.path)/\(name) is not of this run; it was there and is left as it is")
      }
    }
    return files
  }
}
