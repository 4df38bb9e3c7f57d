import EventKernel
import TestSupport
import Testing
import Vocabulary

/// How far ahead of now a test sequence schedules.
enum Spacing: CaseIterable {
  case wide, ties, monotone, bursts, days, sparse

  func microseconds(_ dice: inout Dice, step: Int) -> Int64 {
    switch self {
    case .wide: Int64.random(in: 0...100_000_000_000, using: &dice)
    case .ties: Int64.random(in: 0...3, using: &dice)
    case .monotone: Int64(step)
    case .bursts: step % 50 == 0 ? Int64.random(in: 1...1_000_000, using: &dice) : 0
    case .days: 86_400_000_000 * Int64.random(in: 0...7, using: &dice)
    case .sparse: Int64(1) << Int64.random(in: 0...44, using: &dice)
    }
  }
}

@Suite("The queue pops in the order of the oracle")
struct EventQueueOracleTests {
  @Test(
    "whatever the spacing, interleaved with scheduling from the event that runs",
    arguments: Spacing.allCases, [UInt64(1), 2, 3])
  func interleaved(spacing: Spacing, seed: UInt64) throws {
    var dice = Dice(Int(seed))
    var queue = EventQueue()
    var oracle = OracleQueue()
    var now = Instant(seconds: 0)
    for step in 0..<4_000 {
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        let event = Event(
          at: now + TimeSpan(microseconds: spacing.microseconds(&dice, step: step)),
          phase: try #require(Phase.allCases.randomElement(using: &dice)), kind: 0,
          entity: UInt32(step), generation: UInt32.random(in: 0..<9, using: &dice))
        queue.schedule(event)
        oracle.schedule(event)
      }
      let horizon = now + TimeSpan(microseconds: spacing.microseconds(&dice, step: step))
      let popped = queue.pop(before: horizon)
      try #require(popped == oracle.pop(before: horizon))
      if let popped { now = popped.instant }
    }
    while let expected = oracle.pop(before: .distantFuture) {
      let popped = queue.pop(before: .distantFuture)
      try #require(popped == expected)
    }
    let afterTheEnd = queue.pop(before: .distantFuture)
    #expect(afterTheEnd == nil)
  }

  @Test("with a hundred thousand pending at once")
  func large() throws {
    var dice = Dice(7)
    var queue = EventQueue()
    var oracle = OracleQueue()
    for index in 0..<UInt32(100_000) {
      let instant = Instant(seconds: Int64.random(in: 0..<5_000, using: &dice))
      let event = Event(at: instant, phase: .arrivals, kind: 1, entity: index)
      queue.schedule(event)
      oracle.schedule(event)
    }
    let pending = queue.count
    #expect(pending == 100_000)
    for _ in 0..<100_000 {
      let popped = queue.pop(before: .distantFuture)
      try #require(popped == oracle.pop(before: .distantFuture))
    }
    let (left, popped) = (queue.count, queue.popped)
    #expect(left == 0)
    #expect(popped == 100_000)
  }
}
