/// The answer of the two-stage problem.
public struct TwoStageSolution: Hashable, Sendable {
  /// `.optimal` within the tolerance asked for, else `.stopped`.
  public var status: SolveStatus
  /// What each pool holds, in minor units.
  public var allocation: [Int64]
  /// Funding and what remains after it, in units of cost.
  public var cost: Double
  /// What no allocation can undercut.
  public var lowerBound: Double
  /// How many allocations were tried.
  public var cuts: Int

  /// How far the cost may lie above the best, as a share of the cost.
  public var gap: Double { cost > 0 ? max(0, cost - lowerBound) / cost : 0 }
}

/// Pre-funding with fees, unequal costs and pairs of their own, over the replications seen.
///
/// Solved by cuts (Benders 1962, Van Slyke and Wets 1969): each allocation tried gives the exact
/// remaining cost of every replication, by the network simplex method, and by how much a unit more
/// in each pool would change it; the first stage is solved over these cuts, and the next allocation
/// lies between its answer and the best so far.
public struct TwoStageProblem: Sendable {
  /// The terms.
  public let terms: TwoStageTerms
  /// The net flows and the depths: [replication][pool][segment].
  private var sums: [Int64] = []
  private var depths: [Int64] = []
  /// The deepest running sum of each pool; no pool can use more than all of them together.
  private var deepest: [Int64]
  private var scan: LaneScan
  private let ends: [Int32]
  /// How many replications were seen.
  public private(set) var replicationCount = 0

  /// A problem that has seen no flows.
  public init(_ terms: TwoStageTerms) {
    self.terms = terms
    ends = terms.ends
    deepest = [Int64](repeating: 0, count: terms.poolCount)
    scan = LaneScan(segmentCount: ends.count)
  }

  /// Takes in a block of up to eight replications.
  ///
  /// - Precondition: The block has the pools and buckets of the terms.
  public mutating func add(_ block: borrowing FlowBlock, replications: Int = FlowBlock.laneCount) {
    precondition(
      block.poolCount == terms.poolCount && block.bucketCount == terms.bucketCount,
      "a block has the shape of its terms")
    let (size, start) = (terms.poolCount * ends.count, sums.count)
    sums += repeatElement(0, count: size * replications)
    depths += repeatElement(0, count: size * replications)
    for group in 0..<block.groupCount {
      var carry: [SIMD8<Double>] = []
      scan.run(block, group: group, ends: ends, carry: &carry)
      for pool in group * 8..<min(terms.poolCount, group * 8 + 8) {
        for lane in 0..<replications { read(pool, lane, at: start + lane * size) }
      }
    }
    replicationCount += replications
  }

  private mutating func read(_ pool: Int, _ lane: Int, at start: Int) {
    var (before, lowest) = (0.0, 0.0)
    for segment in ends.indices {
      let place = start + pool * ends.count + segment
      let sum = scan.sums[segment * 8 + pool % 8][lane]
      let low = scan.minima[segment * 8 + pool % 8][lane]
      sums[place] = Int64(sum - before)
      depths[place] = Int64(before - low)
      (before, lowest) = (sum, min(lowest, low))
    }
    deepest[pool] = max(deepest[pool], Int64(-lowest))
  }

}

/// Cuts and allocations; allocations are in parts of a unit until the last is rounded.
extension TwoStageProblem {
  /// What an allocation costs, with the cut that it gives.
  private struct Trial {
    var cost = 0.0
    /// The cut: what remains is at least constant + slopes · allocation.
    var constant = 0.0
    var slopes: [Double] = []
  }

  /// What remains to be paid in a replication when the pools hold so much.
  func secondStage(
    _ held: [Int64], parts: Int64, _ replication: Int, _ stage: inout SecondStage
  ) -> (cost: Double, slopes: [Int64]) {
    let size = terms.poolCount * ends.count
    let rows = replication * size..<(replication + 1) * size
    return stage.solve(
      held, parts: parts, sums: sums.span.extracting(rows), depths: depths.span.extracting(rows))
  }

