import Calendars
import Vocabulary

/// The windows that disturbances ask for by value date: hours are compiled once, however often they
/// are asked.
struct WindowBook {
  /// Whose hours they are.
  enum Owner: Hashable {
    case system(SystemID)
    case branch(BranchID)
  }

  /// A value date of a system.
  private struct ValueDate: Hashable {
    let system: SystemID
    let date: CivilDate
  }

  /// The windows of the simulated time by value date, of owners that were asked for.
  private var windows: [Owner: [CivilDate: Window]] = [:]
  /// Where the cut-offs of a value date were moved first.
  private var moves: [ValueDate: Place] = [:]

  /// The window of a value date that meets a stretch of time; `nil` where there is none, or where
  /// the hours leave the years of their calendar.
  ///
  /// - Parameter range: The same for every call.
  /// - Complexity: O(days) at the first question of an owner, O(1) after.
  mutating func window(
    of owner: Owner, _ hours: OperatingHours, on date: CivilDate, in range: Range<Instant>
  ) -> Window? {
    if let known = windows[owner] { return known[date] }
    var found: [CivilDate: Window] = [:]
    for window in (try? hours.compile(covering: range))?.windows ?? []
    where window.opens < range.upperBound && window.closes > range.lowerBound {
      found[window.valueDate] = window
    }
    windows[owner] = found
    return found[date]
  }

  /// Notes that the cut-offs of a value date move.
  ///
  /// - Returns: Where they moved before.
  mutating func note(moveOf system: SystemID, on date: CivilDate, at place: Place) -> Place? {
    let key = ValueDate(system: system, date: date)
    if let first = moves[key] { return first }
    moves[key] = place
    return nil
  }
}
