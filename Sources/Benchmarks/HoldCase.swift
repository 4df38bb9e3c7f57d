import Chance
import EventKernel
import HeapModule
import Vocabulary

extension Case {
  /// The hold model: pop the next event, schedule another; the number pending stays the same.
  static let hold = Case(
    name: "hold", about: "pop one event and schedule another, ns per pair, beside HeapModule.Heap"
  ) {
    var figures: [Figure] = []
    for pending in [1_000, 100_000, 1_000_000] {
      let operations = max(500_000, 3 * pending)
      for spacing in Spacing.allCases {
        let steps = spacing.steps()
        var radix = RadixHold(pending, steps)
        let name = "\(spacing.rawValue) \(pending)"
        figures.append(
          .nanoseconds("hold radix \(name)", operations: operations) { radix.run(operations) })
        var heap = HeapHold(pending, steps)
        figures.append(
          .nanoseconds("hold Heap  \(name)", operations: operations) { heap.run(operations) })
        precondition(radix.digest == heap.digest, "the two queues disagree on the order")
      }
    }
    return figures
  }
}

/// How far ahead a held event is scheduled.
enum Spacing: String, CaseIterable {
  /// Exponential gaps with a mean of one hour.
  case exponential
  /// Half of the events a minute ahead (exponential), three tenths at the next quarter of an hour,
  /// two tenths at the next 07:00: the ties of batches and openings.
  case bank

  /// A table of steps that the loop walks around: microseconds ahead, or minus the length of the
  /// grid whose next line is meant.
  func steps() -> [Int64] {
    let stream = RandomStream(seed: 1, replication: 0, StreamName("benchmark", "hold"))
    return (0..<(UInt64(1) << 14)).map { index in
      let gap = stream.value(of: .exponential(mean: 1), draw: 2 * index)
      guard self == .bank else { return 1 + Int64(gap * 3.6e9) }
      return switch stream.uniform(draw: 2 * index + 1) {
      case ..<0.5: 1 + Int64(gap * 60e6)
      case ..<0.8: -900_000_000
      default: -86_400_000_000
      }
    }
  }

  /// The instant that a step leads to from `now`.
  @inline(__always)
  static func target(_ now: Int64, _ step: Int64) -> Int64 {
    if step > 0 { return now + step }
    return step == -900_000_000
      ? (now / 900_000_000 + 1) * 900_000_000
      : ((now - 25_200_000_000) / 86_400_000_000 + 1) * 86_400_000_000 + 25_200_000_000
  }
}

private let start: Int64 = 1_772_755_200_000_000

/// The hold model on the kernel's queue.
struct RadixHold: ~Copyable {
  private var queue = EventQueue(startingAt: Instant(microseconds: start))
  private let steps: [Int64]
  private var place = 0
  private(set) var digest = Digest()

  init(_ pending: Int, _ steps: [Int64]) {
    self.steps = steps
    for entity in 0..<pending {
      queue.schedule(
        at: Instant(microseconds: start + abs(steps[entity % steps.count])), phase: .arrivals,
        kind: 0, entity: UInt32(entity))
    }
  }

  @inline(never)
  mutating func run(_ operations: Int) -> UInt64 {
    var sum: UInt64 = 0
    for _ in 0..<operations {
      guard let event = queue.pop(before: .distantFuture) else { return sum }
      sum &+= event.key ^ event.payload
      let target = Spacing.target(event.instant.microseconds, steps[place])
      place = (place + 1) & (steps.count - 1)
      queue.schedule(
        at: Instant(microseconds: target), phase: .arrivals, kind: 0, entity: event.entity)
    }
    digest.combine(sum)
    return sum
  }
}

/// The hold model on swift-collections' heap, with the sequence number that FIFO ties need there.
struct HeapHold {
  private struct Keyed: Comparable {
    let event: Event
    let sequence: UInt64

    static func < (left: Keyed, right: Keyed) -> Bool {
      left.event.key == right.event.key
        ? left.sequence < right.sequence : left.event.key < right.event.key
    }
  }

  private var heap = Heap<Keyed>()
  private let steps: [Int64]
  private var place = 0
  private var sequence: UInt64 = 0
  private(set) var digest = Digest()

  init(_ pending: Int, _ steps: [Int64]) {
    self.steps = steps
    for entity in 0..<pending {
      schedule(start + abs(steps[entity % steps.count]), UInt32(entity))
    }
  }

  @inline(__always)
  private mutating func schedule(_ microseconds: Int64, _ entity: UInt32) {
    let event = Event(
      at: Instant(microseconds: microseconds), phase: .arrivals, kind: 0, entity: entity)
    heap.insert(Keyed(event: event, sequence: sequence))
    sequence &+= 1
  }

  @inline(never)
  mutating func run(_ operations: Int) -> UInt64 {
    var sum: UInt64 = 0
    for _ in 0..<operations {
      guard let event = heap.popMin()?.event else { return sum }
      sum &+= event.key ^ event.payload
      let target = Spacing.target(event.instant.microseconds, steps[place])
      place = (place + 1) & (steps.count - 1)
      schedule(target, event.entity)
    }
    digest.combine(sum)
    return sum
  }
}
