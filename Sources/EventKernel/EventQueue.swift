public import Vocabulary

/// The events still to come, in the order of their keys; first in, first out among equal keys.
///
/// A monotone radix heap (Ahuja, Mehlhorn, Orlin, Tarjan 1990) over digits of 6 bits. Since nothing
/// is scheduled before the key that was popped last, an event can lie in a bucket named by the
/// highest digit in which its key differs from that last key: by the level of that digit, and by
/// its value, which is then larger than the last key's. Keys equal to the last lie in a bucket of
/// their own, the present. The next event lies in the lowest bucket that is not empty; once it is
/// taken, the rest of its bucket is dealt out over lower levels. So an event moves at most 11 times.
///
/// **Why equal keys leave first in, first out, without a sequence number.** (1) At any time an
/// event lies in the bucket of its key under the *present* last key. When the bucket of level `l`
/// and digit `d` yields the new last key, the digits above `l` stay as they were, so higher levels
/// stay right; on level `l` the last key's digit becomes `d`, smaller than those of the other
/// buckets there, so they stay right too; and the bucket itself is dealt anew. Events with equal
/// keys therefore always share a bucket. (2) A bucket is appended to at its end and dealt out from
/// its front, into levels that are then empty; so within a bucket, events of one key lie in the
/// order in which they were scheduled. (3) The event that is taken before the dealing is the first
/// of the smallest keys, and the present is read from its front.
///
/// Memory is owned by the queue, follows the highest number of events pending at once (16 bytes
/// each, and at most 360 kB for the buckets), and is given back with the queue; once that number
/// has been reached nothing is allocated.
///
/// Measured (`Benchmarks`, case `hold`: one pop and one schedule, exponential steps / the ties of
/// batches and openings; processor time on one core of an EPYC): 23 / 17 ns at 10³ pending,
/// 27 / 21 ns at 10⁵, 35 / 26 ns at 10⁶, beside 73 / 75, 148 / 150 and 420 / 336 ns of
/// `HeapModule.Heap`. Digits of 1 bit: 27 / 22, 35 / 36, 40 / 69 ns.
public struct EventQueue: ~Copyable {
  /// The buckets, by level and digit; the one of the present key last.
  @usableFromInline let buckets: UnsafeMutablePointer<Bucket>
  /// For each level, bit `d` is set where the bucket of digit `d` is not empty.
  @usableFromInline let digits: UnsafeMutablePointer<UInt64>
  /// Bit `l` is set where a bucket of level `l` is not empty.
  @usableFromInline var levels: UInt64 = 0
  /// The memory in which the buckets' events lie.
  @usableFromInline var chunks = Chunks()
  /// The key that was popped last; nothing lies before it.
  @usableFromInline var last: UInt64
  @usableFromInline var pendingCount = 0
  @usableFromInline var poppedCount: UInt64 = 0
  /// Whether what is scheduled is written down, for a trace of causes.
  public var keepsScheduled = false
  /// What was scheduled since it was last taken, in its order.
  private var scheduled: ContiguousArray<Event> = []

  /// An empty queue whose clock shows `start`.
  public init(startingAt start: Instant = Instant(microseconds: 0)) {
    buckets = .allocate(capacity: EventQueue.bucketCount)
    buckets.initialize(repeating: Bucket(), count: EventQueue.bucketCount)
    digits = .allocate(capacity: EventQueue.levelCount)
    digits.initialize(repeating: 0, count: EventQueue.levelCount)
    last = Event.key(at: start, .closings)
  }

  deinit {
    chunks.deallocate()
    buckets.deallocate()
    digits.deallocate()
  }

  /// The instant of the event popped last: the simulated time.
  @inlinable public var now: Instant { Instant(microseconds: Int64(last >> 8)) }

  /// How many events are pending, cancelled ones included.
  @inlinable public var count: Int { pendingCount }

  /// How many events have been popped, cancelled ones included.
  @inlinable public var popped: UInt64 { poppedCount }

  /// Whether nothing is pending.
  @inlinable public var isEmpty: Bool { pendingCount == 0 }
}

extension EventQueue {
  /// Puts an event in its place.
  ///
  /// An event for the present instant in a phase that has already passed runs in the present
  /// phase, after what is pending there: time does not run backwards within an instant either.
  /// An event for an earlier instant is a mistake of ours and traps.
  ///
  /// - Complexity: O(1).
  @inlinable
  public mutating func schedule(_ event: Event) {
    if event.key >> 8 < last >> 8 { refuse(event) }
    let event = event.key < last ? Event(key: last, payload: event.payload) : event
    append(event)
    pendingCount &+= 1
    if keepsScheduled { note(event) }
  }

  /// Writes an event down; out of line, since only traces ask for it.
  @usableFromInline @inline(never)
  mutating func note(_ event: Event) { scheduled.append(event) }

  /// Hands over what was scheduled since the last call, in its order, as it lies in the queue.
  public mutating func takeScheduled() -> ContiguousArray<Event> {
    defer { scheduled.removeAll(keepingCapacity: true) }
    return scheduled
  }

  /// Puts an event in its place; see `schedule(_:)` for the rule of the present instant.
  ///
  /// - Complexity: O(1).
  @inlinable
  public mutating func schedule(
    at instant: Instant, phase: Phase, kind: UInt8, entity: UInt32, generation: UInt32 = 0
  ) {
    schedule(
      Event(at: instant, phase: phase, kind: kind, entity: entity, generation: generation))
  }

  /// Takes the next event that happens before `horizon`, and moves the clock to it.
  ///
  /// - Returns: `nil` where nothing is left before `horizon`, which itself lies outside; the clock
  ///   then stays at the last event, and later events stay pending.
  /// - Complexity: O(1) amortised, at most 11 moves per event; one call may deal out a large
  ///   bucket.
  @inlinable
  public mutating func pop(before horizon: Instant) -> Event? {
    let limit = EventQueue.limit(horizon)
    let event: Event
    if buckets[EventQueue.present].count > 0 {
      guard last < limit else { return nil }
      event = chunks.takeFirst(of: buckets + EventQueue.present)
    } else {
      guard let next = takeFromLowestBucket(below: limit) else { return nil }
      event = next
    }
    pendingCount &-= 1
    poppedCount &+= 1
    return event
  }

  /// Takes the next event of the key that was popped last; `nil` where none of it is pending.
  ///
  /// - Complexity: O(1).
  mutating func popTied() -> Event? {
    guard buckets[EventQueue.present].count > 0 else { return nil }
    pendingCount &-= 1
    poppedCount &+= 1
    return chunks.takeFirst(of: buckets + EventQueue.present)
  }

  /// Traps with its sentence in release too.
  @usableFromInline
  func refuse(_ event: Event) -> Never {
    fatalError(
      "event \(event.kind) of \(event.entity) was scheduled for \(event.instant.microseconds) µs, "
        + "before the present instant, \(now.microseconds) µs")
  }

  /// The lowest key that lies at or after `horizon`.
  @inlinable
  static func limit(_ horizon: Instant) -> UInt64 {
    guard horizon.microseconds > 0 else { return 0 }
    return horizon.microseconds >> 56 == 0 ? UInt64(horizon.microseconds) << 8 : .max
  }
}
