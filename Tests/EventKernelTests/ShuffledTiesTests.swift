import EventKernel
import Testing
import Vocabulary

/// Permuted ties stay inside their instant and phase, and depend on the seed alone.
@Suite struct ShuffledTiesTests {
  /// A queue with forty events, ten on each of two instants and two phases.
  private static func queue() -> EventQueue {
    var queue = EventQueue()
    for entity in UInt32(0)..<40 {
      queue.schedule(
        at: Instant(seconds: Int64(entity % 2)), phase: entity / 2 % 2 == 0 ? .openings : .releases,
        kind: 1, entity: entity)
    }
    return queue
  }

  private static func order(seed: UInt64) -> [Event] {
    var queue = queue()
    var ties = ShuffledTies(seed: seed)
    var events: [Event] = []
    while let event = ties.next(of: &queue, before: .distantFuture) { events.append(event) }
    return events
  }

  @Test func timeAndPhasesKeepTheirOrder() {
    let keys = ShuffledTiesTests.order(seed: 1).map { [Int($0.key >> 8), Int($0.phase.rawValue)] }
    #expect(keys.count == 40)
    for (one, next) in zip(keys, keys.dropFirst()) {
      #expect(!next.lexicographicallyPrecedes(one))
    }
  }

  @Test func everyEventComesOnceAndTiesInAnotherOrder() {
    let events = ShuffledTiesTests.order(seed: 1).map(\.entity)
    #expect(Set(events) == Set(0..<40))
    // First in, first out the ten openings of second 0 would be 0, 4, 8, … 36.
    #expect(Array(events.prefix(10)) != (0..<10).map { 4 * $0 })
    #expect(Set(events.prefix(10)) == Set((0..<10).map { 4 * $0 }))
  }

  @Test func theSeedDecidesTheOrder() {
    #expect(ShuffledTiesTests.order(seed: 1) == ShuffledTiesTests.order(seed: 1))
    #expect(ShuffledTiesTests.order(seed: 1) != ShuffledTiesTests.order(seed: 2))
  }

  @Test func whatIsScheduledForTheSameInstantJoinsAfterTheBatch() {
    var queue = ShuffledTiesTests.queue()
    var ties = ShuffledTies(seed: 3)
    var entities: [UInt32] = []
    while let event = ties.next(of: &queue, before: .distantFuture) {
      if entities.isEmpty {
        queue.schedule(at: event.instant, phase: event.phase, kind: 1, entity: 100)
        queue.schedule(at: event.instant, phase: .closings, kind: 1, entity: 101)
      }
      entities.append(event.entity)
    }
    #expect(Set(entities[10..<12]) == [100, 101])
    #expect(entities.count == 42)
  }

  @Test func theHorizonLiesOutside() {
    var queue = ShuffledTiesTests.queue()
    var ties = ShuffledTies(seed: 1)
    var count = 0
    while ties.next(of: &queue, before: Instant(seconds: 1)) != nil { count += 1 }
    #expect(count == 20)
    let left = queue.count
    #expect(left == 20)
  }
}
