/// SIZE as it is defined: plain twins of the sizer, for one replication of whole-number flows.
enum SizeDefinition {
  /// The lowest running sum, 0 at most.
  static func lowest(_ flows: [Int64]) -> Int64 {
    var (sum, lowest) = (Int64(0), Int64(0))
    for flow in flows {
      sum += flow
      lowest = min(lowest, sum)
    }
    return lowest
  }

  /// What each pool needs on its own.
  static func alone(_ flows: [[Int64]]) -> [Int64] { flows.map { -lowest($0) } }

  /// What the pools need when they act as one.
  static func token(_ flows: [[Int64]]) -> Int64 {
    guard let first = flows.first else { return 0 }
    return -lowest(first.indices.map { bucket in flows.reduce(0) { $0 + $1[bucket] } })
  }

  /// What the pools need together with windows: the largest sum over all patterns, each tried.
  ///
  /// - Complexity: O(2^windows · pools · buckets).
  static func windowed(_ flows: [[Int64]], _ terms: SizeTerms) -> Int64 {
    let sums = flows.map { pool in
      pool.reduce(into: [Int64(0)]) { $0.append(($0.last ?? 0) + $1) }
    }
    var highest: Int64 = 0
    for pattern in 0..<(1 << terms.windows.count) {
      let needs = sums.indices.map { need(of: sums[$0], $0, pattern, terms) }
      guard !needs.contains(nil) else { continue }
      highest = max(highest, needs.reduce(0) { $0 + ($1 ?? 0) })
    }
    return highest
  }

  /// The deepest shortfall of a pool in the range that a pattern leaves it; `nil` without range.
  private static func need(
    of sums: [Int64], _ pool: Int, _ pattern: Int, _ terms: SizeTerms
  ) -> Int64? {
    var (low, high) = (0, terms.bucketCount)
    for (number, window) in terms.windows.enumerated() where window.open?.contains(pool) ?? true {
      if pattern >> number & 1 == 0 {
        low = max(low, window.bucket)
      } else {
        high = min(high, window.bucket + terms.lag)
      }
    }
    guard low <= high else { return nil }
    return sums[low...high].map { -$0 }.max()
  }
}
