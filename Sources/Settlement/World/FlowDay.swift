import Calendars
import Chance
import Scenarios
import Vocabulary

/// One day of a generated flow on the clock that it follows.
///
/// The local day of the payer's branch, or of the payee's where the payer is outside; on it the
/// flow's profile, weekdays and end of the month are read.
struct FlowDay: Sendable {
  /// The local date.
  let date: CivilDate
  /// The expected number of payments, before the day's common shock.
  let expected: Double
  /// The first instant of the local day.
  let start: Instant
  /// Whether the day has 24 hours, so that an instant is the start and the time on the clock.
  let isRegular: Bool
}

extension World {
  /// For each flow, the local days that touch `[from, until)` and on which payments come.
  ///
  /// The first and the last day may lie partly outside of the time in which payments are
  /// instructed: their payments are drawn as a whole, and those outside are left out, so that a
  /// longer experiment moves none.
  ///
  /// - Returns: `[flow][day]`, days ascending; none for a listed flow.
  /// - Throws: Where a business day is asked for outside of the years of a calendar.
  /// - Complexity: O(flows × days).
  static func days(of scenario: Scenario) throws(CalendarError) -> [[FlowDay]] {
    var plans: [[FlowDay]] = []
    for flow in scenario.flows {
      guard case .generated(let generated) = flow.origin,
        let home = generated.corridor.from.branch ?? generated.corridor.to.branch
      else {
        plans.append([])
        continue
      }
      plans.append(
        try days(
          of: generated, at: scenario.branches[home.place],
          from: scenario.experiment.from, until: scenario.experiment.until))
    }
    return plans
  }

  /// The days of one flow; a day on which nothing is expected is left out.
  private static func days(
    of flow: GeneratedFlow, at branch: Branch, from: Instant, until: Instant
  ) throws(CalendarError) -> [FlowDay] {
    var days: [FlowDay] = []
    var date = branch.zone.local(of: from).date
    while branch.zone.startOfDay(date) < until {
      let comes =
        if flow.days == .everyDay { true } else { try branch.calendar.isBusinessDay(date) }
      let expected = flow.arrivalsPerDay * flow.volumeFactors.factor(on: date)
      if comes, expected > 0 {
        let start = branch.zone.startOfDay(date)
        let length = branch.zone.startOfDay(date + 1) - start
        days.append(
          FlowDay(date: date, expected: expected, start: start, isRegular: length == .day))
      }
      date = date + 1
    }
    return days
  }
}
