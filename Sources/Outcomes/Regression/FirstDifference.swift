public import Bookkeeping

/// The first event in which two runs differ, with the events that led to it on both sides.
public struct FirstDifference: Hashable, Sendable {
  /// The number of the event: how many before it are the same.
  public var number: Int
  /// The event on each side, then the one during which it was scheduled, and so on; empty where
  /// the run has ended.
  public var left, right: [TracedEvent]
  /// What happened before to the payment of the event, the latest first, on each side; but for what
  /// is among the causes.
  public var leftEarlier, rightEarlier: [TracedEvent]
  /// Whether the chain of a side goes on past what is kept of it.
  public var isLeftCut, isRightCut: Bool

  /// Whether the same event happens and posts other entries.
  public var isOfEntries: Bool {
    guard let left = left.first, let right = right.first else { return false }
    return left.isSameEvent(as: right)
  }

  /// How many events lie between two checkpoints: 2¹².
  public static let checkpointInterval = 1 << 12
  /// How many events of a chain are kept.
  public static let chainDepth = 8

  /// Finds it in three runs of each side: checkpoint digests, a close-up of the interval in which
  /// they part, and the chain of causes.
  ///
  /// - Returns: `nil` where all events are the same.
  /// - Throws: What going through a run throws.
  /// - Complexity: O(events) time, 4 bytes an event up to the difference.
  public static func find(
    _ left: TraceSource, _ right: TraceSource, every interval: Int = checkpointInterval,
    depth: Int = chainDepth
  ) throws -> FirstDifference? {
    precondition(interval > 0 && depth > 0, "an interval and a chain have a length")
    let checkpoints = (
      try left.checkpoints(every: interval), try right.checkpoints(every: interval)
    )
    guard checkpoints.0 != checkpoints.1 else { return nil }
    let same = zip(checkpoints.0, checkpoints.1).prefix { $0 == $1 }.count
    let range = same * interval..<(same + 1) * interval
    let closeUps = (try left.closeUp(range), try right.closeUp(range))
    let inside = zip(closeUps.0.digests, closeUps.1.digests).prefix { $0 == $1 }.count
    func chain(_ source: TraceSource, _ closeUp: TraceSource.CloseUp) throws
      -> (chain: [TracedEvent], earlier: [TracedEvent])
    {
      try source.chain(
        from: range.lowerBound + inside, causes: closeUp.causes, depth: depth,
        of: inside < closeUp.payments.count ? closeUp.payments[inside] : nil)
    }
    let chains = (try chain(left, closeUps.0), try chain(right, closeUps.1))
    return FirstDifference(
      number: range.lowerBound + inside, left: chains.0.chain, right: chains.1.chain,
      leftEarlier: chains.0.earlier, rightEarlier: chains.1.earlier,
      isLeftCut: chains.0.chain.count == depth && chains.0.chain.last?.cause != nil,
      isRightCut: chains.1.chain.count == depth && chains.1.chain.last?.cause != nil)
  }
}