  private func trial(
    _ held: [Int64], parts: Int64, _ measure: RiskMeasure, _ stage: inout SecondStage
  ) -> Trial {
    let remaining = (0..<replicationCount).map { secondStage(held, parts: parts, $0, &stage) }
    let order = remaining.indices.sorted { (remaining[$1].cost, $0) < (remaining[$0].cost, $1) }
    var (mean, slopes) = (0.0, [Double](repeating: 0, count: terms.poolCount))
    for (place, weight) in zip(order, measure.weights(replicationCount)) where weight > 0 {
      mean += weight * remaining[place].cost
      for pool in slopes.indices { slopes[pool] += weight * Double(remaining[place].slopes[pool]) }
    }
    let units = held.map { Double($0) / Double(parts) }
    return Trial(
      cost: zip(terms.unitCosts, units).reduce(mean) { $0 + Double($1.0) * $1.1 },
      constant: zip(slopes, units).reduce(mean) { $0 - $1.0 * $1.1 }, slopes: slopes)
  }

  /// Into how many parts a unit is split, so that an allocation can lie between whole units and
  /// no flow overflows.
  private var parts: Int64 {
    let size = terms.poolCount * ends.count
    let volumes = (0..<replicationCount).map { replication in
      (replication * size..<(replication + 1) * size).reduce(Int64(0)) {
        $0 + abs(sums[$1]) + depths[$1]
      }
    }
    let volume = max(1, (volumes.max() ?? 0) + Int64(terms.poolCount) * deepest.reduce(0, +))
    return min(1 << 20, max(1, (1 << 60) / volume))
  }

  /// The allocation of least cost, funding and measure of what remains together.
  ///
  /// - Parameters:
  ///   - tolerance: The gap at which the answer is good enough.
  ///   - mostCuts: How many allocations may be tried.
  /// - Precondition: There is at least one replication.
  /// - Returns: An allocation in whole units; the bound also holds for fractions of them.
  /// - Complexity: One flow for each replication and cut; some tens of cuts for eight pools.
  public func solve(
    _ measure: RiskMeasure = .expected, tolerance: Double = 1e-6, mostCuts: Int = 500
  ) -> TwoStageSolution {
    precondition(replicationCount > 0, "an allocation is judged by replications")
    var stage = SecondStage(terms)
    let (parts, most) = (parts, Double(max(1, deepest.reduce(0, +))))
    let costUnit = Double(max(1, (terms.unitCosts + [terms.shortfallCost]).max() ?? 1))
    var master = CutMaster(
      costs: terms.unitCosts.map { Double($0) / costUnit }, upper: deepest.map { _ in 1 })
    var (best, bestCost) = (deepest.map { $0 * parts }, Double.infinity)
    var (next, tried, bound, cuts) = (best, Set<[Int64]>(), 0.0, 0)
    while cuts < mostCuts {
      let trial = trial(next, parts: parts, measure, &stage)
      tried.insert(next)
      cuts += 1
      if trial.cost < bestCost { (best, bestCost) = (next, trial.cost) }
      master.add(
        constant: trial.constant / most / costUnit, slopes: trial.slopes.map { $0 / costUnit })
      let answer = master.solve()
      bound = max(bound, answer.bound * most * costUnit)
      if bestCost - bound <= tolerance * bestCost / 2 { break }
      let goal = answer.allocation.map { Int64(($0 * most * Double(parts)).rounded()) }
      next = zip(best, goal).map { $0 + ($1 - $0) / 2 }
      if tried.contains(next) { next = goal }
      if tried.contains(next) { break }
    }
    return rounded(best, parts, measure, &stage, bound: bound, cuts, tolerance)
  }

  /// The better of the allocations rounded to the nearest and to the next higher whole units.
  private func rounded(
    _ held: [Int64], _ parts: Int64, _ measure: RiskMeasure, _ stage: inout SecondStage,
    bound: Double, _ cuts: Int, _ tolerance: Double
  ) -> TwoStageSolution {
    let nearest = held.map { ($0 + parts / 2) / parts }
    let higher = held.map { ($0 + parts - 1) / parts }
    let near = trial(nearest, parts: 1, measure, &stage).cost
    let high = trial(higher, parts: 1, measure, &stage).cost
    var solution = TwoStageSolution(
      status: .stopped, allocation: near <= high ? nearest : higher, cost: min(near, high),
      lowerBound: min(bound, near, high), cuts: cuts)
    if solution.gap <= tolerance { solution.status = .optimal }
    return solution
  }
}
