import Synchronization

/// A progress bar that any thread may move.
final class SharedProgress: Sendable {
  private let bar: Mutex<ProgressBar>

  /// A bar for `total` replications.
  init(total: Int, quiet: Bool) {
    bar = Mutex(ProgressBar(total: total, quiet: quiet))
  }

  /// Shows that one more is done.
  func advance() { bar.withLock { $0.advance(1) } }

  /// Leaves no trace.
  func finish() { bar.withLock { $0.finish() } }
}
