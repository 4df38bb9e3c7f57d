import ArgumentParser
import Experiments
import Foundation
import Reporting

/// `nostro report`: the page of a finished run made again, or finished runs side by side.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the report of a finished run again, or sets runs side by side.",
    discussion: """
      Reads the files of a folder of results (see Reports/README.md), and refuses them where they \
      are not what the run of manifest.json wrote. Of one folder it writes report.html anew, byte \
      for byte that of the run. Of several it prints what differs from the first, model by model, \
      with intervals, and with --out writes that as a page.

      Example: nostro report Reports/before Reports/after --out Reports/beside
      """)

  @Argument(help: "Folders of results.", completion: .directory)
  var folders: [String]

  @Option(help: "The folder for report.html (default: of one folder that folder).")
  var out: String?

  func run() throws {
    var runs: [FinishedRun] = []
    var failures: [Failure] = []
    for folder in folders {
      do throws(Failure) {
        runs.append(try FinishedRun.read(folder, listener: Listener(note: Output.note)))
      } catch { failures.append(error) }
    }
    guard failures.isEmpty else { throw Failure(all: failures) }
    guard runs.count > 1 else {
      if let out, FinishedFolder(folders[0]).place != FinishedFolder(out).place {
        return try write(page(of: runs[0]), to: ReportCommand.folder(out))
      }
      return try writeAnew(page(of: runs[0]), in: folders[0])
    }
    for (run, path) in zip(runs, folders) where run.parts.sizing != nil {
      Output.note("\(path): a sizing is on its own page, and not set side by side")
    }
    let text = RunsTable.text(ReportCommand.distinct(runs, folders))
    guard let out else { return try Output.write(text) }
    let page = try ReportCommand.folder(out)
    try Output.write(text)
    try write(RunsPage.html(ReportCommand.distinct(runs, folders)), to: page)
  }

  private func page(of run: FinishedRun) -> String {
    let parts = run.parts
    return ReportPage.html(
      run.comparison, identity: parts.identity, clocks: parts.clocks, limits: parts.limits,
      sources: parts.sources, week: parts.week, sizing: parts.sizing)
  }

  /// Writes the page of a run into its own folder.
  private func writeAnew(_ page: String, in path: String) throws {
    let folder = try ResultFolder(path)
    try folder.write(page, to: FinishedRun.page)
    try folder.publishAmending()
    try tell(folder)
  }

  /// Writes a page into a folder of its own.
  private func write(_ page: String, to folder: ResultFolder) throws {
    try folder.write(page, to: FinishedRun.page)
    _ = try folder.publish { Manifest.json(pageBy: .current, files: $0) }
    try tell(folder)
  }

  private func tell(_ folder: ResultFolder) throws {
    try Output.write("Report: \(folder.path)/\(FinishedRun.page)\n")
  }

  /// A folder for a page alone.
  ///
  /// - Throws: `Failure` 73 where it holds something else under the names of its files.
  private static func folder(_ path: String) throws -> ResultFolder {
    let folder = try ResultFolder(path)
    try folder.refuseForeign(.page, writing: [FinishedRun.page])
    return folder
  }

  /// The runs by names that tell them apart: their paths where two folders have one name, counted
  /// where a folder is given twice.
  private static func distinct(_ runs: [FinishedRun], _ folders: [String]) -> [FinishedRun] {
    let names = Set(runs.map(\.label)).count == runs.count ? runs.map(\.label) : folders
    return zip(runs, names).enumerated().map { place, run in
      var (named, label) = run
      if names[..<place].contains(label) { label += " (\(place + 1))" }
      named.label = label
      return named
    }
  }
}
