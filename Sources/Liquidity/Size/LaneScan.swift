import CLanes

/// What one pass over eight pools leaves: per segment and pool the lowest running sum and the sum
/// at its end, [segment][8 pools] of 8 lanes, and the lowest running sum of all pools.
struct LaneScan: Hashable, Sendable {
  var minima: [SIMD8<Double>]
  var sums: [SIMD8<Double>]
  var totalLowest = SIMD8<Double>()

  init(segmentCount: Int) {
    minima = [SIMD8<Double>](repeating: .zero, count: 8 * segmentCount)
    sums = minima
  }

  /// Scans a group of a block in the vector kernel.
  ///
  /// - Parameter carry: The totals of the groups before, to which this group's are added; empty
  ///   where the block has but one group.
  mutating func run(
    _ block: borrowing FlowBlock, group: Int, ends: [Int32], carry: inout [SIMD8<Double>]
  ) {
    let offset = group * block.bucketCount * 8
    let carries = !carry.isEmpty
    block.narrow.withUnsafeBytes { narrow in
      block.wide.withUnsafeBytes { wide in
        block.lows.withUnsafeBytes { lows in
          block.totalLows.withUnsafeBytes { totalLows in
            carry.withUnsafeMutableBytes { carry in
              var flows = lanes_flows(
                narrow: LaneScan.start(narrow, offset * 32 + block.skipped * 4),
                wide: LaneScan.start(wide, offset * 64),
                lows: LaneScan.start(lows, offset * 64), total_lows: LaneScan.start(totalLows, 0),
                carry: carries ? carry.baseAddress?.assumingMemoryBound(to: Double.self) : nil)
              scan(&flows, ends)
            }
          }
        }
      }
    }
  }

  private mutating func scan(_ flows: inout lanes_flows, _ ends: [Int32]) {
    minima.withUnsafeMutableBytes { minima in
      sums.withUnsafeMutableBytes { sums in
        withUnsafeMutableBytes(of: &totalLowest) { total in
          lanes_scan(
            &flows, ends, ends.count, minima.baseAddress?.assumingMemoryBound(to: Double.self),
            sums.baseAddress?.assumingMemoryBound(to: Double.self),
            total.baseAddress?.assumingMemoryBound(to: Double.self))
        }
      }
    }
  }

  /// The bytes from `offset` on; `nil` of an array that holds nothing.
  private static func start<Number>(_ bytes: UnsafeRawBufferPointer, _ offset: Int)
    -> UnsafePointer<Number>?
  {
    guard !bytes.isEmpty else { return nil }
    return bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Number.self) }
  }
}

/// The other kernels, lent arrays for the length of a call.
enum LaneKernel {
  /// The lowest running sum of totals, 0 at most.
  static func lowest(of totals: [SIMD8<Double>], lows: [SIMD8<Double>]) -> SIMD8<Double> {
    var lowest = SIMD8<Double>()
    totals.withUnsafeBytes { totals in
      lows.withUnsafeBytes { lows in
        withUnsafeMutableBytes(of: &lowest) { lowest in
          lanes_total(
            totals.baseAddress?.assumingMemoryBound(to: Double.self),
            lows.isEmpty ? nil : lows.baseAddress?.assumingMemoryBound(to: Double.self),
            totals.count / 64, lowest.baseAddress?.assumingMemoryBound(to: Double.self))
        }
      }
    }
    return lowest
  }

  /// The lowest running sums of eight pools over the ranges of a group.
  static func writeRanges(
    _ group: CutGroup, of scan: LaneScan, to lowest: inout [SIMD8<Double>]
  ) {
    scan.minima.withUnsafeBytes { minima in
      scan.sums.withUnsafeBytes { sums in
        lowest.withUnsafeMutableBytes { lowest in
          lanes_ranges(
            minima.baseAddress?.assumingMemoryBound(to: Double.self),
            sums.baseAddress?.assumingMemoryBound(to: Double.self), group.pools, group.from,
            group.to, group.pools.count, lowest.baseAddress?.assumingMemoryBound(to: Double.self))
        }
      }
    }
  }

  /// Adds to `needs` what each cut asks of eight pools, given the lowest sums over their ranges.
  static func addCuts(
    _ group: CutGroup, lowest: [SIMD8<Double>], to needs: inout [SIMD8<Double>]
  ) {
    lowest.withUnsafeBytes { lowest in
      needs.withUnsafeMutableBytes { needs in
        lanes_cuts(
          lowest.baseAddress?.assumingMemoryBound(to: Double.self), group.ranges,
          group.ranges.count / 8, needs.baseAddress?.assumingMemoryBound(to: Double.self))
      }
    }
  }
}
