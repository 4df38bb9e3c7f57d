import Foundation

extension ReplicationStore {
  /// How long the replications of a run are kept after it was last run: 14 days (assumed).
  private static let days = 14.0

  /// Removes the stores that no run has asked for in a long time, as far as they can be removed.
  ///
  /// Only what a store writes is removed, and only while nobody uses it: each live run holds a
  /// shared lock on the folder of its key, and it is removed under an exclusive one.
  ///
  /// - Parameter parent: The folder of all stores. What else lies in it, under names that are no keys, stays.
  static func removeOld(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where isKey(name) {
      let folder = "\(parent)/\(name)"
      guard isOld(folder), let lock = try? FileLock(on: folder) else { continue }
      // Somebody may have run it between the look and the lock.
      if isOld(folder) { removeStore(folder) }
      withExtendedLifetime(lock) {}
    }
  }

  /// Whether a name is that of the folder of a key.
  private static func isKey(_ name: String) -> Bool {
    name.utf8.count == 16 && name.utf8.allSatisfy { Set("0123456789abcdef".utf8).contains($0) }
  }

  /// The age of a folder is that of its last run, which touches it. This machine's clock decides here what is
  /// kept, never what comes out.
  private static func isOld(_ folder: String) -> Bool {
    var status = stat()
    guard lstat(folder, &status) == 0, status.isFolder else { return false }
    #if canImport(Darwin)
      let seconds = status.st_mtimespec.tv_sec
    #else
      let seconds = status.st_mtim.tv_sec
    #endif
    return Date().timeIntervalSince1970 - Double(seconds) > days * 86_400
  }

  /// Removes replications and what was left half-written, then the folder, if nothing is left.
  private static func removeStore(_ folder: String) {
    PartialFiles.removeOrphans(in: folder)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where isName(name) {
      let path = "\(folder)/\(name)"
      var status = stat()
      if lstat(path, &status) == 0, status.isRegular { unlink(path) }
    }
    rmdir(folder)
  }
}
