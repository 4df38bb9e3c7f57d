import TestSupport

@testable import Liquidity

/// A random problem of SIZE in whole numbers: some replications under one set of terms.
struct SizeInstance {
  let terms: SizeTerms
  /// [replication][pool][bucket].
  var flows: [[[Int64]]] = []

  init(
    _ seed: Int, pools: ClosedRange<Int> = 1...3, buckets: ClosedRange<Int> = 0...6,
    windows: Int = 3, isOpenToAll: Bool, replications: Int = 5, size: Int = 9
  ) throws {
    var dice = Dice(seed)
    let (poolCount, bucketCount) = (dice.int(pools), dice.int(buckets))
    var list: [SizeTerms.Window] = []
    var bucket = 0
    for _ in 0..<dice.int(0...windows) {
      bucket += dice.int(list.isEmpty ? 0...2 : 1...2)
      guard bucket <= bucketCount else { break }
      let open = (0..<poolCount).filter { _ in dice.int(0...2) > 0 }
      list.append(SizeTerms.Window(after: bucket, open: isOpenToAll ? nil : Set(open)))
    }
    terms = try SizeTerms(
      poolCount: poolCount, bucketCount: bucketCount, windows: list, lag: dice.int(0...3))
    for _ in 0..<replications {
      flows.append(
        (0..<poolCount).map { _ in (0..<bucketCount).map { _ in Int64(dice.int(-size...size)) } })
    }
  }

  /// The flows in blocks of eight replications.
  var blocks: [FlowBlock] {
    stride(from: 0, to: flows.count, by: 8).map { first in
      var block = FlowBlock(poolCount: terms.poolCount, bucketCount: terms.bucketCount)
      for (lane, replication) in flows[first...].prefix(8).enumerated() {
        for (pool, row) in replication.enumerated() {
          for (bucket, flow) in row.enumerated() {
            block.add(flow, pool: pool, bucket: bucket, lane: lane)
          }
        }
      }
      return block
    }
  }

  func sizer() throws -> Sizer {
    var sizer = try Sizer(terms)
    for (number, block) in blocks.enumerated() {
      sizer.add(block, replications: min(8, flows.count - number * 8))
    }
    return sizer
  }

  /// Every way to cut the pools in time that the windows allow: one time for each pool, or, where
  /// `mayLeaveOut`, none for a pool that no window forces to be cut.
  ///
  /// At each window, either no open pool is cut before it, or every open pool is cut by the time
  /// that its money arrives.
  func cuts(mayLeaveOut: Bool) -> [[Int?]] {
    var cuts: [[Int?]] = [[]]
    for _ in 0..<terms.poolCount {
      cuts = cuts.flatMap { cut in
        (0...terms.bucketCount).map { cut + [$0] } + (mayLeaveOut ? [cut + [nil]] : [])
      }
    }
    return cuts.filter { cut in
      terms.windows.allSatisfy { window in
        let open = (window.open ?? Set(0..<terms.poolCount)).map { cut[$0] }
        return open.allSatisfy { ($0 ?? .max) >= window.bucket && $0 != nil }
          || open.allSatisfy { ($0 ?? 0) <= window.bucket + terms.lag }
      }
    }
  }

  /// The running sum of a pool after so many buckets.
  func sum(_ replication: Int, _ pool: Int, _ time: Int) -> Int64 {
    flows[replication][pool][..<time].reduce(0, +)
  }
}
