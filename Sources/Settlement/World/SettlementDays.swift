import Calendars
import Scenarios
import Vocabulary

/// The business days of every pool: the value dates of the system in which it settles, as planned.
///
/// A business day is the opening hours of the payment system (BCBS 248, April 2013, glossary). Here
/// it lasts from its opening until the next one, so that what moves in between, as tokens do, is of
/// the day that began last. Only days that open and close within the measured time count: what is
/// cut in two is no day.
struct SettlementDays: Sendable {
  /// A business day.
  struct Day: Sendable {
    /// When its window opens, when that closes, and when the next day begins.
    let opens, closes, ends: Instant
    /// The midnight that starts its value date on the clock of the system.
    let midnight: Instant
  }

  /// The days of all pools, pool by pool.
  let days: ContiguousArray<Day>
  /// Where the days of each pool begin, with the end last.
  let first: ContiguousArray<Int>

  /// The days of a scenario's pools.
  ///
  /// - Parameter hours: The planned timetable of a pool's system.
  init(_ scenario: Scenario, hours: (SystemID) -> Timetable) {
    let experiment = scenario.experiment
    var ofSystem = [[Day]?](repeating: nil, count: scenario.systems.count)
    var days: ContiguousArray<Day> = []
    var first: ContiguousArray<Int> = [0]
    for pool in scenario.pools {
      let place = pool.system.place
      let own =
        ofSystem[place]
        ?? SettlementDays.days(
          hours(pool.system).windows, zone: scenario.systems[place].hours.zone, experiment)
      ofSystem[place] = own
      days += own
      first.append(days.count)
    }
    (self.days, self.first) = (days, first)
  }

  /// The days of a system within the measured time; the last one ends with the horizon where no
  /// window follows.
  private static func days(
    _ windows: ContiguousArray<Window>, zone: Zone, _ experiment: Experiment
  ) -> [Day] {
    windows.indices.compactMap { place in
      let window = windows[place]
      guard window.opens >= experiment.countedFrom, window.closes <= experiment.until else {
        return nil
      }
      let next = place + 1 < windows.count ? windows[place + 1].opens : experiment.horizon
      return Day(
        opens: window.opens, closes: window.closes, ends: min(next, experiment.horizon),
        midnight: zone.startOfDay(window.valueDate))
    }
  }

  /// A day of a pool by its place among all days; `nil` after its last.
  func day(_ place: Int, ofPool pool: Int) -> Day? {
    place < first[pool + 1] ? days[place] : nil
  }

  /// The place of the first day of a pool that ends after an instant, among all days.
  ///
  /// - Complexity: O(log days).
  func place(endingAfter instant: Instant, of pool: PoolID) -> Int {
    var (low, high) = (first[pool.place], first[pool.place + 1])
    while low < high {
      let middle = (low + high) / 2
      if days[middle].ends > instant { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
