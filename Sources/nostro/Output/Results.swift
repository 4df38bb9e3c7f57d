import Calendars
import Experiments
import Foundation
import Outcomes
import Reporting
import Scenarios
import Settlement

/// Runs a scenario and writes what came out.
struct Results {
  /// What a run left: the comparison and where its files are.
  let comparison: Comparison
  let folder: String
  /// The files as the manifest lists them.
  let files: [ListedFile]
  /// How many replications an earlier run had finished.
  let kept: Int

  /// Runs all models of a scenario and publishes the files of the run.
  static func of(_ scenario: Scenario, _ options: RunOptions) async throws -> Results {
    let world = try World.compiled(scenario, options.terms)
    let store = try options.keeping.store(
      for: scenario, choices: options.storeChoices)
    let watchers = PartialFiles.removeOnStop {
      store.map {
        "\($0.count) finished replications are kept: the same command goes on from there"
      }
    }
    defer { for watcher in watchers { watcher.cancel() } }
    let folder = try ResultFolder(options.folder(for: scenario))
    try folder.refuseForeign(.run, writing: ResultFolder.namesOfRun)
    let sink = options.journeys == .none ? nil : try folder.file("journeys.csv")
    if let sink { try JourneysCSV.write([], to: sink) }
    let replications = Replications(
      world: world, concurrency: options.work.concurrency, journeys: options.journeys.choice,
      store: store)
    var bar = ProgressBar(total: scenario.experiment.replications, quiet: options.work.quiet)
    bar.show(0)
    let (study, kept) = try await replications.run(progress: { bar.show($0) }) { try sink?($0) }
    let comparison = study.comparison
    try write(comparison, world, to: folder)
    let files = try publish(comparison, world, in: folder)
    return Results(comparison: comparison, folder: folder.path, files: files, kept: kept)
  }

  /// The files that some runs write and others do not.
  private static let optional =
    ["journeys.csv", "batches.csv", "variance.csv"] + ResultFolder.namesOfSizing

  /// Puts the files of a run in place, committed by its manifest.
  ///
  /// - Returns: The files as the manifest lists them.
  static func publish(_ comparison: Comparison, _ world: World, in folder: ResultFolder) throws
    -> [ListedFile]
  {
    let identity = RunIdentity.ofThisProgram(world.terms)
    let files = try folder.publish { Manifest.json(comparison, identity: identity, files: $0) }
    if !folder.removed.isEmpty {
      let names = folder.removed.joined(separator: ", ")
      Output.note(
        "\(folder.path): removed \(names), which an earlier run or sizing wrote there and this one "
          + "does not write")
    }
    for name in optional where !files.contains(where: { $0.name == name }) {
      if FileManager.default.fileExists(atPath: "\(folder.path)/\(name)") {
        Output.note("\(folder.path)/\(name) is not of this run; it was there and is left as it is")
      }
    }
    return files
  }

  /// Writes the files of a run but its journeys and its manifest.
  static func write(
    _ comparison: Comparison, _ world: World, sizing: Sizing? = nil, to folder: ResultFolder
  ) throws {
    let identity = RunIdentity.ofThisProgram(world.terms)
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
    let (clocks, limits) = (
      ClockAxis.axes(of: world.scenario), ModelLimits.sentences(for: world.scenario)
    )
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

  /// Prints the table and the place of the report, or the results as JSON.
  func print(_ options: RunOptions) throws {
    if kept > 0, !options.work.quiet {
      Output.note(
        "\(kept) of \(comparison.header.replications) replications were kept from an earlier run in "
          + "\(options.keeping.store); --no-store runs them again")
    }
    if options.work.json {
      let identity = RunIdentity.ofThisProgram(options.terms)
      try Output.write(ComparisonJSON.text(comparison, identity: identity, files: files))
    } else {
      if let seed = options.ties.shuffleTies {
        try Output.write("Simultaneous events are shuffled by seed \(seed).\n")
      }
      try Output.write(Colour.marked(ComparisonTable.text(comparison), for: STDOUT_FILENO))
      try Output.write("\nReport: \(folder)/report.html\n")
    }
  }
}
