import Foundation
import Outcomes
import Reporting

/// What is committed beside scenarios: in the folder of a scenario `Fingerprints.csv`, one table for
/// all of them, and `Baselines/<scenario>.csv`.
///
/// Rows of scenarios that are not run stay as they are, byte for byte, whoever wrote them. A scenario is known
/// by the name of its file without its ending, which must be one within its folder.
struct CommittedFiles {
  /// The folders in the order of their first scenario.
  private var folders: [Folder] = []

  private struct Folder {
    /// As the command line names it, and as it is known for sure.
    let path, place: String
    /// All rows of `Fingerprints.csv`.
    var fingerprints: [Fingerprint]
    /// What of it is of scenarios that are run.
    var scenarios: [Subject] = []

    var table: String { path == "." ? "Fingerprints.csv" : "\(path)/Fingerprints.csv" }

    func baseline(_ stem: String) -> String {
      path == "." ? "Baselines/\(stem).csv" : "\(path)/Baselines/\(stem).csv"
    }
  }

  private struct Subject {
    let file, stem: String
    /// What is committed of it.
    let committed: Committed
    /// What came, and whether other numbers of replications stay; `nil` before it was run.
    var fresh: (outcomes: Committed, keepsOthers: Bool)?
  }

  /// The largest file that is read, in bytes.
  private static let byteLimit = 16 << 20

  /// What is committed of a scenario; nothing where there are no files.
  ///
  /// - Throws: `.badInput` with every problem of the files; `.noInput` where one cannot be read.
  mutating func read(beside file: String) throws(Failure) -> Committed {
    let place = try folder(of: file)
    let stem = ScenarioPaths.stem(of: file)
    if let known = folders[place].scenarios.first(where: { $0.stem == stem }) {
      guard ScenarioPaths.place(of: known.file) == ScenarioPaths.place(of: file) else {
        throw Failure.badInput("\(file): \(known.file) has the same name but for its ending")
      }
      return known.committed
    }
    let committed = try CommittedFiles.committed(of: stem, in: folders[place])
    folders[place].scenarios.append(Subject(file: file, stem: stem, committed: committed))
    return committed
  }

  /// The rows of a scenario in the table of its folder, and its own file; both may be missing.
  private static func committed(of stem: String, in folder: Folder) throws(Failure) -> Committed {
    Committed(
      fingerprints: folder.fingerprints.filter { $0.scenario == stem },
      figures: try table(folder.baseline(stem), BaselineCSV.read) ?? [])
  }

  /// The place of the folder of a file; its table is read once.
  private mutating func folder(of file: String) throws(Failure) -> Int {
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
  ) throws(Failure) -> [Row]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let text = try InputFile(path: path).text(limit: byteLimit)
    do { return try read(text) } catch {
      throw Failure.badInput(error.messages.map { "\(path): \($0)" })
    }
  }

  /// Keeps what came of a scenario, to be committed.
  mutating func take(_ fresh: Committed, beside file: String, keepsOthers: Bool) {
    let path = ScenarioPaths.place(of: ScenarioPaths.folder(of: file))
    let stem = ScenarioPaths.stem(of: file)
    guard let folder = folders.firstIndex(where: { $0.place == path }),
      let place = folders[folder].scenarios.firstIndex(where: { $0.stem == stem })
    else { preconditionFailure("a scenario is read before it is run") }
    folders[folder].scenarios[place].fresh = (fresh, keepsOthers)
  }

  /// What is committed of scenarios that do not lie beside it, a sentence each, by folder and name.
  ///
  /// - Parameter paths: The folders that are looked at.
  func strays(in paths: [String]) -> [String] {
    folders.filter { folder in paths.contains { ScenarioPaths.place(of: $0) == folder.place } }
      .flatMap(CommittedFiles.strays)
  }

  /// Sentences, rows before files, each by name; control characters in names are left out.
  private static func strays(_ folder: Folder) -> [String] {
    func isAbsent(_ stem: String) -> Bool {
      !["yaml", "yml"].contains {
        FileManager.default.fileExists(atPath: "\(folder.place)/\(stem).\($0)")
      }
    }
    let rows = Set(folder.fingerprints.map(\.scenario)).sorted().filter(isAbsent)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.place)/Baselines"))
    let stems = (files ?? []).filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }
      .map { ScenarioPaths.stem(of: $0) }.sorted().filter(isAbsent)
    let sentences =
      rows.map { "\(folder.table): rows of '\($0)', but no \($0).yaml beside it" }
      + stems.map { "\(folder.baseline($0)): no \($0).yaml beside its folder" }
    return sentences.map(\.printable)
  }
}

