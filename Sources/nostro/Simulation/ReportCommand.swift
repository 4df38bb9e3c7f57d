import ArgumentParser
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
      do { runs.append(try FinishedRun.read(folder)) } catch let failure as Failure {
        failures.append(failure)
      }
    }
    guard failures.isEmpty else {
      let code = failures.contains { $0.code == 66 } ? 66 : failures[0].code
      throw Failure(code: code, messages: failures.flatMap(\.messages))
    }
    guard runs.count > 1 else {
      if let out { try refuseFolderOfRun(out, but: folders[0]) }
      return try write(page(of: runs[0]), to: out ?? folders[0])
    }
    if let out { try refuseFolderOfRun(out) }
    try Output.write(RunsTable.text(ReportCommand.distinct(runs, folders)))
    if let out { try write(RunsPage.html(ReportCommand.distinct(runs, folders)), to: out) }
  }

  /// Leaves the page of a run in its folder, but for that of the run whose page is made again.
  ///
  /// - Throws: `Failure` 73 where the folder is that of a run.
  private func refuseFolderOfRun(_ out: String, but own: String? = nil) throws {
    if let own, FinishedFolder(own).place == FinishedFolder(out).place { return }
    guard let files = try? FinishedFolder(out).listed(),
      files.contains(where: { $0.name == FinishedRun.page })
    else { return }
    throw Failure.noOutput(
      "\(out)/\(FinishedRun.page): is the page of another run; name another folder with --out")
  }

  private func page(of run: FinishedRun) -> String {
    let parts = run.parts
    return ReportPage.html(
      run.comparison, identity: parts.identity, clocks: parts.clocks, limits: parts.limits,
      sources: parts.sources, week: parts.week, sizing: parts.sizing)
  }

  private func write(_ page: String, to path: String) throws {
    let folder = try ResultFolder(path)
    try folder.write(page, to: FinishedRun.page)
    try folder.publishAmending()
    try Output.write("Report: \(folder.path)/report.html\n")
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
