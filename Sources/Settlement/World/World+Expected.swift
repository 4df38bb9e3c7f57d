import Calendars
import Chance
import Scenarios
import Vocabulary

/// When a payment can be expected at its payee, from what everybody knows when it is instructed:
/// hours, runs, cut-offs and mean times of work; not from queues, alerts or chance.
///
/// Routing asks for these times, one for each rail of the model. They are estimates of one payment
/// alone: its alert, its repair and the queue before it are unknown, and a mean stands for a time
/// of work that is drawn.
extension World {
  /// When the receiving branch has converted a payment that reached it. The value date of the deal
  /// is not waited for.
  func exchanged(_ instant: Instant, _ plan: CorridorPlan, _ model: Model) -> Instant {
    let desk = exchangeHours(of: plan.destination, model)
    if model.exchange.outsideHours == .dealer, !timetables[desk].isOpen(at: instant) {
      return instant
    }
    return finished(model.exchange.processing, from: instant, at: desk)
  }

  /// The timetable that binds a conversion at a branch: its desk's or the market's.
  func exchangeHours(of branch: BranchID, _ model: Model) -> TimetableID {
    let desk = exchangeDesk(of: branch)
    return model.exchange.hours == .market ? disturbedHours.market ?? desk : desk
  }

  /// The first instant from one on at which a timetable takes something before a cut-off.
  ///
  /// - Returns: `distantFuture` after the compiled time.
  /// - Complexity: O(log windows).
  func earliest(_ timetable: TimetableID, before cutOff: CutOff, _ instant: Instant) -> Instant {
    guard instant < .distantFuture else { return instant }
    return timetables[timetable].earliest(cutOff, at: instant)?.settles ?? .distantFuture
  }

  /// The first run at or after an instant; without runs the first instant of business hours.
  ///
  /// - Parameters:
  ///   - runs: Instants in ascending order; `nil` where runs are continuous.
  ///   - hours: The timetable that holds where there are no runs.
  /// - Complexity: O(log n).
  func run(after instant: Instant, _ runs: ContiguousArray<Instant>?, _ hours: TimetableID)
    -> Instant
  {
    guard instant < .distantFuture else { return instant }
    guard let runs else {
      let place = timetables[hours].index(closingAfter: instant)
      let windows = timetables[hours].windows
      return place < windows.count ? max(instant, windows[place].opens) : .distantFuture
    }
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] >= instant { high = middle } else { low = middle + 1 }
    }
    return low < runs.count ? runs[low] : .distantFuture
  }

  /// When so much work is done that starts at an instant, inside the hours of a timetable.
  func finished(_ work: TimeSpan, from start: Instant, at timetable: TimetableID) -> Instant {
    guard start < .distantFuture else { return start }
    var rest = work
    let all = timetables[timetable].windows
    for window in all[timetables[timetable].index(closingAfter: start)...] {
      let begin = max(start, window.opens)
      if begin + rest <= window.closes { return begin + rest }
      rest = rest - (window.closes - begin)
    }
    return .distantFuture
  }
}
