public import Bookkeeping
import EventKernel
public import Scenarios
public import Vocabulary

extension World {
  /// Runs one replication of one model and hands each event on, with what it posted and with the
  /// event during which it was scheduled.
  ///
  /// The events are those of `simulate`; the first bears the opening balances too.
  ///
  /// - Parameter visit: Called for each event in order; answers whether to go on.
  /// - Complexity: That of `simulate`, some ten times: every event becomes text.
  public func trace(
    _ model: ModelID, replication: UInt32 = 0, visit: (TracedEvent) throws -> Bool
  ) rethrows {
    var simulator = Simulator(
      self, model: model, replication: replication, journeys: .none, recordsBalances: false,
      flows: nil)
    simulator.treasury.keepJournal(of: nil)
    try simulator.trace(visit)
  }
}

extension Simulator {
  /// Runs as `run` does, event by event.
  fileprivate mutating func trace(_ visit: (TracedEvent) throws -> Bool) rethrows {
    var causes = EventCauses()
    clock.keepScheduled()
    open()
    causes.add(clock.takeScheduled(), during: -1)
    let horizon = world.scenario.experiment.horizon
    var number = 0
    while let event = clock.next(before: horizon) {
      let cause = causes.take(event)
      var traced = described(event, number: number, cause: cause)
      process(event)
      traced.entries = treasury.takeJournal().map { text(of: $0) }
      causes.add(clock.takeScheduled(), during: number)
      number += 1
      guard try visit(traced) else { return }
    }
  }

  /// An event before it happens: afterwards its payment may be gone.
  private func described(_ event: Event, number: Int, cause: Int) -> TracedEvent {
    guard let kind = EventKind(rawValue: event.kind) else {
      preconditionFailure("no event has kind \(event.kind)")
    }
    let (what, payment, zones) = description(of: kind, event)
    return TracedEvent(
      number: number, instant: event.instant, phase: "\(event.phase)", what: what,
      payment: payment, entries: [], zones: zones,
      cause: kind.isOfTimetable || cause < 0 ? nil : cause)
  }

  /// An entry with its sides, accounts bearing their currency: `settlement: pool NYC USD -5.00, …`.
  private func text(of entry: Entry) -> String {
    let sides = entry.postings.map { posting in
      let account = treasury.account(posting.account)
      return "\(account.name) \(Money(minorUnits: posting.amount, account.currency).decimal)"
    }
    return "\(entry.kind): " + sides.joined(separator: ", ")
  }
}

extension EventKind {
  /// Whether a timetable or a payer decides when it happens, whatever happened before.
  fileprivate var isOfTimetable: Bool {
    switch self {
    case .opening, .arrival, .release, .posting, .rebalancing, .hour, .cycle, .holdersRedeem: true
    case .step, .transfer, .recall, .cycleFinal, .floors, .contract, .fundingDeadline,
      .securities:
      false
    }
  }
}