extension CommittedFiles {
  /// What becomes of the files of a folder.
  private struct Plan {
    let path: String
    /// The new table; `nil` where it stays.
    var table: String?
    /// The new figures of scenarios, where they are others.
    var baselines: [(stem: String, text: String)] = []
    /// The files that would be others.
    var changed: [String] = []
  }

  /// Commits what came: all files that are others, or none.
  ///
  /// Several processes may do so at once. Each reads the table anew while it alone holds the lock on
  /// the folder, and replaces what it ran: no row of another is lost.
  ///
  /// - Parameters:
  ///   - note: Takes what the user should know though the files are written.
  ///   - mayChange: Asked with the files that would be others, where there are any; throws where
  ///     they must not be.
  /// - Returns: The files that are others now.
  /// - Throws: `.badInput` where a table went bad meanwhile; `.noOutput` where a file cannot be written or
  ///   the folder stays locked, and then none is.
  func write(
    note: (String) -> Void, _ mayChange: ([String]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    // By name, so that two processes never wait for each other.
    let locks = try folders.sorted { $0.place < $1.place }
      .map { folder throws(Failure) in try CommittedFiles.lock(folder.place, note: note) }
    defer { withExtendedLifetime(locks) {} }
    let plans = try folders.map(CommittedFiles.plan)
    let changed = plans.flatMap(\.changed)
    if !changed.isEmpty { try mayChange(changed) }
    var results: [(folder: ResultFolder, isLocked: Bool)] = []
    for plan in plans {
      if let table = plan.table {
        let result = try ResultFolder(plan.path)
        try result.write(table, to: "Fingerprints.csv")
        results.append((result, true))
      }
      guard !plan.baselines.isEmpty else { continue }
      let result = try ResultFolder("\(plan.path)/Baselines")
      for each in plan.baselines { try result.write(each.text, to: "\(each.stem).csv") }
      results.append((result, false))
    }
    for result in results { try result.folder.publish(isLocked: result.isLocked) }
    return changed
  }

  /// How long others are waited for: writing takes them less than a second.
  private static let patience = Duration.seconds(60)

  /// The lock on a folder; `nil` on a file system that has none.
  private static func lock(_ folder: String, note: (String) -> Void) throws(Failure) -> FileLock? {
    do throws(FileLock.Refusal) {
      return try FileLock(on: folder, patience: patience)
    } catch {
      switch error {
      case .isUnsupported:
        note("\(folder): its file system has no locks; update one at a time")
        return nil
      case .isTaken: throw Failure.noOutput("\(folder): another nostro is updating it")
      case .cannotBeOpened: throw Failure.noOutput("\(folder): cannot be opened")
      }
    }
  }

  /// What becomes of a folder, from its files as they are now.
  private static func plan(_ known: Folder) throws(Failure) -> Plan {
    var folder = known
    folder.fingerprints = try table(folder.table, FingerprintsCSV.read) ?? []
    var plan = Plan(path: folder.path)
    var fingerprints = folder.fingerprints
    for subject in folder.scenarios {
      guard let fresh = subject.fresh else { continue }
      let before = try committed(of: subject.stem, in: folder)
      let after = before.accepting(fresh.outcomes, keepsOthers: fresh.keepsOthers)
      if after.fingerprints != before.fingerprints {
        fingerprints.removeAll { $0.scenario == subject.stem }
        fingerprints += after.fingerprints
      }
      guard after.figures != before.figures else { continue }
      plan.baselines.append((subject.stem, BaselineCSV.text(after.figures)))
    }
    if fingerprints != folder.fingerprints { plan.table = FingerprintsCSV.text(fingerprints) }
    plan.changed =
      (plan.table == nil ? [] : [folder.table]) + plan.baselines.map { folder.baseline($0.stem) }
    return plan
  }
}
