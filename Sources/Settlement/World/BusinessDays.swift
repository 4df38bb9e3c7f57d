import Calendars
import Scenarios
import Vocabulary

/// The business days of all branches as planned: what deadlines count, whatever is disturbed.
struct BusinessDays: Sendable {
  /// A business day of a branch.
  struct Day: Sendable {
    /// The date on the branch's clock.
    let date: CivilDate
    /// The midnight that starts it.
    let starts: Instant
    /// When its business hours end.
    let closes: Instant
  }

  /// The days of all branches, branch by branch, ascending.
  private let days: ContiguousArray<Day>
  /// Where the days of each branch begin, with the end last.
  private let first: ContiguousArray<Int>

  /// The days of branches whose hours come first among the timetables.
  ///
  /// - Parameter planned: Timetables without disturbances, those of the branches' business hours
  ///   first, in the order of the branches.
  init(_ branches: [Branch], planned: [Timetable]) {
    var days: ContiguousArray<Day> = []
    var first: ContiguousArray<Int> = [0]
    for (branch, timetable) in zip(branches, planned) {
      for window in timetable.windows {
        let start = branch.zone.startOfDay(window.valueDate)
        days.append(Day(date: window.valueDate, starts: start, closes: window.closes))
      }
      first.append(days.count)
    }
    (self.days, self.first) = (days, first)
  }

  /// When the n-th business day of a branch after the local day of `instant` closes; for 0 that day
  /// itself or, where it is none, the next business day.
  ///
  /// A branch has a business day where it has a window: its value date.
  ///
  /// - Parameter today: The local date of `instant`, asked for where `count` is 0.
  /// - Returns: `distantFuture` for a day after the simulated time.
  /// - Complexity: O(log days).
  func close(
    days count: Int, after instant: Instant, at branch: BranchID,
    today: @autoclosure () -> CivilDate
  ) -> Instant {
    let end = first[branch.place + 1]
    var (low, high) = (first[branch.place], end)
    while low < high {
      let middle = (low + high) / 2
      if days[middle].starts > instant { high = middle } else { low = middle + 1 }
    }
    guard count > 0 else {
      let today = today()
      if low > first[branch.place], days[low - 1].date == today { low -= 1 }
      return low < end ? days[low].closes : .distantFuture
    }
    let place = low + count - 1
    return place < end ? days[place].closes : .distantFuture
  }
}
