public import Bookkeeping
public import Liquidity
import Vocabulary

/// What the pools of one model needed in recorded replications, in which no pool was ever short.
///
/// Payments' flows stream through SIZE, eight replications at a time: what pools need alone, as one,
/// and with windows at least. What they need with the model's own treasury is how far they fell
/// below their targets (`RunRecord.falls`), exact to the microsecond: with opening, floor and
/// target alike, what the treasury sends depends on how far pools lie from their targets, so that a
/// pool which opens with b holds b less that fall at its lowest, whatever b is. Nothing waits in a
/// replication if and only if no pool, with its credit line, falls below zero.
public struct SizingStudy: Sendable {
  /// What is asked.
  public let terms: SizingTerms
  private var sizers: [Sizer]
  /// What each pool of each currency lost at most with the treasury: [currency][pool][replication].
  private var losses: [[[Int64]]]
  private var likeness = RecordLikeness()

  /// What up to eight records hold, in the order of their replications.
  public struct Block: Sendable {
    /// The flows of each currency.
    fileprivate var flows: [FlowBlock]
    /// By replication, then by pool of the scenario.
    fileprivate var falls: [[Int64]]
    fileprivate var digests: [[Digest]]
  }

  /// A study that has seen nothing.
  ///
  /// - Throws: `InvalidProblem` where the windows leave too many cuts for an exact answer.
  public init(_ terms: SizingTerms) throws(InvalidProblem) {
    self.terms = terms
    var sizers: [Sizer] = []
    for currency in terms.terms { sizers.append(try Sizer(currency)) }
    self.sizers = sizers
    losses = terms.pools.map { $0.map { _ in [] } }
  }

  /// How many replications have been seen.
  public var count: Int { sizers.first?.replicationCount ?? 0 }

  /// Whether they are all the same, so that together they are one observation.
  public var isOneObservation: Bool { likeness.isOneObservation }

  /// Up to eight records as a block: pure, and so fit for any thread.
  ///
  /// - Parameter records: Records with flows, in the order of their replications.
  public func block(of records: [RunRecord]) -> Block {
    let places = places
    var blocks = terms.terms.map {
      FlowBlock(poolCount: $0.poolCount, bucketCount: $0.bucketCount, keepsOrder: true)
    }
    for (lane, record) in records.enumerated() {
      for flow in record.flows {
        let (currency, pool) = places[Int(flow.pool)]
        blocks[currency].add(flow.amount, pool: pool, bucket: Int(flow.bucket), lane: lane)
      }
    }
    return Block(flows: blocks, falls: records.map(\.falls), digests: records.map(\.digests))
  }

  /// For each pool of the scenario, the place of its currency and its own place among its pools.
  private var places: [(currency: Int, pool: Int)] {
    let all = terms.pools.enumerated().flatMap { currency, members in
      members.enumerated().map { (id: $1.place, currency: currency, pool: $0) }
    }
    return all.sorted { $0.id < $1.id }.map { ($0.currency, $0.pool) }
  }

  /// Adds the next block, in the order of the replications.
  public mutating func add(_ block: Block) {
    for currency in sizers.indices {
      sizers[currency].add(block.flows[currency], replications: block.falls.count)
      for (pool, id) in terms.pools[currency].enumerated() {
        losses[currency][pool] += block.falls.map { -$0[id.place] }
      }
    }
    for digests in block.digests { likeness.add(digests) }
  }
}

extension SizingStudy {
  /// What was seen of each currency: what its pools needed of payments' flows, and lost with the
  /// treasury, lines not regarded.
  var recorded: [(flows: SizeNeeds, losses: [[Int64]])] {
    zip(sizers, losses).map { ($0.needs(), $1) }
  }
}
