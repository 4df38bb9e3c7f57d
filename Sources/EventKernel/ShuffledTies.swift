public import Vocabulary

/// Takes events from a queue in the order of their keys, but simultaneous events of one phase in
/// an order that a seed decides instead of first in, first out.
///
/// Whoever wants to know whether results depend on the order of ties runs once with the queue and once
/// with this. All events of a key that are pending when its first is due form a batch, which is put
/// in the order of a hash of seed, key and payload; what is scheduled for that key while the batch
/// runs forms the next one. The queue itself knows nothing of it: a run without it pays nothing.
///
///     var ties = ShuffledTies(seed: 1)
///     while let event = ties.next(of: &queue, before: end) { … }
///
/// An event counts as popped when its batch is taken.
public struct ShuffledTies: Sendable {
  private let seed: UInt64
  /// The batch, the next event last.
  private var batch: ContiguousArray<Event> = []

  /// Orders of ties that a seed decides: the same for the same seed.
  public init(seed: UInt64) { self.seed = seed }

  /// Takes the next event that happens before `horizon`, and moves the queue's clock to it.
  ///
  /// - Returns: `nil` where nothing is left before `horizon`.
  /// - Complexity: O(log n) amortised in the number of events of one key.
  public mutating func next(of queue: inout EventQueue, before horizon: Instant) -> Event? {
    if let event = batch.popLast() { return event }
    guard let first = queue.pop(before: horizon) else { return nil }
    guard let second = queue.popTied() else { return first }
    batch.append(first)
    batch.append(second)
    while let event = queue.popTied() { batch.append(event) }
    let seed = seed
    batch.sort { ShuffledTies.rank(of: $0, seed) > ShuffledTies.rank(of: $1, seed) }
    return batch.popLast()
  }

  /// The place of an event among its ties, by the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static func rank(of event: Event, _ seed: UInt64) -> UInt64 {
    mixed(mixed(seed &+ 0x9E37_79B9_7F4A_7C15 ^ event.key) ^ event.payload)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
