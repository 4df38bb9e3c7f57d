import TestSupport
import Testing

@testable import Liquidity

@Suite struct LaneTests {
  /// Eight replications of up to 18 pools with flows of a size.
  private func block(_ buckets: Int, pools: Int, size: Int, keepsOrder: Bool) -> FlowBlock {
    var dice = Dice(buckets * 31 + pools)
    var block = FlowBlock(poolCount: pools, bucketCount: buckets, keepsOrder: keepsOrder)
    for bucket in 0..<buckets {
      for pool in 0..<pools {
        for lane in 0..<8 {
          for _ in 0..<(keepsOrder ? 3 : 1) {
            let amount = Int64(dice.int(-size...size))
            block.add(amount, pool: pool, bucket: bucket, lane: lane)
          }
        }
      }
      guard pools > 1 else { continue }
      block.move(Int64(dice.int(0...size)), from: 0, to: pools - 1, bucket: bucket, lane: 3)
    }
    return block
  }

  @Test("the vectors equal the plain twin to the bit for every length", arguments: 0...67)
  func lengths(_ buckets: Int) {
    for (pools, size, keepsOrder) in [
      (8, 1_000_000, false), (3, 9, true), (11, 900_000_000, false), (8, 1 << 42, false),
      (18, 1 << 40, true),
    ] {
      let block = block(buckets, pools: pools, size: size, keepsOrder: keepsOrder)
      #expect(block.isWide == (size > 1 << 31 && buckets > 0))
      let ends = buckets < 3 ? [Int32(buckets)] : [1, Int32(buckets / 2 + 1), Int32(buckets)]
      expectTwins(block, ends)
    }
  }

  private func expectTwins(_ block: FlowBlock, _ ends: [Int32]) {
    var totals = [SIMD8<Double>](repeating: .zero, count: block.bucketCount)
    var carry = block.groupCount > 1 ? totals : []
    for group in 0..<block.groupCount {
      var scan = LaneScan(segmentCount: ends.count)
      scan.run(block, group: group, ends: ends, carry: &carry)
      let (twin, sums) = LaneDefinition.scan(block, group: group, ends: ends)
      #expect(scan.minima == twin.minima && scan.sums == twin.sums)
      if block.groupCount == 1 { #expect(scan.totalLowest == twin.totalLowest) }
      for bucket in totals.indices { totals[bucket] += sums[bucket] }
    }
    guard block.groupCount > 1 else { return }
    #expect(carry == totals)
    let lowest = LaneKernel.lowest(of: totals, lows: block.totalLows)
    for lane in 0..<8 {
      #expect(
        lowest[lane] == LaneDefinition.lowest(of: totals.map { $0[lane] }, block.totalLows, lane))
    }
  }

  @Test("sums are exact up to 2⁵³ units") func largest() throws {
    let limit = FlowBlock.largestVolume
    var block = FlowBlock(poolCount: 2, bucketCount: 3)
    block.add(-1, pool: 0, bucket: 0, lane: 5)
    block.add(-(limit / 2), pool: 1, bucket: 1, lane: 5)
    block.add(-(limit / 2 - 1), pool: 0, bucket: 2, lane: 5)
    var sizer = try Sizer(SizeTerms(poolCount: 2, bucketCount: 3, windows: [.init(after: 1)]))
    sizer.add(block)
    let needs = sizer.needs()
    #expect(needs.token[5] == limit && needs.windowed[5] == limit && needs.none[5] == limit)
    #expect(needs.token[4] == 0)
    #expect(sizer.isEnough([limit / 2, limit / 2])[5])
    #expect(!sizer.isEnough([limit / 2, limit / 2 - 1])[5])
  }

  @Test(
    "a flow beyond 32 bits widens the block and keeps what it held",
    arguments: [Int64(Int32.max), Int64(Int32.min)])
  func widening(_ edge: Int64) {
    var block = FlowBlock(poolCount: 9, bucketCount: 2)
    block.add(7, pool: 8, bucket: 1, lane: 0)
    block.add(edge, pool: 0, bucket: 0, lane: 7)
    #expect(!block.isWide)
    block.add(edge.signum(), pool: 0, bucket: 0, lane: 7)
    #expect(block.isWide)
    #expect(block.flow(pool: 0, bucket: 0, lane: 7) == edge + edge.signum())
    #expect(block.flow(pool: 8, bucket: 1, lane: 0) == 7)
  }

  @Test("order inside a bucket counts for pools and for their total") func order() throws {
    var block = FlowBlock(poolCount: 2, bucketCount: 1, keepsOrder: true)
    block.add(-5, pool: 0, bucket: 0, lane: 0)
    block.add(6, pool: 0, bucket: 0, lane: 0)
    block.move(3, from: 1, to: 0, bucket: 0, lane: 0)
    var sizer = try Sizer(SizeTerms(poolCount: 2, bucketCount: 1))
    sizer.add(block, replications: 1)
    #expect(sizer.needs().alone == [[5], [3]])
    #expect(sizer.needs().token == [5])
  }
}
