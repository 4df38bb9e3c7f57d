import EventKernel
import TestSupport
import Testing
import Vocabulary

@Suite("Event")
struct EventTests {
  @Test("every field comes back from the sixteen bytes")
  func fields() {
    let event = Event(
      at: Instant(microseconds: (1 << 56) - 1), phase: .measurements, kind: 255, entity: .max,
      generation: 0xFF_FFFF)
    #expect(MemoryLayout<Event>.size == 16)
    #expect(event.instant == Instant(microseconds: (1 << 56) - 1))
    #expect(event.phase == .measurements)
    #expect(event.kind == 255)
    #expect(event.entity == .max)
    #expect(event.generation == 0xFF_FFFF)
  }

  @Test("an earlier microsecond comes before any phase of a later one")
  func keyOrder() {
    let early = Event(at: Instant(microseconds: 7), phase: .measurements, kind: 0, entity: 0)
    let late = Event(at: Instant(microseconds: 8), phase: .closings, kind: 0, entity: 0)
    #expect(early.key < late.key)
  }

  @Test("an instant before 1970 traps")
  func before1970() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Event(at: Instant(microseconds: -1), phase: .closings, kind: 0, entity: 0)
    }
    #expect(
      result?.sentence
        == "an event lies between the years 1970 and 4253")
  }

  @Test("an instant after the year 4253 traps")
  func after4253() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Event(at: Instant(microseconds: 1 << 56), phase: .closings, kind: 0, entity: 0)
    }
    #expect(
      result?.sentence
        == "an event lies between the years 1970 and 4253")
  }

  @Test("scheduling before the present instant traps")
  func thePast() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var queue = EventQueue(startingAt: Instant(seconds: 10))
      queue.schedule(at: Instant(seconds: 9), phase: .measurements, kind: 0, entity: 0)
    }
    #expect(
      result?.sentence
        == "event 0 of 0 was scheduled for 9000000 µs, "
        + "before the present instant, 10000000 µs")
  }
}
