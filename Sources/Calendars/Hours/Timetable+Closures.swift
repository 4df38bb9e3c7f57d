public import Vocabulary

/// Why a system is closed.
public enum Closure: String, CaseIterable, Hashable, Sendable {
  /// The hours before opening and after closing of a business day.
  case night
  /// A day of weekly rest.
  case weekend
  /// A holiday on a day that is not one of weekly rest.
  case holiday
  /// An interruption of hours that were planned: an outage, a holiday nobody had foreseen.
  case outage

  /// The cause for which a system is closed on a day of this status.
  init(_ status: DayStatus) {
    switch status {
    case .business: self = .night
    case .weekend: self = .weekend
    case .holiday: self = .holiday
    }
  }
}

extension Timetable {
  /// The time for which `closure(at:)` answers: the range compiled for and what its windows add,
  /// or the first opening to the last close.
  public var covered: Range<Instant> {
    let start = steps.first?.start ?? end
    return start..<max(start, end)
  }

  /// Why the system is closed at an instant, and until when that holds.
  ///
  /// A closed stretch is cut at local midnights; each piece has the cause of its local day.
  ///
  /// - Precondition: `covered` contains the instant.
  /// - Returns: `nil` for the cause where the system is open; the end of the cause, after which
  ///   another begins or the system opens.
  /// - Complexity: O(log n), without allocation.
  public func closure(at instant: Instant) -> (cause: Closure?, until: Instant) {
    precondition(covered.contains(instant), "\(instant) lies outside the compiled timetable")
    let next = firstStep(after: instant)
    return (steps[next - 1].closure, next < steps.count ? steps[next].start : end)
  }

  /// The closed pieces of a stretch of time, in order, clipped to it.
  ///
  /// - Precondition: the stretch lies within `covered`.
  public func closedPieces(from start: Instant, to stop: Instant)
    -> [(start: Instant, end: Instant, cause: Closure)]
  {
    var pieces: [(start: Instant, end: Instant, cause: Closure)] = []
    var cursor = start
    while cursor < stop {
      let (cause, until) = closure(at: cursor)
      if let cause { pieces.append((cursor, min(until, stop), cause)) }
      cursor = until
    }
    return pieces
  }

  private func firstStep(after instant: Instant) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].start > instant { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
