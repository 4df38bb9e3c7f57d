import Foundation
import Scenarios
import Vocabulary

/// The finished replications of one run on disk, so that nothing is simulated twice.
///
/// A replication is a file of its own under a key of all that decides it: the digest of the
/// scenario, its models, the seed, the program, the zone data, the libraries. It is written beside
/// its place, synchronised and renamed: a replication is there whole or not at all, however the
/// process or the machine ends. A file that is torn all the same, or is that of another replication,
/// is run again. More replications later find the first ones. Several runs may use one store at the
/// same time.
package struct ReplicationStore: Sendable {
  /// The folder of the run's key.
  let folder: String
  private let key: Digest
  /// Held while the run lives, so that nobody removes the folder; `nil` where it cannot be locked.
  private let lock: FileLock?
  /// Takes what the user should know though the run goes on.
  private let note: @Sendable (String) -> Void

  /// The store of a run.
  ///
  /// - Parameters:
  ///   - parent: The folder of all stores; made, and kept out of git, where it is missing.
  ///   - key: What decides the results.
  ///   - removesOld: Whether stores are removed that no run has asked for in a long time.
  ///   - note: Takes what the user should know though the run goes on.
  /// - Throws: `.noOutput` where it cannot be written.
  init(
    in parent: String, key: Digest, removesOld: Bool = true,
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(Failure) {
    self.key = key
    self.note = note
    folder = "\(parent)/\(key)"
    do {
      try ReplicationStore.make(parent)
      lock = try ReplicationStore.opened(folder)
    } catch {
      throw Failure(
        .noOutput, [Failure.Problem("\(folder): cannot be written", remedy: .noStore)])
    }
    PartialFiles.removeOrphans(in: folder)
    if removesOld { ReplicationStore.removeOld(in: parent) }
  }

  /// What to tell where there is no store, since nobody can tell which program counted what it has.
  package static let isOfNoProgram =
    "the program's own file cannot be read, so that finished replications are neither kept nor used"

  /// How many replications are stored.
  package var count: Int {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return names?.count { ReplicationStore.isName($0) } ?? 0
  }

  /// Whether a name is that of a replication.
  static func isName(_ name: String) -> Bool {
    UInt32(name).map { "\($0)" == name } ?? false
  }

  /// The largest replication that is read, in bytes: 1 GiB, more than any is (assumed).
  private static let byteLimit = 1 << 30

  /// What was stored of a replication; `nil` where nothing was, or something else.
  func read(_ replication: Int) -> [UInt8]? {
    let bytes = try? ReadableFile(path(replication)).bytes(limit: ReplicationStore.byteLimit)
    return bytes.flatMap { StoredReplication.content(of: $0, key: key, number: replication) }
  }

  /// Stores a replication, whole or not at all; where something lies in its place that this program
  /// did not make, that stays, and a note says so.
  ///
  /// - Throws: `.noOutput` where it cannot be written; those stored before stay.
  func write(_ content: [UInt8], of replication: Int) throws(Failure) {
    let place = path(replication)
    // What was here before and is empty keeps nothing.
    rmdir(place)
    var status = stat()
    if lstat(place, &status) == 0, !status.isRegular {
      note("\(place) is \(status.kind) and stays: the replication is not kept")
      return
    }
    do throws(Failure) {
      let file = try PartialFile(in: folder, called: place)
      try file.write(StoredReplication.file(of: content, key: key, number: replication))
      _ = try file.finish(as: "\(replication)")
      if let error = file.put(at: place) { throw Failure.noOutput(place, error) }
    } catch {
      // Somebody else ran the same replication and put it here.
      if read(replication) == content { return }
      let sentence = error.problems.first?.sentence ?? place
      throw Failure(
        .noOutput,
        [Failure.Problem("\(sentence); replications stored before are kept", remedy: .noStoring)])
    }
  }

  private func path(_ replication: Int) -> String { "\(folder)/\(replication)" }

  /// Makes the folder of all stores where it is missing; only one that was made here is kept out
  /// of git, since another may be full of what somebody commits.
  private static func make(_ parent: String) throws {
    var status = stat()
    if stat(parent, &status) == 0, status.isFolder { return }
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    let ignored = open("\(parent)/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard ignored >= 0 else { return }
    _ = OpenOutput.write(Array("*\n".utf8), to: ignored)
    close(ignored)
  }

  /// Makes the folder of a key where it is missing and locks it together with others who use it.
  private static func opened(_ folder: String) throws -> FileLock? {
    while true {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      do throws(FileLock.Refusal) {
        let lock = try FileLock(on: folder, .shared, patience: .seconds(60))
        touch(folder)
        return lock
      } catch {
        switch error {
        // Removed as too old between making and locking.
        case .cannotBeOpened(ENOENT): continue
        case .isUnsupported:
          touch(folder)
          return nil
        case .isTaken, .cannotBeOpened: throw error
        }
      }
    }
  }

  /// The age of the folder is that of its last run.
  private static func touch(_ folder: String) { utimes(folder, nil) }
}
