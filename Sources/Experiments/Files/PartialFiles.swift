import Foundation
import Synchronization

/// The files that are being written and have not been put in place, so that a stop leaves none.
package enum PartialFiles {
  private static let paths = Mutex<[String]>([])

  /// Why a file could not be made.
  struct SystemError: Error {
    let number: Int32
  }

  /// Makes an empty file that is going to be written, under a name drawn at random, and locks it; a
  /// stop finds it from its first instant on.
  ///
  /// Between making and locking, somebody who sweeps may take it for an orphan: then its path no
  /// longer names it, and another is made. Where the file system has no locks nobody sweeps.
  static func create(in folder: String, mode: mode_t) -> Result<
    (String, Int32), SystemError
  > {
    while true {
      let path = "\(folder)/\(randomName())"
      let opened = paths.withLock { paths in
        let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        if opened >= 0 { paths.append(path) }
        return opened
      }
      guard opened >= 0 else {
        if errno == EEXIST || errno == EINTR { continue }
        return .failure(SystemError(number: errno))
      }
      if isOurs(opened, path) { return .success((path, opened)) }
      close(opened)
      remove(path)
    }
  }

  /// Locks a file that was just made; `false` where somebody was about to sweep it.
  private static func isOurs(_ descriptor: Int32, _ path: String) -> Bool {
    do throws(FileLock.Refusal) { try FileLock.lock(descriptor, .exclusive) } catch {
      return error == .isUnsupported
    }
    return FileLock.isNamed(path, descriptor)
  }

  /// Forgets a file that has been put in place or removed.
  static func forget(_ path: String) { paths.withLock { $0.removeAll { $0 == path } } }

  /// Removes a file of this process that is not going to be put in place.
  static func remove(_ path: String) {
    unlink(path)
    forget(path)
  }

  /// A name with 122 bits of chance (RFC 4122); it shows in no output.
  private static func randomName() -> String {
    let digits = UUID().uuidString.lowercased().filter { $0 != "-" }
    return ".nostro-\(digits).partial"
  }

  /// Whether a name is one of those that partial files of this program have.
  static func isName(_ name: String) -> Bool {
    guard name.hasPrefix(".nostro-"), name.hasSuffix(".partial") else { return false }
    let digits = name.utf8.dropFirst(8).dropLast(8)
    return digits.count == 32 && digits.allSatisfy { Set("0123456789abcdef".utf8).contains($0) }
  }

  /// Removes what processes left half-written that were killed, as far as it can be removed.
  ///
  /// Only a regular file under a name of this program is looked at, and only one that nobody has
  /// locked is removed, while this process holds its lock. Where locks bind one machine only (NFS
  /// that is mounted with `local_lock`), machines that share a folder cannot see each other's.
  static func removeOrphans(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where isName(name) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.isRegular, let lock = try? FileLock(on: path)
      else { continue }
      withExtendedLifetime(lock) { _ = unlink(path) }
    }
  }

  /// Removes what this process has half-written, and ends it before anybody can make another.
  ///
  /// - Parameter ending: Ends the process; called while no file can be made.
  package static func removeAll(ending: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths { unlink(path) }
      ending()
    }
  }
}
