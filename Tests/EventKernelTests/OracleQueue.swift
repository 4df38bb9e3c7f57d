import EventKernel
import Vocabulary

/// The definition of the queue's order: a 4-ary heap that compares key, then a 64-bit number
/// given at scheduling.
struct OracleQueue {
  private struct Entry {
    let event: Event
    let number: UInt64

    func precedes(_ other: Entry) -> Bool {
      event.key == other.event.key ? number < other.number : event.key < other.event.key
    }
  }

  private var heap: [Entry] = []
  private var number: UInt64 = 0
  private var last: Event?

  var count: Int { heap.count }

  /// An event for the present instant in an earlier phase runs in the present phase.
  mutating func schedule(_ event: Event) {
    var event = event
    if let last, event.instant == last.instant, event.phase < last.phase {
      event = Event(
        at: last.instant, phase: last.phase, kind: event.kind, entity: event.entity,
        generation: event.generation)
    }
    heap.append(Entry(event: event, number: number))
    number += 1
    var place = heap.count - 1
    while place > 0, heap[place].precedes(heap[(place - 1) / 4]) {
      heap.swapAt(place, (place - 1) / 4)
      place = (place - 1) / 4
    }
  }

  mutating func pop(before horizon: Instant) -> Event? {
    guard let first = heap.first, first.event.instant < horizon else { return nil }
    heap[0] = heap[heap.count - 1]
    heap.removeLast()
    var place = 0
    while 4 * place + 1 < heap.count {
      var least = 4 * place + 1
      for child in least..<min(4 * place + 5, heap.count)
      where heap[child].precedes(heap[least]) { least = child }
      guard heap[least].precedes(heap[place]) else { break }
      heap.swapAt(place, least)
      place = least
    }
    last = first.event
    return first.event
  }
}
