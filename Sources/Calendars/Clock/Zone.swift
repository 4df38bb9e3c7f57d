public import Vocabulary

/// The civil clock of a place: its offset from UTC at every instant of the years 1970 to 2099.
///
/// Compiled once from an IANA identifier into sorted transitions; no lookup touches the system's
/// zone data afterwards. Two zones are equal when their identifiers are.
public struct Zone: Sendable {
  /// The IANA identifier, as given: `America/New_York`.
  public let identifier: String
  /// Seconds since 1970-01-01T00:00:00Z at which the offset changes, ascending.
  let transitions: [Int64]
  /// Seconds east of UTC: before the first transition, then after each; one more than transitions.
  let offsets: [Int32]

  /// The years whose clock is compiled, on the clock of UTC.
  public static let years = 1970...2099

  init(identifier: String, transitions: [Int64], offsets: [Int32]) {
    precondition(offsets.count == transitions.count + 1, "a clock has an offset on each side")
    (self.identifier, self.transitions, self.offsets) = (identifier, transitions, offsets)
  }

  /// The clock of UTC.
  public static let utc = Zone(identifier: "UTC", transitions: [], offsets: [0])
}

extension Zone: Hashable {
  /// Whether both zones bear one identifier.
  public static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }

  /// Feeds the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension Zone {
  /// Seconds east of UTC at an instant.
  ///
  /// - Complexity: O(log n) in the number of transitions, at most 260.
  public func offsetSeconds(at instant: Instant) -> Int32 {
    let (seconds, rest) = instant.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return offset(atSecond: rest < 0 ? seconds - 1 : seconds)
  }

  /// What the local clock and calendar show at an instant.
  public func local(of instant: Instant) -> (date: CivilDate, microsecondsOfDay: Int64) {
    let shift = Int64(offsetSeconds(at: instant)) * 1_000_000
    let (date, time) = CivilDate.split(instant.microseconds + shift)
    return (date, time)
  }

  /// How a local time met the clock.
  public enum Resolution: Hashable, Sendable {
    /// The clock showed it once.
    case exact
    /// The clock jumped over it; it was shifted forward by the length of the gap.
    case gap
    /// The clock showed it twice; the earlier instant was taken.
    case overlap
  }

  /// The instant at which the local clock shows `time` of `date`.
  ///
  /// The rule for daylight saving, that of `java.time`: a time in a gap moves forward by the
  /// length of the gap (the offset before the change holds), a time in an overlap is the earlier
  /// of the two. A time past 24:00 is the wall clock of the next calendar day.
  public func instant(on date: CivilDate, at time: WallTime)
    -> (instant: Instant, resolution: Resolution)
  {
    let shown = Int64(date.daysSinceEpoch) * 86_400 + Int64(time.seconds)
    // No offset passes 16 hours, so the change that matters lies within them.
    let before = offset(atSecond: shown - 57_600)
    let after = offset(atSecond: shown + 57_600)
    let early = shown - Int64(max(before, after))
    let late = shown - Int64(min(before, after))
    let earlyShows = offset(atSecond: early) == max(before, after)
    let lateShows = offset(atSecond: late) == min(before, after)
    if earlyShows {
      return (Instant(seconds: early), lateShows && early != late ? .overlap : .exact)
    }
    if lateShows { return (Instant(seconds: late), .exact) }
    return (Instant(seconds: shown - Int64(before)), .gap)
  }

  /// Midnight at the start of a local date, or the first instant after a gap that swallows it.
  public func startOfDay(_ date: CivilDate) -> Instant {
    instant(on: date, at: WallTime(seconds: 0)).instant
  }

  /// The offset in force at a second since 1970-01-01T00:00:00Z.
  private func offset(atSecond second: Int64) -> Int32 {
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }
}
