public import Vocabulary

/// Times of day that return on every day of operation: batch releases, posting runs, rebalancing.
public struct LocalTimes: Sendable {
  /// The clock of the times.
  public let zone: Zone
  /// The dates on which they return.
  public let days: OperatingDays
  /// The times, ascending, each once.
  public let times: [WallTime]

  /// These times of the local clock, on the given dates.
  public init(_ times: some Sequence<WallTime>, zone: Zone, days: OperatingDays) {
    (self.zone, self.days) = (zone, days)
    self.times = Set(times).sorted()
  }

  /// The instants of the times.
  public struct Compiled: Hashable, Sendable {
    /// Ascending, each once.
    public let instants: ContiguousArray<Instant>
    /// Local times that do not exist or come twice.
    public let diagnostics: [String]

    /// The place of the first instant at or after the given one; `instants.count` for none.
    ///
    /// - Complexity: O(log n).
    public func index(atOrAfter instant: Instant) -> Int {
      var (low, high) = (0, instants.count)
      while low < high {
        let middle = (low + high) / 2
        if instants[middle] < instant { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The instants within a range of time.
  ///
  /// - Throws: `CalendarError.outsideYears` where a day of the range lies outside the calendar's
  ///   years and one of the times could fall into it.
  public func compile(covering range: Range<Instant>) throws(CalendarError) -> Compiled {
    var instants: Set<Instant> = []
    var diagnostics: [String] = []
    var date = zone.local(of: range.lowerBound).date - 2
    while zone.startOfDay(date) < range.upperBound {
      guard Zone.years.contains(date.year) else {
        throw .outsideZoneYears(zone: zone.identifier, years: Zone.years, date: date)
      }
      for time in times {
        let (instant, resolution) = zone.instant(on: date, at: time)
        guard range.contains(instant), try days.contains(date) else { continue }
        instants.insert(instant)
        if let line = resolution.diagnostic("time", time, on: date, in: zone) {
          diagnostics.append(line)
        }
      }
      date = date + 1
    }
    return Compiled(instants: ContiguousArray(instants.sorted()), diagnostics: diagnostics)
  }
}
