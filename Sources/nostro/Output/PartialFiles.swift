import Dispatch
import Foundation
import Synchronization

/// The files that are being written and have not been put in place, so that a stop leaves none.
enum PartialFiles {
  private static let paths = Mutex<[String]>([])
  /// A queue with a thread of its own: the shared ones are busy with replications.
  private static let stops = DispatchQueue(label: "stops", qos: .userInteractive)

  /// Makes an empty file that is going to be written; a stop finds it from its first instant on.
  ///
  /// - Returns: Whether it could be made.
  static func create(_ path: String) -> Bool {
    paths.withLock { paths in
      paths.append(path)
      return FileManager.default.createFile(atPath: path, contents: nil)
    }
  }

  /// Forgets a file that has been put in place or removed.
  static func forget(_ path: String) { paths.withLock { $0.removeAll { $0 == path } } }

  /// Removes what is half-written when the process is told to stop, and ends it with 128 and the
  /// signal's number: 130 after Ctrl-C, 143 after SIGTERM.
  ///
  /// Returns once the signals are watched, so that none is lost.
  ///
  /// - Returns: The watchers; signals are watched as long as they live.
  static func removeOnStop() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      // Before the watcher, which replaces it: set afterwards, it would keep signals from it.
      signal(number, SIG_IGN)
      let isWatched = DispatchSemaphore(value: 0)
      let watcher = DispatchSource.makeSignalSource(signal: number, queue: stops)
      watcher.setRegistrationHandler { isWatched.signal() }
      watcher.setEventHandler {
        paths.withLock { paths in
          for path in paths { unlink(path) }
          // Before anybody can make another.
          _exit(128 + number)
        }
      }
      watcher.resume()
      isWatched.wait()
      return watcher
    }
  }
}
