/// When the pools of one currency may exchange money: the terms of SIZE.
///
/// Shape: buckets 1...T; a window lies after a bucket. What is sent in a window leaves at once and
/// can be spent `lag` buckets later. In a window every open pool may send to every other open one,
/// free of charge.
public struct SizeTerms: Hashable, Sendable {
  /// A moment at which pools may exchange money.
  public struct Window: Hashable, Sendable {
    /// How many buckets lie before it.
    public var bucket: Int
    /// The pools that take part; `nil` for all.
    public var open: Set<Int>?

    /// A window after `bucket` buckets, for `open` pools or, with `nil`, for all.
    public init(after bucket: Int, open: Set<Int>? = nil) {
      (self.bucket, self.open) = (bucket, open)
    }
  }

  /// How many pools there are.
  public let poolCount: Int
  /// How many buckets there are.
  public let bucketCount: Int
  /// The windows, in the order of time.
  public let windows: [Window]
  /// How many buckets money is under way.
  public let lag: Int
  /// What each pool must hold at least at any time, in minor units.
  public let localMinima: [Int64]

  /// The terms of some pools over some buckets.
  ///
  /// - Throws: `InvalidProblem` where a window is out of order or place, or names a pool that
  ///   there is not, or `lag` or a local minimum is negative.
  public init(
    poolCount: Int, bucketCount: Int, windows: [Window] = [], lag: Int = 0,
    localMinima: [Int64] = []
  ) throws(InvalidProblem) {
    (self.poolCount, self.bucketCount, self.windows) = (poolCount, bucketCount, windows)
    self.lag = lag
    self.localMinima = localMinima.isEmpty ? Array(repeating: 0, count: poolCount) : localMinima
    try check()
  }

  /// Whether every window is open to every pool.
  public var isOpenToAll: Bool {
    windows.allSatisfy { ($0.open?.count ?? poolCount) == poolCount }
  }

  private func check() throws(InvalidProblem) {
    var list = FaultList()
    list.expect(poolCount > 0, "pools", "at least one pool", found: "\(poolCount)")
    list.expect(
      (0...Int(Int32.max)).contains(bucketCount), "flows", "buckets from 0 to 2³¹",
      found: "\(bucketCount)")
    list.expect(lag >= 0, "lag", "a number from 0", found: "\(lag)")
    list.expect(
      windows.count < 32_768, "windows", "fewer than 32,768 windows", found: "\(windows.count)")
    list.expect(
      localMinima.count == poolCount, "minima", "one for each pool", found: "\(localMinima.count)")
    for (place, window) in windows.enumerated() {
      let before = place == 0 ? -1 : windows[place - 1].bucket
      list.expect(
        (0...max(0, bucketCount)).contains(window.bucket), "windows[\(place)]",
        "a number of buckets from 0 to \(bucketCount)", found: "\(window.bucket)")
      list.expect(
        window.bucket > before, "windows[\(place)]", "more than the \(before) before it",
        found: "\(window.bucket)")
      let strangers = (window.open ?? []).filter { !(0..<poolCount).contains($0) }.sorted()
      list.expect(
        strangers.isEmpty, "open[\(place)]", "pools below \(poolCount)", found: "\(strangers)")
    }
    for (place, minimum) in localMinima.enumerated() {
      list.expect(minimum >= 0, "minima[\(place)]", "an amount from 0", found: "\(minimum)")
    }
    try list.throwIfAny()
  }
}
