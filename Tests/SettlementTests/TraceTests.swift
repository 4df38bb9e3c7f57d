import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

@Suite("A trace is the run that it is of") struct TraceTests {
  private func events(_ scenario: TinyScenario, _ model: Int = 0) throws -> [TracedEvent] {
    var events: [TracedEvent] = []
    try scenario.world().trace(ModelID(model)) { event in
      events.append(event)
      return true
    }
    return events
  }

  private let one = {
    var scenario = TinyScenario()
    scenario.payments = [
      "id: P, at: 2026-03-09T14:00:00Z, from: NYC, to: LDN, currency: USD, amount: 5"
    ]
    return scenario
  }()

  @Test("It has the events of the run, in both models", arguments: [("batch", 0), ("token", 1)])
  func complete(model: String, place: Int) throws {
    let events = try events(one, place)
    #expect(UInt64(events.count) == (try one.record(model).eventCount))
    #expect(events.map(\.number) == Array(0..<events.count))
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.instant <= $1.instant })
    #expect(events.allSatisfy { ($0.cause ?? -1) < $0.number })
  }

  /// New York is at UTC−4 and London at UTC: at 14:00 both are open, the correspondent takes ten
  /// minutes.
  @Test("A payment's events tell its way, each with what caused and what it posted")
  func way() throws {
    let way = try events(one).filter { $0.payment == "P" }
    #expect(
      way.map(\.what) == ["P is instructed: 5.00 USD, NYC to LDN", "P: its correspondent is done"])
    #expect(way.map { "\($0.instant)" } == ["2026-03-09T14:00:00Z", "2026-03-09T14:10:00Z"])
    #expect(way[0].cause == nil && way[1].cause == way[0].number)
    #expect(way[0].zones == ["America/New_York", "Europe/London"])
    #expect(way[0].entries.map { $0.prefix { $0 != ":" } } == ["debit", "settlement"])
    #expect(way[1].entries.map { $0.prefix { $0 != ":" } } == ["credit"])
  }

  @Test("It stops when it is told to") func stops() throws {
    var count = 0
    try one.world().trace(ModelID(0)) { _ in
      count += 1
      return count < 3
    }
    #expect(count == 3)
  }
}
