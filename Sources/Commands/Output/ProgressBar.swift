import Experiments
import Foundation
import Synchronization
import Vocabulary

/// A line on the standard error that tells how far a long run has come; any thread may move it.
///
/// It shows on a terminal only, and leaves no trace of itself.
final class ProgressBar: Sendable {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  private struct State {
    var last: ContinuousClock.Instant
    var done = 0
  }

  /// A bar for `total` replications.
  init(total: Int, quiet: Bool) {
    self.total = total
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? "dumb"
    isShown = !quiet && terminal != "dumb" && isatty(STDERR_FILENO) == 1
    state = Mutex(State(last: start))
  }

  /// Moves the bar, and tells notes beside it.
  var listener: Listener { Listener(note: Output.note) { self.advance($0) } }

  /// Shows that so many more are done, ten times a second at most.
  private func advance(_ more: Int) {
    state.withLock { state in
      state.done += more
      let now = ContinuousClock.now
      let done = state.done
      guard isShown, done == total || now - state.last > .milliseconds(100) else { return }
      state.last = now
      guard done < total else { return write("\r\u{1B}[K") }
      let filled = 30 * done / total
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
      write("\r\u{1B}[K[\(bar)] \(done) of \(total) replications\(remaining(done, at: now))")
    }
  }

  /// Leaves no trace, also where fewer replications were enough.
  func finish() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func remaining(_ done: Int, at now: ContinuousClock.Instant) -> String {
    guard done > 0 else { return "" }
    let each = (now - start) / Double(done)
    let rate = Duration.seconds(1) / each
    let shown = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(min(rate, 1e9)))"
    let left = each * Double(total - done)
    return ", \(shown) a second, \(TimeSpan.seconds(left.components.seconds)) left"
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
