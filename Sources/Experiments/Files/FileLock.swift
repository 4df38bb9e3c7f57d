import Foundation

/// A lock on a file or a folder among processes (`flock`), held as long as the value lives.
///
/// It ends with its holder, however that ends, so that no lock outlives a killed process; nothing is
/// written for it. Containers of one machine see each other's locks; process numbers play no part.
/// It binds only those who ask for it. A folder can be locked like a file, which serves where files
/// are replaced by `rename` and the lock has to outlast them:
///
///     let lock = try FileLock(on: "Scenarios", patience: .seconds(10))
///     defer { withExtendedLifetime(lock) {} }
final class FileLock: Sendable {
  /// Whether others may hold the lock at the same time.
  enum Kind: Sendable {
    /// Together with other shared ones: for those who read or use.
    case shared
    /// Alone: for those who replace or remove.
    case exclusive
  }

  /// Why a lock was not taken.
  enum Refusal: Error, Equatable {
    /// Somebody else holds it.
    case isTaken
    /// The file system has no locks of this kind, or none on folders: NFS without its lock service.
    case isUnsupported
    /// There is nothing at the path that could be opened; with the number of the error.
    case cannotBeOpened(Int32)
  }

  /// How long a lock that is taken is left before it is asked for again, in milliseconds.
  private static let pause: Int32 = 10

  /// The open file that bears the lock.
  private let descriptor: Int32

  /// Locks what lies at a path; nothing is made there, and a link at its end is not followed.
  ///
  /// Once it is locked, the path still names what was locked: a file that was replaced or removed
  /// meanwhile is opened anew.
  ///
  /// - Parameters:
  ///   - kind: Whether others may hold it at the same time.
  ///   - patience: How long to wait for others; zero asks once.
  init(
    on path: String, _ kind: Kind = .exclusive, patience: Duration = .zero
  ) throws(Refusal) {
    let end = ContinuousClock.now + patience
    while true {
      let opened = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard opened >= 0 else { throw .cannotBeOpened(errno) }
      do throws(Refusal) {
        try FileLock.lock(opened, kind, until: end)
      } catch {
        close(opened)
        throw error
      }
      if FileLock.isNamed(path, opened) {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  deinit { close(descriptor) }

  /// Locks an open file, which bears the lock until it is closed.
  ///
  /// - Parameter end: Until when to wait for others; a past instant asks once.
  static func lock(
    _ descriptor: Int32, _ kind: Kind, until end: ContinuousClock.Instant = .now
  ) throws(Refusal) {
    let operation = (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB
    while flock(descriptor, operation) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        guard ContinuousClock.now < end else { throw .isTaken }
        // flock waits for its lock without a limit or not at all.
        poll(nil, 0, pause)
      default: throw .isUnsupported
      }
    }
  }

  /// Whether a path, its last link not followed, names an open file.
  static func isNamed(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0
      && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino
  }
}
