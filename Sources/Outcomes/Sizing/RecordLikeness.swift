public import Bookkeeping
public import Vocabulary

/// Whether recorded replications are all the same, so that together they are one observation: the
/// payments are listed, and nothing else is left to chance.
public struct RecordLikeness: Sendable {
  private var first: [Digest] = []
  private var count = 0
  private var areAlike = true

  /// No replication yet.
  public init() {}

  /// Adds the next replication, by the digests of its events, books and outcomes.
  public mutating func add(_ digests: [Digest]) {
    count += 1
    if count == 1 { first = digests }
    areAlike = areAlike && digests == first
  }

  /// Whether they are one observation: two at least, and all alike.
  public var isOneObservation: Bool { count > 1 && areAlike }
}

extension RunRecord {
  /// The digests of events, books and outcomes.
  public var digests: [Digest] { [events, books, outcomes] }
}
