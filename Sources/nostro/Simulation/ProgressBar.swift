import Foundation
import Vocabulary

/// A line on the standard error that tells how far a long run has come.
///
/// It shows on a terminal only, and leaves no trace of itself.
struct ProgressBar {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var done = 0

  /// A bar for `total` replications.
  init(total: Int, quiet: Bool) {
    self.total = total
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? "dumb"
    isShown = !quiet && terminal != "dumb" && isatty(STDERR_FILENO) == 1
  }

  /// Shows that so many more are done.
  mutating func advance(_ more: Int) {
    done += more
    show(done)
  }

  /// Leaves no trace.
  func finish() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// Shows how many are done, ten times a second at most.
  mutating func show(_ done: Int) {
    let now = ContinuousClock.now
    guard isShown, done == total || now - last > .milliseconds(100) else { return }
    last = now
    guard done < total else { return write("\r\u{1B}[K") }
    let filled = 30 * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    write("\r\u{1B}[K[\(bar)] \(done) of \(total) replications\(remaining(done, at: now))")
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
