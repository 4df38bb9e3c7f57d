import Dispatch
import Experiments
import Foundation

extension PartialFiles {
  /// A queue with a thread of its own: the shared ones are busy with replications.
  private static let stops = DispatchQueue(label: "stops", qos: .userInteractive)

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
        PartialFiles.removeAll {
          if let farewell = farewell() { Output.note(farewell) }
          _exit(128 + number)
        }
      }
      watcher.resume()
      isWatched.wait()
      return watcher
    }
  }
}
