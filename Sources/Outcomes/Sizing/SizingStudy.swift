public import Bookkeeping
public import Liquidity
import Vocabulary

/// Streams recorded flows of one model through SIZE, eight replications at a time.
public struct SizingStudy: Sendable {
  /// What is asked.
  public let terms: SizingTerms
  private(set) var sizers: [Sizer]
  /// Whether the recorded replications are all the same.
  public var likeness = RecordLikeness()

  /// A study that has seen nothing.
  ///
  /// - Throws: `InvalidProblem` where the windows leave too many cuts for an exact answer.
  public init(_ terms: SizingTerms) throws(InvalidProblem) {
    self.terms = terms
    var sizers: [Sizer] = []
    for currency in terms.terms { sizers.append(try Sizer(currency)) }
    self.sizers = sizers
  }

  /// The flows of up to eight replications as blocks, one for each currency: pure, and so fit for
  /// any thread.
  ///
  /// - Parameter records: Records with flows, in the order of their replications.
  public func blocks(of records: [RunRecord]) -> [FlowBlock] {
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
    return blocks
  }

  /// For each pool of the scenario, the place of its currency and its own place among its pools.
  private var places: [(currency: Int, pool: Int)] {
    let all = terms.pools.enumerated().flatMap { currency, members in
      members.enumerated().map { (id: $1.place, currency: currency, pool: $0) }
    }
    return all.sorted { $0.id < $1.id }.map { ($0.currency, $0.pool) }
  }

  /// Adds the next blocks, in the order of their replications.
  public mutating func add(_ blocks: [FlowBlock], replications: Int) {
    for currency in sizers.indices {
      sizers[currency].add(blocks[currency], replications: replications)
    }
  }

  /// What the pools of each currency needed, in the order of the terms.
  public var needs: [SizeNeeds] { sizers.map { $0.needs() } }

  /// In which replications an allocation of a currency's pools is enough with windows.
  public func isEnough(_ allocation: [Int64], currency: Int) -> [Bool] {
    sizers[currency].isEnough(allocation)
  }
}
