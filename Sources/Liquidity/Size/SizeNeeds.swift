/// What the pools of one currency needed, replication by replication; in minor units, local minima
/// included.
public struct SizeNeeds: Hashable, Sendable {
  /// What each pool needs on its own when nothing is rebalanced: [pool][replication].
  public let alone: [[Int64]]
  /// What each pool needs until money of the first window can arrive: [pool][replication]; where
  /// some window is closed to some pool, until that of the first window open to it.
  public let first: [[Int64]]
  /// The smallest pre-funding of all pools together with windows, when transfers know the future
  /// of the replication: a lower bound for every real policy.
  public let windowed: [Int64]
  /// The smallest pre-funding of all pools together when they act as one.
  public let token: [Int64]

  /// How many replications there were.
  public var replicationCount: Int { token.count }

  /// What the pools need together without rebalancing, by replication.
  public var none: [Int64] {
    (0..<replicationCount).map { replication in alone.reduce(0) { $0 + $1[replication] } }
  }
}

extension Sizer {
  /// What was needed in the replications seen so far.
  ///
  /// - Complexity: O(pools · replications).
  public func needs() -> SizeNeeds {
    let minima = terms.localMinima
    let minimum = minima.reduce(0, +)
    return SizeNeeds(
      alone: minima.indices.map { pool in gathered(entry(0, pool)).map { minima[pool] - $0 } },
      first: minima.indices.map { pool in gathered(entry(8, pool)).map { minima[pool] - $0 } },
      windowed: gathered(stride - 2).map { minimum + $0 },
      token: gathered(stride - 1).map { minimum - $0 })
  }

  /// Where the range that the first pool of each group has under `range` lies for a pool.
  private func entry(_ range: Int, _ pool: Int) -> Int {
    groups[..<(pool / 8)].reduce(range + pool % 8) { $0 + keptCount(of: $1) }
  }

  /// One entry of each block, replication by replication.
  private func gathered(_ entry: Int) -> [Int64] {
    let stride = stride
    return replicationCounts.enumerated().flatMap { block, count in
      (0..<count).map { Int64(found[block * stride + entry][$0]) }
    }
  }
}

/// Whether an allocation would have been enough.
extension Sizer {
  /// In which replications an allocation, with windows, keeps every balance at its minimum.
  ///
  /// With every window open to all, each pool must last until money of the first window can
  /// arrive, and all together must hold the windowed need. Otherwise every cut must be covered:
  /// by the pools that are in it, and by any choice of those that may be.
  ///
  /// - Parameter allocation: What each pool holds at the start.
  /// - Complexity: O(replications · pools · cuts).
  public func isEnough(_ allocation: [Int64]) -> [Bool] {
    precondition(allocation.count == terms.poolCount, "an allocation has an amount for each pool")
    let spare = zip(allocation, terms.localMinima).map { Double($0 - $1) }
    let stride = stride
    return replicationCounts.indices.flatMap { block -> [Bool] in
      let facts = found[block * stride..<(block + 1) * stride]
      let isShort = terms.isOpenToAll ? isShortOpen(facts, spare) : isShortCut(facts, spare)
      return (0..<replicationCounts[block]).map { !isShort[$0] }
    }
  }

  private func isShortOpen(_ facts: ArraySlice<SIMD8<Double>>, _ spare: [Double])
    -> SIMDMask<SIMD8<Int64>>
  {
    let total = SIMD8<Double>(repeating: spare.reduce(0, +))
    var isShort = total .< facts[facts.endIndex - 2]
    for (pool, amount) in spare.enumerated() {
      let lowest = facts[facts.startIndex + pool / 8 * 16 + 8 + pool % 8]
      isShort .|= SIMD8(repeating: amount) .< -lowest
    }
    return isShort
  }

  private func isShortCut(_ facts: ArraySlice<SIMD8<Double>>, _ spare: [Double])
    -> SIMDMask<SIMD8<Int64>>
  {
    var isShort = SIMDMask<SIMD8<Int64>>(repeating: false)
    for cut in 0..<cuts.count {
      var lacking = SIMD8<Double>()
      var start = facts.startIndex
      for (number, group) in groups.enumerated() {
        for pool in 0..<min(8, terms.poolCount - number * 8) {
          let lowest = facts[start + Int(group.ranges[cut * 8 + pool])]
          let gap = -lowest - SIMD8(repeating: spare[number * 8 + pool])
          let isForced = cuts.isForced[cut][number * 8 + pool]
          lacking += isForced ? gap : gap.replacing(with: 0, where: gap .< 0)
        }
        start += group.pools.count
      }
      isShort .|= lacking .> 0
    }
    return isShort
  }
}
