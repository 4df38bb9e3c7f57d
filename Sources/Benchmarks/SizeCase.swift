import Liquidity

extension Case {
  /// The pass over the flows of 64 pools in 8 currencies, with and without windows, out of memory.
  static let size = Case(
    name: "size",
    about:
      "SIZE, 64 pools × 10,240 replications × 500 buckets, beside a read of the same memory; µs a replication"
  ) {
    let blocks = Flows.blocks(count: 8 * 1_280, buckets: 500)
    let events = blocks.count * 500 * 64
    let windows = (1...6).map { 70 * $0 }
    let none = figures("none and token", windows: [], blocks, events)
    let open = figures(
      "with 6 windows", windows: windows.map { .init(after: $0) }, blocks, events)
    let closed = windows.enumerated().map { place, bucket in
      SizeTerms.Window(after: bucket, open: Set((0..<8).filter { ($0 + place) % 4 != 0 }))
    }
    return none + open + figures("with 6 windows, some closed", windows: closed, blocks, events)
  }

  /// Reads and scans take turns, so that what else runs on the machine slows both.
  private static func figures(
    _ name: String, windows: [SizeTerms.Window], _ blocks: [FlowBlock], _ events: Int
  ) -> [Figure] {
    guard let terms = try? SizeTerms(poolCount: 8, bucketCount: 500, windows: windows, lag: 20),
      var sizer = try? Sizer(terms)
    else { preconditionFailure("the benchmark's windows are sound") }
    let rounds = (0..<7).map { _ in
      let read = Figure.nanoseconds("read", operations: events, rounds: 1) {
        UInt64(bitPattern: blocks.reduce(0) { $0 &+ MemoryRead.sum(of: $1) }) | 1
      }
      let scan = Figure.nanoseconds("scan", operations: events, rounds: 1) {
        sizer.forget()
        for block in blocks { sizer.add(block) }
        return UInt64(sizer.replicationCount)
      }
      return (read: read.value, scan: scan.value)
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let scan = median(rounds.map(\.scan))
    let replication = Double(events) / Double(blocks.count * FlowBlock.laneCount) / 1_000
    return [
      Figure(name: "size \(name), events", value: 1 / scan, unit: "G/s"),
      Figure(name: "size \(name), read", value: 1 / median(rounds.map(\.read)), unit: "G/s"),
      Figure(
        name: "size \(name), share", value: median(rounds.map { $0.read / $0.scan * 100 }),
        unit: "%"),
      Figure(name: "size \(name), 8 pools", value: scan * replication, unit: "µs"),
    ]
  }
}

/// Flows by chance: even between −2¹⁹ and 2¹⁹.
enum Flows {
  static func blocks(count: Int, buckets: Int) -> [FlowBlock] {
    var chance = Xorshift()
    return (0..<count).map { _ in
      var block = FlowBlock(poolCount: 8, bucketCount: buckets)
      for bucket in 0..<buckets {
        for pool in 0..<8 {
          for lane in 0..<8 {
            let flow = Int64(chance.next() >> 44) - 1 << 19
            block.add(flow, pool: pool, bucket: bucket, lane: lane)
          }
        }
      }
      return block
    }
  }
}

/// A quick stream of bits (Marsaglia, J. Stat. Softw. 8, 2003), to fill memory with.
struct Xorshift {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
