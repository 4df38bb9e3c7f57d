/// The ranges of time that the cuts give to a group of eight pools, each named once.
///
/// Ranges 0 ..< 8 are the whole time of the eight pools, 8 ..< 16 theirs until money of the first
/// window can arrive, and the rest follow in the order in which the cuts need them.
struct CutGroup: Sendable {
  /// The pool of each range, 0 ..< 8, and the numbers of the ends between which it lies.
  private(set) var pools: [UInt16]
  private(set) var from: [UInt16]
  private(set) var to: [UInt16]
  /// The ranges of each cut: [cut · 8 + pool].
  private(set) var ranges: [UInt16] = []

  /// The ranges of pools `8 · number ..< 8 · number + 8` of a table; pools that there are not have
  /// their whole time, without flows.
  init(_ number: Int, of table: CutTable, poolCount: Int) {
    let last = UInt16(table.ends.count)
    pools = (0..<16).map { $0 % 8 }
    from = [UInt16](repeating: 0, count: 16)
    to = (0..<16).map { place in
      let pool = number * 8 + place % 8
      return place < 8 || pool >= poolCount ? last : table.to[table.free][pool]
    }
    var known: [[UInt16]: UInt16] = [:]
    for place in (0..<16).reversed() { known[[pools[place], 0, to[place]]] = UInt16(place) }
    for cut in 0..<table.count {
      for pool in 0..<8 {
        let isThere = number * 8 + pool < poolCount
        let low = isThere ? table.from[cut][number * 8 + pool] : 0
        let high = isThere ? table.to[cut][number * 8 + pool] : last
        let place = known[[UInt16(pool), low, high]] ?? UInt16(pools.count)
        if place == pools.count { add(pool, low, high, &known) }
        ranges.append(place)
      }
    }
  }

  private mutating func add(
    _ pool: Int, _ low: UInt16, _ high: UInt16, _ known: inout [[UInt16]: UInt16]
  ) {
    known[[UInt16(pool), low, high]] = UInt16(pools.count)
    pools.append(UInt16(pool))
    from.append(low)
    to.append(high)
  }
}
