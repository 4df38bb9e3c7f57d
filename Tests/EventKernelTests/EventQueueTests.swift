import Testing
import Vocabulary

@testable import EventKernel

@Suite("EventQueue")
struct EventQueueTests {
  /// Every entity left before `horizon`, in the order in which the queue gives them.
  func entities(_ queue: inout EventQueue, before horizon: Instant = .distantFuture) -> [UInt32] {
    var found: [UInt32] = []
    while let event = queue.pop(before: horizon) { found.append(event.entity) }
    return found
  }

  @Test("phases of one instant run in the declared order, whatever the order of scheduling")
  func phasesRunInOrder() {
    var queue = EventQueue()
    for phase in Phase.allCases.reversed() {
      queue.schedule(
        at: Instant(seconds: 9), phase: phase, kind: 0, entity: UInt32(phase.rawValue))
    }
    #expect(entities(&queue) == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test("equal keys leave first in, first out, also when some came before the clock drew near")
  func tiesAreFirstInFirstOut() {
    var queue = EventQueue()
    let noon = Instant(seconds: 43_200)
    for entity in 0..<UInt32(40) {
      queue.schedule(at: noon, phase: .arrivals, kind: 0, entity: entity)
    }
    for step in 1..<UInt32(40) {
      queue.schedule(
        at: Instant(seconds: 1_000 * Int64(step)), phase: .openings, kind: 1, entity: 100)
      let opening = queue.pop(before: noon)
      #expect(opening?.kind == 1)
      queue.schedule(at: noon, phase: .arrivals, kind: 0, entity: 39 + step)
    }
    #expect(entities(&queue) == Array(0..<79))
  }

  @Test("the horizon lies outside, and what lies behind it stays pending")
  func horizonIsHalfOpen() {
    var queue = EventQueue()
    let horizon = Instant(seconds: 10)
    let before = Instant(microseconds: 9_999_999)
    queue.schedule(at: horizon, phase: .closings, kind: 0, entity: 2)
    queue.schedule(at: before, phase: .measurements, kind: 0, entity: 1)
    #expect(entities(&queue, before: horizon) == [1])
    let (count, now) = (queue.count, queue.now)
    #expect(count == 1)
    #expect(now == before)
    queue.schedule(at: before + TimeSpan(microseconds: 1), phase: .closings, kind: 0, entity: 3)
    #expect(entities(&queue) == [2, 3])
  }

  @Test("a refused horizon leaves earlier instants open for scheduling")
  func refusalMovesNothing() {
    var queue = EventQueue()
    for entity in 5..<UInt32(8) {
      queue.schedule(at: Instant(seconds: 500), phase: .arrivals, kind: 0, entity: entity)
    }
    let refused = queue.pop(before: Instant(seconds: 500))
    #expect(refused == nil)
    queue.schedule(at: Instant(seconds: 1), phase: .arrivals, kind: 0, entity: 1)
    #expect(entities(&queue) == [1, 5, 6, 7])
  }

  @Test("a phase that has passed runs at once in the present one, after what is pending there")
  func passedPhaseRunsNow() throws {
    var queue = EventQueue()
    let instant = Instant(seconds: 5)
    for entity in 0..<UInt32(3) {
      queue.schedule(at: instant, phase: .releases, kind: 0, entity: entity)
    }
    _ = queue.pop(before: .distantFuture)
    queue.schedule(at: instant, phase: .openings, kind: 0, entity: 3)
    queue.schedule(at: instant, phase: .settlements, kind: 0, entity: 4)
    #expect(entities(&queue) == [1, 2, 3, 4])
  }

  @Test("the clock starts where it is told and shows the event popped last")
  func clock() {
    let start = Instant(seconds: 1_772_755_200)
    var queue = EventQueue(startingAt: start)
    let atStart = queue.now
    #expect(atStart == start)
    queue.schedule(at: start + .hour, phase: .arrivals, kind: 0, entity: 0)
    _ = queue.pop(before: .distantFuture)
    let afterwards = queue.now
    #expect(afterwards == start + .hour)
  }

  @Test("a cancelled generation is passed over, and only that of its entity")
  func cancelling() {
    var queue = EventQueue()
    var generations = Generations(count: 2)
    for entity in [UInt32(0), 1] {
      queue.schedule(
        at: Instant(seconds: 1), phase: .releases, kind: 0, entity: entity,
        generation: generations.current(entity))
    }
    generations.cancel(0)
    queue.schedule(
      at: Instant(seconds: 2), phase: .releases, kind: 1, entity: 0,
      generation: generations.current(0))
    var live: [[UInt32]] = []
    while let event = queue.pop(before: .distantFuture) {
      guard generations.admits(event) else { continue }
      live.append([event.entity, UInt32(event.kind)])
    }
    #expect(live == [[1, 0], [0, 1]])
  }

  @Test("a generation starts anew after 2²⁴ cancellations")
  func generationWraps() {
    var generations = Generations(count: 1)
    generations.numbers[0] = Generations.highest
    generations.cancel(0)
    #expect(generations.current(0) == 0)
  }

  @Test("memory follows what is pending: a storm a day for a year takes no more than one")
  func memoryIsFlat() {
    var queue = EventQueue()
    let morning = Instant(seconds: 7 * 3_600)
    for entity in 0..<UInt32(2_000) {
      queue.schedule(at: morning, phase: .openings, kind: 0, entity: entity)
    }
    for day in Int64(1)...365 {
      for _ in 0..<2_000 {
        guard let event = queue.pop(before: .distantFuture) else { return }
        queue.schedule(
          at: morning + .days(day), phase: .openings, kind: 0, entity: event.entity)
      }
    }
    var slabs = 0
    var slab = queue.chunks.slabs
    while let present = slab {
      slabs += 1
      slab = present.load(as: UnsafeMutableRawPointer?.self)
    }
    // 63 chunks of 31 events a slab: two slabs of events, at most twelve of kept chunks.
    #expect(slabs <= 14)
    let count = queue.count
    #expect(count == 2_000)
  }
}
