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

  /// Where a file of a folder is written before it is put in its place: `.NAME.PROCESS`.
  static func path(of name: String, in folder: String) -> String {
    "\(folder)/.\(name).\(ProcessInfo.processInfo.processIdentifier)"
  }

  /// Removes what processes left half-written that were killed, as far as it can be removed.
  static func removeOrphans(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(".") {
      guard let point = name.lastIndex(of: "."), point > name.startIndex,
        let process = pid_t(name[name.index(after: point)...]), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  /// Removes what is half-written when the process is told to stop, and ends it with 128 and the
  /// signal's number: 130 after Ctrl-C, 143 after SIGTERM.
  ///
  /// Returns once the signals are watched, so that none is lost.
  ///
  /// - Parameter farewell: What to tell the standard error at the end, if anything.
  /// - Returns: The watchers; signals are watched as long as they live.
  static func removeOnStop(saying farewell: @escaping @Sendable () -> String? = { nil })
    -> [any DispatchSourceSignal]
  {
    [SIGINT, SIGTERM].map { number in
      // Before the watcher, which replaces it: set afterwards, it would keep signals from it.
      signal(number, SIG_IGN)
      let isWatched = DispatchSemaphore(value: 0)
      let watcher = DispatchSource.makeSignalSource(signal: number, queue: stops)
      watcher.setRegistrationHandler { isWatched.signal() }
      watcher.setEventHandler {
        paths.withLock { paths in
          for path in paths { unlink(path) }
          if let farewell = farewell() { Output.note(farewell) }
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
