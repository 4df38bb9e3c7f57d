import Calendars
import Chance
import Scenarios
import Vocabulary

/// The mid rates of a world over time: what the table gives, steps from a file, jumps, a walk.
struct RateBook: Sendable {
  /// A rate from an instant on.
  struct Step: Sendable {
    let from: Instant
    let rate: ExchangeRate
  }

  /// The rates as the scenario gives them.
  private let given: [ExchangeRate]
  /// For each pair, its steps in ascending order.
  private let steps: [[Step]]
  /// For each pair, its jumps.
  private let shocks: [[RateShock]]
  /// How rates move at random; `nil` where none does.
  private let walk: RateWalk?
  /// When the walk takes a step: the full hours after the start at which the market is open.
  private let hours: [Instant]

  /// The book of a scenario.
  ///
  /// - Parameter market: The hours of the exchange market, in which a walk moves.
  /// - Precondition: A scenario whose rates walk has the hours of the market.
  init(_ scenario: Scenario, market: Timetable?) {
    let table = scenario.rates
    given = table.rates
    steps = table.rates.indices.map { pair in
      table.steps.filter { $0.pair == pair }.map { Step(from: $0.from, rate: $0.rate) }
    }
    shocks = table.rates.indices.map { pair in
      scenario.disturbances.compactMap { disturbance in
        guard case .rateShock(let shock) = disturbance, shock.pair == pair else { return nil }
        return shock
      }
    }
    walk = table.walk
    hours = table.walk == nil ? [] : RateBook.hours(scenario.experiment, market)
  }

  /// The full hours after the start at which the market is open.
  private static func hours(_ experiment: Experiment, _ market: Timetable?) -> [Instant] {
    guard let market else { preconditionFailure("a walk needs the hours of the market") }
    let hour = TimeSpan.hour.microseconds
    var hours: [Instant] = []
    var next = Instant(microseconds: (experiment.from.microseconds / hour + 1) * hour)
    while next < experiment.horizon {
      if market.isOpen(at: next) { hours.append(next) }
      next = next + .hour
    }
    return hours
  }

  /// The factors of the walk in a replication, by pair and hour; none where nothing walks.
  func path(seed: UInt64, replication: UInt32) -> [ContiguousArray<Double>] {
    guard let walk else { return [] }
    let numbers = hours.map { $0.microseconds / TimeSpan.hour.microseconds }
    return walk.path(over: numbers, seed: seed, replication: replication)
  }

  /// The mid rate of a pair at an instant.
  ///
  /// The step of the file that holds, times every jump until then, times the factor of the walk
  /// after its last hour. Between two hours of the walk the rate stands still.
  ///
  /// - Parameters:
  ///   - rate: The rate that the table gives the pair.
  ///   - path: The walk of the replication.
  /// - Complexity: O(pairs + steps + jumps + log hours).
  func mid(_ rate: ExchangeRate, at instant: Instant, along path: [ContiguousArray<Double>])
    -> ExchangeRate
  {
    guard let pair = given.firstIndex(of: rate) else { return rate }
    let stepped = steps[pair].last { $0.from <= instant }?.rate ?? rate
    var factor = 1.0
    for shock in shocks[pair] where shock.at <= instant { factor *= shock.factor }
    let taken = count(ofHoursUntil: instant)
    if !path.isEmpty, taken > 0 { factor *= path[pair][taken - 1] }
    return stepped.moved(by: factor)
  }

  /// How many steps the walk has taken at an instant.
  private func count(ofHoursUntil instant: Instant) -> Int {
    var (low, high) = (0, hours.count)
    while low < high {
      let middle = (low + high) / 2
      if hours[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension World {
  /// The hours of the foreign-exchange market, Sunday 17:00 to Friday 17:00 in New York, as
  /// dealers keep them; its few holidays (Christmas, New Year) are left out.
  ///
  /// - Returns: `nil` where the scenario never asks for them.
  static func exchangeMarket(of scenario: Scenario, covering range: Range<Instant>)
    throws(CalendarError) -> Timetable?
  {
    let isAsked =
      scenario.rates.walk != nil || scenario.models.contains { $0.exchange.hours == .market }
    guard isAsked else { return nil }
    let close = WallTime(seconds: 17 * 3_600)
    let hours = try OperatingHours(
      zone: Zone(identifier: "America/New_York"),
      days: OperatingDays(
        HolidayCalendar.none,
        .weekdays(
          WeekdaySet([.monday, .tuesday, .wednesday, .thursday, .friday]), workingWeekends: false)),
      opening: .previousCalendarDay, opens: close, customerCutOff: close, closes: close)
    return try hours.compile(covering: range)
  }
}
