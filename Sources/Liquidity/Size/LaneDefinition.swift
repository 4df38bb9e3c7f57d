/// The kernels of SIZE as they are defined: plain twins, a number at a time.
enum LaneDefinition {
  /// `lanes_scan` of one group, and the totals of its buckets.
  static func scan(_ block: FlowBlock, group: Int, ends: [Int32]) -> (LaneScan, [SIMD8<Double>]) {
    var result = LaneScan(segmentCount: ends.count)
    var totals = [SIMD8<Double>](repeating: .zero, count: block.bucketCount)
    for lane in 0..<8 {
      for pool in 0..<8 { scan(block, group, pool, lane, ends, &result, &totals) }
      result.totalLowest[lane] = lowest(of: totals.map { $0[lane] }, block.totalLows, lane)
    }
    return (result, totals)
  }

  private static func scan(
    _ block: FlowBlock, _ group: Int, _ pool: Int, _ lane: Int, _ ends: [Int32],
    _ result: inout LaneScan, _ totals: inout [SIMD8<Double>]
  ) {
    var sum = 0.0
    var bucket = 0
    for (segment, end) in ends.enumerated() {
      var lowest = sum
      while bucket < end {
        let place = (group * block.bucketCount + bucket) * 8 + pool
        if block.keepsOrder { lowest = min(lowest, sum + block.lows[place][lane]) }
        let flow = block.sum(place, lane)
        sum += flow
        totals[bucket][lane] += flow
        lowest = min(lowest, sum)
        bucket += 1
      }
      result.minima[segment * 8 + pool][lane] = lowest
      result.sums[segment * 8 + pool][lane] = sum
    }
  }

  /// `lanes_total` of one lane.
  static func lowest(of totals: [Double], _ lows: [SIMD8<Double>], _ lane: Int) -> Double {
    var (sum, lowest) = (0.0, 0.0)
    for (bucket, total) in totals.enumerated() {
      if !lows.isEmpty { lowest = min(lowest, sum + lows[bucket][lane]) }
      sum += total
      lowest = min(lowest, sum)
    }
    return lowest
  }

  /// `lanes_ranges` of one range and lane.
  static func lowest(_ scan: LaneScan, pool: Int, lane: Int, from: Int, to: Int) -> Double {
    var lowest = from == 0 ? 0 : scan.sums[(from - 1) * 8 + pool][lane]
    for segment in from..<to { lowest = min(lowest, scan.minima[segment * 8 + pool][lane]) }
    return lowest
  }
}
