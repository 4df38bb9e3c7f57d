public import Vocabulary

/// Compiled windows of one system or branch, sorted and disjoint, read-only.
///
/// All lookups are binary searches on a sorted array; none allocates.
public struct Timetable: Sendable {
  /// The windows by their opening; each closes before or as the next opens.
  public let windows: ContiguousArray<Window>
  /// What the compiler met on the way: local times that do not exist or come twice.
  public let diagnostics: [String]
  /// When the system opens and closes, and why it is closed, ascending.
  let steps: ContiguousArray<Step>
  /// The end of the last step.
  let end: Instant

  /// From `start` to the next step the system is open (`nil`) or closed for one cause.
  struct Step: Hashable, Sendable {
    let start: Instant
    let closure: Closure?
  }

  init(
    windows: ContiguousArray<Window>, steps: ContiguousArray<Step>, end: Instant,
    diagnostics: [String]
  ) {
    for (left, right) in zip(windows, windows.dropFirst()) {
      precondition(left.closes <= right.opens, "windows of one system overlap")
    }
    (self.windows, self.steps) = (windows, steps)
    (self.end, self.diagnostics) = (end, diagnostics)
  }
}

extension Timetable {
  /// The place of the first window, from `start` on, that is still open or opens later.
  ///
  /// - Parameter start: A place at or before the answer, as a cursor remembers it.
  /// - Returns: `windows.count` where there is none.
  /// - Complexity: O(log n); O(1) where the answer is `start` or the place after it.
  public func index(closingAfter instant: Instant, from start: Int = 0) -> Int {
    index(from: start) { $0.closes > instant }
  }

  /// The place of the first window, from `start` on, whose cut-off lies after an instant.
  ///
  /// A payment handed over exactly at the cut-off has missed it.
  ///
  /// - Returns: `windows.count` where there is none.
  /// - Complexity: O(log n); O(1) where the answer is `start` or the place after it.
  public func index(admitting kind: CutOff, at instant: Instant, from start: Int = 0) -> Int {
    index(from: start) { $0.cutOff(kind) > instant }
  }

  /// The first window that admits a payment handed over at an instant, and when it settles there
  /// at the earliest: then, or at the opening.
  ///
  /// - Returns: `nil` where no compiled window does.
  public func earliest(_ kind: CutOff, at instant: Instant) -> (settles: Instant, window: Window)? {
    let place = index(admitting: kind, at: instant)
    guard place < windows.count else { return nil }
    return (max(instant, windows[place].opens), windows[place])
  }

  /// The window that is open at an instant.
  public func window(at instant: Instant) -> Window? {
    let place = index(closingAfter: instant)
    guard place < windows.count, windows[place].contains(instant) else { return nil }
    return windows[place]
  }

  /// Whether the system is open at an instant.
  public func isOpen(at instant: Instant) -> Bool { window(at: instant) != nil }

  /// The first place from `start` on where a condition holds that, once true, stays true.
  private func index(from start: Int, where holds: (Window) -> Bool) -> Int {
    var (low, high) = (start, windows.count)
    while low < high, low < start + 2 {
      if holds(windows[low]) { return low }
      low += 1
    }
    while low < high {
      let middle = (low + high) / 2
      if holds(windows[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
