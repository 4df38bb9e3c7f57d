import Foundation
public import Reporting

extension FinishedRun {
  /// The file that is made of the others, and may be made again.
  package static let page = "report.html"

  /// How long to wait for a run that is putting its files in place: a minute (assumed).
  private static let patience = Duration.seconds(60)

  /// The run whose results lie in a folder: the files that its manifest lists, and no others.
  ///
  /// - Throws: `.noInput` where files are missing, `.badInput` with everything that is wrong with them:
  ///   files that another run or somebody else wrote, too.
  ///
  /// A file under the name of one that runs write, which the manifest does not list, is told in a
  /// note: it is no part of the run, and no figure is taken from it.
  public static func read(
    _ path: String, listener: Listener = .silent
  ) throws(Failure) -> FinishedRun {
    let lock = try? FileLock(on: "\(path)/.", .shared, patience: patience)
    defer { withExtendedLifetime(lock) {} }
    let folder = FinishedFolder(path)
    if let kind = (try? folder.manifest()).flatMap(Manifest.kind), kind != .run {
      throw Failure.badInput(
        "\(path)/\(ResultFolder.manifest): is the manifest of \(kind.phrase), expected that of a run"
      )
    }
    var found = FilesFound(folder)
    let texts = [
      "report.json", "outcomes.csv", "curves.csv", "pools.csv", "bcbs.csv", "quantiles.csv",
    ].map { found.text($0) }
    found.compareWithManifest()
    try found.refuseMissing()
    let tables = ResultTables(
      outcomes: texts[1], curves: texts[2], pools: texts[3], bcbs: texts[4],
      quantiles: texts[5])
    var problems = tables.problems.map { "\(path)/\($0)" }
    let parts: ReportParts
    do { parts = try ReportParts(json: texts[0]) } catch {
      throw Failure.badInput(found.problems + ["\(path)/report.json: \(error)"] + problems)
    }
    problems = found.problems + problems
    guard problems.isEmpty else { throw Failure.badInput(problems) }
    for sentence in found.notes { listener.note(sentence) }
    return FinishedRun(label: label(path), parts: parts, tables: tables)
  }

  /// The name of a folder without those above it.
  private static func label(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
  }
}

/// What was found in a folder of results, held against its manifest.
private struct FilesFound {
  private let folder: FinishedFolder
  private var files: [ListedFile] = []
  private var failures: [Failure] = []
  /// The names of files that could not be read, each of which is one failure.
  private var unread: Set<String> = []
  /// Files that are others than the manifest lists.
  private(set) var problems: [String] = []
  /// Files that the manifest does not list and that are not read.
  private(set) var notes: [String] = []

  init(_ folder: FinishedFolder) { self.folder = folder }

  /// The text of a file; empty where it cannot be read, which is kept as a failure.
  mutating func text(_ name: String) -> String {
    guard let (text, file) = value(of: attempt { () throws(Failure) in try folder.read(name) })
    else {
      unread.insert(name)
      return ""
    }
    files.append(file)
    return text
  }

  /// Holds all files but the page, which can be made of them, against the manifest.
  ///
  /// A file is told by its size and its digest, so that one that another run wrote under the same name is found.
  /// One that is listed and cannot be read is a failure, not a difference.
  mutating func compareWithManifest() {
    guard let listed = value(of: attempt { () throws(Failure) in try folder.listed() }) else {
      return
    }
    for file in listed where file.name != FinishedRun.page {
      guard let found = found(file.name), found != file else { continue }
      problems.append(
        "\(folder.path)/\(file.name): is not what the run of manifest.json wrote: found "
          + "\(found.sentence), expected \(file.sentence)")
    }
    let known = ResultFolder.namesOfRun + ResultFolder.namesOfSizing
    for name in known where !listed.contains(where: { $0.name == name }) {
      var status = stat()
      guard !files.contains(where: { $0.name == name }),
        lstat("\(folder.path)/\(name)", &status) == 0
      else { continue }
      notes.append(
        "\(folder.path)/\(name) is not listed in manifest.json: it is no part of the run")
    }
    for file in files where !listed.contains(where: { $0.name == file.name }) {
      problems.append("\(folder.path)/\(file.name): is not listed in manifest.json")
    }
  }

  /// A file as it was found; `nil` where it cannot be read, which is kept as one failure.
  private mutating func found(_ name: String) -> ListedFile? {
    if let known = files.first(where: { $0.name == name }) { return known }
    guard !unread.contains(name) else { return nil }
    return value(of: attempt { () throws(Failure) in try folder.file(name) })
  }

  /// - Throws: `Failure` with all files that could not be read.
  func refuseMissing() throws(Failure) {
    guard !failures.isEmpty else { return }
    let failure = Failure(all: failures)
    throw Failure(failure.kind, failure.problems + problems.map { Failure.Problem($0) })
  }

  /// A reading whose failure is kept, so that all of a folder are told at once.
  private func attempt<Value>(_ read: () throws(Failure) -> Value) -> Result<Value, Failure> {
    do throws(Failure) { return .success(try read()) } catch { return .failure(error) }
  }

  private mutating func value<Value>(of result: Result<Value, Failure>) -> Value? {
    switch result {
    case .success(let value): return value
    case .failure(let failure):
      failures.append(failure)
      return nil
    }
  }
}
