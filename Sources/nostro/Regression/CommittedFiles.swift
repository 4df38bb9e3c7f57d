import Foundation
import Outcomes
import Reporting

/// What is committed beside scenarios: in the folder of a scenario `Fingerprints.csv`, one table for
/// all of them, and `Baselines/<scenario>.csv`.
struct CommittedFiles {
  /// The folders in the order of their first scenario.
  private var folders: [Folder] = []

  private struct Folder {
    /// As the command line names it, and as it is known for sure.
    let path, place: String
    /// All rows of `Fingerprints.csv`.
    var fingerprints: [Fingerprint]
    /// What of it is of scenarios that were run, as it is and as it came.
    var scenarios: [(file: String, stem: String, before: Committed, after: Committed)] = []

    var table: String { path == "." ? "Fingerprints.csv" : "\(path)/Fingerprints.csv" }

    func baseline(_ stem: String) -> String {
      path == "." ? "Baselines/\(stem).csv" : "\(path)/Baselines/\(stem).csv"
    }
  }

  /// The largest file that is read, in bytes.
  private static let byteLimit = 16 << 20

  /// What is committed of a scenario; nothing where there are no files.
  ///
  /// - Throws: `Failure` 65 with every problem of the files; 66 where one cannot be read.
  mutating func read(beside file: String) throws -> Committed {
    let place = try folder(of: file)
    let stem = ScenarioPaths.stem(of: file)
    if let known = folders[place].scenarios.first(where: { $0.stem == stem }) {
      guard ScenarioPaths.place(of: known.file) == ScenarioPaths.place(of: file) else {
        throw Failure.badInput("\(file): \(known.file) has the same name but for its ending")
      }
      return known.before
    }
    let figures = try CommittedFiles.table(folders[place].baseline(stem), BaselineCSV.read) ?? []
    let committed = Committed(
      fingerprints: folders[place].fingerprints.filter { $0.scenario == stem }, figures: figures)
    folders[place].scenarios.append((file, stem, committed, committed))
    return committed
  }

  /// The place of the folder of a file; its table is read once.
  private mutating func folder(of file: String) throws -> Int {
    let path = ScenarioPaths.folder(of: file)
    let place = ScenarioPaths.place(of: path)
    if let known = folders.firstIndex(where: { $0.place == place }) { return known }
    var folder = Folder(path: path, place: place, fingerprints: [])
    // Known even where its table is bad, so that this is told once.
    defer { folders.append(folder) }
    folder.fingerprints = try CommittedFiles.table(folder.table, FingerprintsCSV.read) ?? []
    return folders.count
  }

  private static func table<Row>(
    _ path: String, _ read: (String) throws(TableProblems) -> [Row]
  ) throws -> [Row]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let text = try InputFile(path: path).text(limit: byteLimit)
    do { return try read(text) } catch {
      throw Failure.badInput(error.messages.map { "\(path): \($0)" })
    }
  }

  /// Keeps what is to be committed of a scenario.
  mutating func take(_ committed: Committed, beside file: String) {
    let path = ScenarioPaths.place(of: ScenarioPaths.folder(of: file))
    let stem = ScenarioPaths.stem(of: file)
    guard let folder = folders.firstIndex(where: { $0.place == path }),
      let place = folders[folder].scenarios.firstIndex(where: { $0.stem == stem })
    else { preconditionFailure("a scenario is read before it is run") }
    folders[folder].scenarios[place].after = committed
  }

  /// The files that would be others, by folder.
  var changed: [String] {
    folders.flatMap { folder in
      (folder.scenarios.contains { $0.before.fingerprints != $0.after.fingerprints }
        ? [folder.table] : [])
        + folder.scenarios.filter { $0.before.figures != $0.after.figures }
        .map { folder.baseline($0.stem) }
    }
  }

  /// Writes the files that are others, all of them or none.
  func write() throws {
    let watchers = PartialFiles.removeOnStop()
    defer { for watcher in watchers { watcher.cancel() } }
    var results: [ResultFolder] = []
    for folder in folders {
      if let table = CommittedFiles.newTable(of: folder) {
        let result = try ResultFolder(folder.path)
        try result.write(table, to: "Fingerprints.csv")
        results.append(result)
      }
      let moved = folder.scenarios.filter { $0.before.figures != $0.after.figures }
      guard !moved.isEmpty else { continue }
      let result = try ResultFolder("\(folder.path)/Baselines")
      for each in moved {
        try result.write(BaselineCSV.text(each.after.figures), to: "\(each.stem).csv")
      }
      results.append(result)
    }
    for result in results { try result.publish() }
  }

  /// The table of a folder with the rows of its scenarios replaced; `nil` where it stays.
  private static func newTable(of folder: Folder) -> String? {
    guard folder.scenarios.contains(where: { $0.before.fingerprints != $0.after.fingerprints })
    else { return nil }
    let run = Set(folder.scenarios.map(\.stem))
    return FingerprintsCSV.text(
      folder.fingerprints.filter { !run.contains($0.scenario) }
        + folder.scenarios.flatMap(\.after.fingerprints))
  }
}
