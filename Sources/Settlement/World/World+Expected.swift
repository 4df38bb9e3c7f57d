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
  /// When a payment instructed at an instant can be credited by a way of correspondents.
  ///
  /// Acceptance, screening without an alert, release, each leg with its work, exchange and posting
  /// follow each other. With an announcement the payee's bank credits while the cover is still on
  /// its way.
  ///
  /// - Returns: `distantFuture` where the compiled hours end before.
  /// - Complexity: O(legs × log windows).
  func expectedCredit(by way: Way, of lane: Lane, from instant: Instant, _ model: Model) -> Instant
  {
    var at = earliest(hours(of: lane.home), before: .customer, instant) + model.screening.check
    at = run(after: at, releases[lane.home.place], hours(of: lane.home))
    guard at < .distantFuture else { return at }
    let departed = at
    for (place, leg) in legs[way.firstLeg..<way.firstLeg + way.legCount].enumerated() {
      if place == way.exchangeAfter { at = at + model.exchange.processing }
      at = earliest(hours(of: leg.system), before: leg.cutOff, at)
      guard at < .distantFuture else { return at }
      at = worked(leg, from: at)
    }
    if way.isAnnounced { at = departed }
    return posted(at, lane, way.exchangeAfter < 0, model)
  }

  /// When a payment instructed at an instant can be credited by a clearing with ample money.
  ///
  /// - Parameter system: The system of the currency sent.
  /// - Returns: `distantFuture` where the compiled hours end before.
  func expectedClearing(
    by terms: ClearingTerms, in system: SystemID, of lane: Lane, from instant: Instant,
    _ model: Model
  ) -> Instant {
    var at = instant
    if terms.acceptance == .businessHours {
      at = earliest(hours(of: lane.home), before: .customer, at)
    }
    at = earliest(hours(of: system), before: terms.cutOff, at + model.screening.check)
    if let cycles = terms.settlement.cycles {
      let place = scenario.models.firstIndex { $0.name == model.name } ?? 0
      at = run(after: at, cycleTimes[place], hours(of: lane.home))
      at = at < .distantFuture ? at + cycles.finality : at
    }
    guard terms.creditsAtOnce?.contains(lane.destination) == false else { return at }
    return run(after: at, postings[lane.destination.place], hours(of: lane.destination))
  }

  /// When a payment that has reached the payee's bank can be credited there by a posting run.
  ///
  /// - Parameter isUnconverted: Whether no correspondent has changed the currency on the way.
  private func posted(_ instant: Instant, _ lane: Lane, _ isUnconverted: Bool, _ model: Model)
    -> Instant
  {
    var at = instant
    if lane.rate != nil, isUnconverted { at = exchanged(at, lane, model) }
    return run(after: at, postings[lane.destination.place], hours(of: lane.destination))
  }

  /// When the receiving branch has converted a payment that reached it. The value date of the deal
  /// is not waited for.
  func exchanged(_ instant: Instant, _ lane: Lane, _ model: Model) -> Instant {
    let desk = exchangeHours(of: lane.destination, model)
    if model.exchange.outsideHours == .dealer, !timetables[desk].isOpen(at: instant) {
      return instant
    }
    return finished(model.exchange.processing, from: instant, at: desk)
  }

  /// The timetable that binds a conversion at a branch: its desk's or the market's.
  func exchangeHours(of branch: BranchID, _ model: Model) -> Int {
    let desk = exchangeDesk(of: branch)
    return model.exchange.hours == .market ? gates.market ?? desk : desk
  }

  /// What a way takes from payer and payee, in minor units of the currency sent.
  ///
  /// All fees of the legs, whoever bears them: routing weighs what the way costs. Those behind an
  /// exchange count at mid as given, rounded up.
  func fees(of way: Way, _ lane: Lane) -> Int64 {
    legs[way.firstLeg..<way.firstLeg + way.legCount].reduce(Int64(0)) { sum, leg in
      guard leg.currency != lane.currency, let rate = lane.rate else { return sum + leg.fee }
      let bought = Money(minorUnits: leg.fee, lane.route.creditedIn)
      return sum + rate.converted(bought, .ceiling).minorUnits
    }
  }

  /// When a correspondent has worked on a leg for the mean of its time.
  ///
  /// Where the mean is infinite, as of a Pareto with `alpha` of at most 1, the median stands for
  /// it.
  private func worked(_ leg: Leg, from instant: Instant) -> Instant {
    var work = leg.processing
    if leg.work >= 0 {
      work = Simulator.span(
        ofSeconds: works[Int(leg.work)].mean ?? works[Int(leg.work)].quantile(0.5))
    }
    return leg.desk < 0 ? instant + work : finished(work, from: instant, at: Int(leg.desk))
  }

  /// The first instant from one on at which a timetable takes something before a cut-off.
  ///
  /// - Returns: `distantFuture` after the compiled time.
  /// - Complexity: O(log windows).
  func earliest(_ timetable: Int, before cutOff: CutOff, _ instant: Instant) -> Instant {
    guard instant < .distantFuture else { return instant }
    return timetables[timetable].earliest(cutOff, at: instant)?.settles ?? .distantFuture
  }

  /// The first run at or after an instant; without runs the first instant of business hours.
  ///
  /// - Parameters:
  ///   - runs: Instants in ascending order; `nil` where runs are continuous.
  ///   - hours: The timetable that holds where there are no runs.
  /// - Complexity: O(log n).
  func run(after instant: Instant, _ runs: ContiguousArray<Instant>?, _ hours: Int)
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
  ///
  /// Work rests while the timetable is closed, and goes on where it stopped.
  private func finished(_ work: TimeSpan, from start: Instant, at timetable: Int) -> Instant {
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
