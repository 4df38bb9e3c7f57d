import Bookkeeping
import EventKernel
import Scenarios
import Vocabulary

/// The loop over the events, and its budget.
extension Simulator {
  /// How many of its last events tell what kept a replication busy that is given up.
  private static let watchedEvents: UInt64 = 65_536

  /// Runs all events before `horizon`.
  ///
  /// Kinds are counted at the end of the budget only, so that the loop pays one comparison an event
  /// for it; where ties are shuffled they are always counted.
  ///
  /// - Throws: Where they are more than the terms allow.
  mutating func runEvents(before horizon: Instant) throws(TooManyEvents) {
    let budget = world.terms.maxEvents
    if let seed = world.terms.shuffledTies {
      var ties = ShuffledTies(seed: seed)
      try runWatched(upTo: budget, done: 0) { $0.next(of: &ties, before: horizon) }
    } else {
      let unwatched = budget - min(budget, Simulator.watchedEvents)
      while clock.popped < unwatched, let event = clock.next(before: horizon) { run(event) }
      try runWatched(upTo: budget, done: clock.popped) { $0.next(before: horizon) }
    }
  }

  private mutating func runWatched(
    upTo budget: UInt64, done: UInt64, next: (inout Clock) -> Event?
  ) throws(TooManyEvents) {
    var counts = [Int](repeating: 0, count: Int(UInt8.max) + 1)
    var left = budget - done
    while let event = next(&clock) {
      guard left > 0 else { throw givenUp(counts) }
      left -= 1
      counts[Int(event.kind)] += 1
      run(event)
    }
  }

  @inline(__always)
  private mutating func run(_ event: Event) {
    register.happened(event)
    process(event)
  }

  /// Does what an event means, and settles what it let go. A measurement changes nothing, so
  /// nothing follows from it.
  @inline(__always)
  mutating func process(_ event: Event) {
    handle(event)
    if event.kind != EventKind.hour.rawValue { settleStanding() }
  }

  private func givenUp(_ counts: [Int]) -> TooManyEvents {
    let most = counts.max() ?? 0
    let kind = counts.firstIndex(of: most).flatMap { EventKind(rawValue: UInt8($0)) }
    return TooManyEvents(
      model: model.name, replication: replication, maxEvents: world.terms.maxEvents, reached: now,
      commonest: kind?.plural ?? "of no kind", count: most, watched: counts.reduce(0, +))
  }
}
