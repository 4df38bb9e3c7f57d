/// Pre-funding with fees, unequal costs and pairs of their own: the terms of the two-stage problem.
///
/// First the pools of one currency are funded, at a cost for each unit; then a replication comes,
/// and transfers in windows, at their fees, keep balances from falling below zero as far as that
/// pays; what is still short costs a penalty, once for each segment between windows in which it
/// is. All costs are whole numbers of one unit of cost (a millionth of a minor unit, say).
public struct TwoStageTerms: Hashable, Sendable {
  /// A moment at which some pairs of pools may exchange money.
  public struct Window: Hashable, Sendable {
    /// How many buckets lie before it.
    public var bucket: Int
    /// The pairs that may, and the fee of a unit for each.
    public var transfers: [UnitCost]

    /// A window after `bucket` buckets with the transfers it allows.
    public init(after bucket: Int, transfers: [UnitCost]) {
      (self.bucket, self.transfers) = (bucket, transfers)
    }
  }

  /// How many buckets there are.
  public let bucketCount: Int
  /// What it costs to hold a unit in each pool.
  public let unitCosts: [Int64]
  /// The windows, in the order of time.
  public let windows: [Window]
  /// How many buckets money is under way.
  public let lag: Int
  /// What a unit short costs in one segment.
  public let shortfallCost: Int64

  /// Terms for as many pools as there are costs.
  ///
  /// - Throws: `InvalidProblem` where costs lie outside 0 ... 2⁴⁰, windows are out of order or
  ///   place, or a transfer names no two pools.
  public init(
    bucketCount: Int, unitCosts: [Int64], windows: [Window], lag: Int, shortfallCost: Int64
  ) throws(InvalidProblem) {
    (self.bucketCount, self.unitCosts, self.windows) = (bucketCount, unitCosts, windows)
    (self.lag, self.shortfallCost) = (lag, shortfallCost)
    var list = FaultList()
    let costs = 0...largestUnitCost
    list.expect(!unitCosts.isEmpty, "pools", "at least one pool", found: "none")
    list.expect(bucketCount >= 0, "flows", "buckets from 0", found: "\(bucketCount)")
    list.expect(lag >= 0, "lag", "a number from 0", found: "\(lag)")
    for (place, cost) in (unitCosts + [shortfallCost]).enumerated() {
      list.expect(costs.contains(cost), "costs[\(place)]", "a cost from 0 to 2⁴⁰", found: "\(cost)")
    }
    for (place, window) in windows.enumerated() {
      let before = place == 0 ? -1 : windows[place - 1].bucket
      list.expect(
        window.bucket > before && window.bucket <= bucketCount, "windows[\(place)]",
        "more than \(before) and at most \(bucketCount) buckets", found: "\(window.bucket)")
      let isSound = window.transfers.allSatisfy {
        unitCosts.indices.contains($0.from) && unitCosts.indices.contains($0.to)
          && $0.from != $0.to && costs.contains($0.unit)
      }
      list.expect(
        isSound, "windows[\(place)].transfers", "two pools and a fee from 0 to 2⁴⁰ each",
        found: "others")
    }
    try list.throwIfAny()
  }

  /// How many pools there are.
  public var poolCount: Int { unitCosts.count }

  /// The ends of the segments: at each window and at each arrival of what it sends.
  var ends: [Int32] {
    let times = windows.flatMap { [$0.bucket, $0.bucket + lag] } + [bucketCount]
    let inside = Set(times.filter { $0 > 0 && $0 <= bucketCount }).sorted()
    return inside.isEmpty ? [Int32(bucketCount)] : inside.map { Int32($0) }
  }
}

/// What counts of the cost that remains after funding.
public enum RiskMeasure: Hashable, Sendable {
  /// Its mean over the replications.
  case expected
  /// Its mean over the worst replications: the conditional value at risk beyond a share in 0 ..< 1.
  case conditionalValueAtRisk(beyond: Double)

  /// How much each replication counts, the costliest first.
  func weights(_ count: Int) -> [Double] {
    guard case .conditionalValueAtRisk(let share) = self else {
      return [Double](repeating: 1 / Double(count), count: count)
    }
    let mass = (1 - share) * Double(count)
    return (0..<count).map { max(0, min(1, mass - Double($0))) / mass }
  }
}
