import Calendars
import Scenarios
import Vocabulary

/// Value dates of exchanges.
extension World {
  /// For each plan that converts, the days on which the systems of both its currencies work.
  ///
  /// - Returns: In the order of the plans; `nil` for one that converts nothing.
  /// - Throws: `CalendarError.noCommonYears` where the calendars of both systems have none.
  /// - Complexity: O(plans), and O(days) for each pair of systems.
  static func exchangeDays(of plans: [CorridorPlan], in scenario: Scenario) throws(CalendarError)
    -> [HolidayCalendar?]
  {
    struct Pair: Hashable { let sold, bought: SystemID }
    var known: [Pair: HolidayCalendar] = [:]
    var days: [HolidayCalendar?] = []
    for plan in plans {
      guard plan.rate != nil, let bought = plan.payeePool else {
        days.append(nil)
        continue
      }
      // Who pays from outside has no pool; then one system serves both.
      let sold = plan.payerPool ?? bought
      let pair = Pair(
        sold: scenario.pools[sold.place].system, bought: scenario.pools[bought.place].system)
      let calendars = [pair.sold, pair.bought].map {
        scenario.systems[$0.place].hours.days.calendar
      }
      if known[pair] == nil { known[pair] = try HolidayCalendar.joint(calendars) }
      days.append(known[pair])
    }
    return days
  }

  /// When a deal made at an instant is delivered, so many common business days later: at the
  /// opening of the bought currency's system for that value date.
  ///
  /// Days count from the date that the receiving branch's clock shows at the deal.
  ///
  /// - Parameter days: How many common business days later: 2 for most spot deals.
  /// - Returns: `distantFuture` after the compiled time.
  /// - Complexity: O(windows) of the system.
  func delivery(days: Int, after instant: Instant, on plan: PlanID) -> Instant {
    guard let calendar = exchangeDays[plan], let pool = plans[plan].payeePool else {
      preconditionFailure("a conversion has two currencies")
    }
    let zone = scenario.branches[plans[plan].destination.place].zone
    guard let date = try? calendar.valueDate(from: zone.local(of: instant).date, days: days) else {
      return .distantFuture
    }
    let windows = timetables[hours(of: scenario.pools[pool.place].system)].windows
    let place = windows.firstIndex { $0.valueDate >= date && $0.closes > instant }
    return place.map { max(instant, windows[$0].opens) } ?? .distantFuture
  }
}
