import Foundation

/// How much of what is repeated a run of the tests repeats: `make quick` sets `NOSTRO_TESTS=quick` and
/// takes a third of the random worlds, and of what is repeated thousands of times nothing.
/// `make test` takes them all.
public enum Effort {
  /// Whether this run is a quick one.
  public static let isQuick = ProcessInfo.processInfo.environment["NOSTRO_TESTS"] == "quick"

  /// The seeds of so many random worlds: all of them, or the first third in a quick run.
  ///
  /// - Parameter count: 1 or more.
  public static func seeds(_ count: Int) -> Range<Int> {
    0..<(isQuick ? max(1, count / 3) : count)
  }
}
