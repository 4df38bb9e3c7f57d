import ArgumentParser
import Foundation
import Reporting
import Scenarios
import Vocabulary

/// The finished replications of one run on disk, so that nothing is simulated twice.
///
/// A replication is a file of its own under a key of all that decides it: the digest of the
/// scenario, its models, the seed, the program. It is written beside its place, synchronised and
/// renamed: a replication is there whole or not at all, however the process or the machine ends.
/// A file that is torn all the same is run again. More replications later find the first ones.
struct ReplicationStore: Sendable {
  /// The folder of the run's key.
  let folder: String

  /// How long the replications of a run are kept after it was last run: 14 days (assumed).
  private static let days = 14.0

  /// The store of a scenario's run.
  ///
  /// - Parameters:
  ///   - parent: The folder of all stores; made, and kept out of git, where it is missing.
  ///   - scenario: What is run.
  ///   - choices: What else decides the results, from the command line.
  ///   - removesOld: Whether stores are removed that no run has asked for in a long time.
  /// - Throws: `Failure` 73 where it cannot be written.
  init(
    in parent: String, for scenario: Scenario, choices: [String], removesOld: Bool = true
  ) throws {
    folder = "\(parent)/\(ReplicationStore.key(scenario, choices))"
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if !files.fileExists(atPath: "\(parent)/.gitignore") {
        try Data("*\n".utf8).write(to: URL(fileURLWithPath: "\(parent)/.gitignore"))
      }
      // The age of the folder is that of its last run.
      try files.setAttributes([.modificationDate: Date()], ofItemAtPath: folder)
    } catch {
      throw Failure.noOutput("\(folder): cannot be written; --no-store runs without it")
    }
    PartialFiles.removeOrphans(in: folder)
    if removesOld { ReplicationStore.removeOld(in: parent) }
  }

  /// How many replications are stored.
  var count: Int {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return names?.count { !$0.hasPrefix(".") } ?? 0
  }

  /// What was stored of a replication; `nil` where nothing was.
  func read(_ replication: Int) -> [UInt8]? {
    FileManager.default.contents(atPath: path(replication)).map(Array.init)
  }

  /// Stores a replication, whole or not at all.
  ///
  /// - Throws: `Failure` 73 where it cannot be written; those stored before stay.
  func write(_ bytes: [UInt8], of replication: Int) throws {
    let partial = PartialFiles.path(of: String(replication), in: folder)
    defer { PartialFiles.forget(partial) }
    do {
      guard PartialFiles.create(partial), let handle = FileHandle(forWritingAtPath: partial) else {
        throw CocoaError(.fileWriteUnknown)
      }
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
      guard rename(partial, path(replication)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unlink(partial)
      throw Failure.noOutput(
        "\(partial): cannot be written: \(error.localizedDescription); replications stored before "
          + "are kept, --no-store runs without storing")
    }
  }

  private func path(_ replication: Int) -> String { "\(folder)/\(replication)" }

  /// Sixteen hexadecimal digits of what decides a run.
  private static func key(_ scenario: Scenario, _ choices: [String]) -> String {
    var digest = scenario.digest
    digest.combine(scenario.experiment.seed)
    let texts = scenario.models.map(\.name) + ["of"] + choices + [Nostro.version, program]
    for text in texts { digest.combine(bytes: text.utf8) }
    return digest.description
  }

  /// Which build this is: a rule may change while the version stays.
  private static var program: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    var status = stat()
    guard stat(path, &status) == 0 else { return path }
    return "\(status.st_size) \(status.modified) \(RunIdentity.ofThisProgram.zoneDataVersion)"
  }

  /// Removes what no run has asked for in a long time, as far as it can be removed.
  private static func removeOld(in parent: String) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: parent)) ?? [] where name.count == 16 {
      let path = "\(parent)/\(name)"
      guard let date = try? files.attributesOfItem(atPath: path)[.modificationDate] as? Date,
        date.timeIntervalSinceNow < -days * 86_400
      else { continue }
      try? files.removeItem(atPath: path)
    }
  }
}

extension stat {
  /// When the file was last written.
  fileprivate var modified: String {
    #if canImport(Darwin)
      "\(st_mtimespec.tv_sec).\(st_mtimespec.tv_nsec)"
    #else
      "\(st_mtim.tv_sec).\(st_mtim.tv_nsec)"
    #endif
  }
}

/// Where finished replications are kept.
struct StoreOption: ParsableArguments {
  @Option(help: "The folder in which finished replications are kept for the next run.")
  var store = ".nostro"

  @Flag(help: "Neither keep finished replications nor use those that are kept.")
  var noStore = false

  /// The store of a run, if there is to be one.
  func store(for scenario: Scenario, choices: [String] = [], removesOld: Bool = true) throws
    -> ReplicationStore?
  {
    noStore
      ? nil
      : try ReplicationStore(
        in: store, for: scenario, choices: choices, removesOld: removesOld)
  }
}
