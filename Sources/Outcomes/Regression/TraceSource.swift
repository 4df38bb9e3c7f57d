public import Bookkeeping
import Vocabulary

/// A run whose events can be gone through from the start, as often as needed: simulated anew each
/// time, or read from a file.
///
/// A trace may be far larger than memory: two of them are compared by digests first, and only
/// around the first difference are events kept.
public struct TraceSource {
  /// What it is of.
  public var header: TraceHeader
  /// Goes through the events in order until the visit answers `false`.
  public var walk: (_ visit: (TracedEvent) throws -> Bool) throws -> Void

  /// A run of its header.
  public init(
    header: TraceHeader, walk: @escaping (_ visit: (TracedEvent) throws -> Bool) throws -> Void
  ) {
    (self.header, self.walk) = (header, walk)
  }

  /// Why two runs cannot be held against each other, as a sentence without a full stop; `nil` where
  /// they can: other seeds or replications give other payments, so that every event differs.
  ///
  /// The scenario may differ, and the version of the program: that is what is looked for.
  public static func refusal(_ left: TraceHeader, _ right: TraceHeader) -> String? {
    if left.seed != right.seed {
      return "seeds \(left.seed) and \(right.seed): expected runs of one seed"
    }
    if left.replication != right.replication {
      return "replications \(left.replication) and \(right.replication): expected runs of one "
        + "replication"
    }
    if left.model != right.model {
      return "models '\(left.model)' and '\(right.model)': expected runs of one model"
    }
    return nil
  }
}

extension TraceSource {
  /// The digest of all events up to every `interval`-th, and last that of all.
  ///
  /// Equal checkpoints mean equal events up to there, so that the first that differs bounds the
  /// first difference to `interval` events.
  ///
  /// - Throws: What the walk throws.
  /// - Complexity: O(n) in the events; 8 bytes for every `interval` of them.
  func checkpoints(every interval: Int) throws -> [UInt64] {
    var digest = Digest()
    var checkpoints: [UInt64] = []
    var count = 0
    try walk { event in
      digest.combine(event.digest.value)
      count += 1
      if count % interval == 0 { checkpoints.append(digest.value) }
      return true
    }
    digest.combine(UInt64(count))
    return checkpoints + [digest.value]
  }

  /// Goes through the events up to the end of a range.
  ///
  /// Causes are kept from the first event on, 4 bytes each, since a chain may lead back to the
  /// start; digests and payments of the range alone.
  ///
  /// - Throws: What the walk throws.
  func closeUp(_ range: Range<Int>) throws -> CloseUp {
    var found = CloseUp()
    try walk { event in
      if found.causes.count >= range.lowerBound {
        found.digests.append(event.digest.value)
        found.payments.append(event.payment)
      }
      found.causes.append(Int32(event.cause ?? -1))
      return found.causes.count < range.upperBound
    }
    return found
  }

  /// What is kept of the events of a range, fewer where the run ends in it.
  struct CloseUp {
    /// The digest and the payment of each event of the range.
    var digests: [UInt64] = []
    var payments: [String?] = []
    /// The cause of each event before the range's end, −1 for none.
    var causes: [Int32] = []
  }

  /// The event of a number and the events that led to it, each scheduled during the next; nothing
  /// where the run has ended before. And of the earlier events of a payment the last ones.
  ///
  /// - Parameters:
  ///   - number: The event at the end of the chain.
  ///   - causes: The cause of each event, −1 for none.
  ///   - depth: How many events of either kind there are at most.
  /// - Throws: What the walk throws.
  func chain(from number: Int, causes: [Int32], depth: Int, of payment: String?) throws
    -> (chain: [TracedEvent], earlier: [TracedEvent])
  {
    var numbers: [Int] = []
    var next = number
    while next >= 0, next < causes.count, numbers.count < depth {
      numbers.append(next)
      next = Int(causes[next])
    }
    let wanted = Set(numbers)
    var events: [TracedEvent] = []
    var earlier: [TracedEvent] = []
    guard !wanted.isEmpty else { return ([], []) }
    try walk { event in
      if wanted.contains(event.number) {
        events.append(event)
      } else if let payment, event.payment == payment {
        if earlier.count == depth { earlier.removeFirst() }
        earlier.append(event)
      }
      return event.number < number
    }
    return (events.reversed(), earlier.reversed())
  }
}
