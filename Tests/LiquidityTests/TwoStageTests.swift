import TestSupport
import Testing

@testable import Liquidity

@Suite struct TwoStageTests {
  /// Two pools, up to two windows, a few replications of a few units.
  private struct Instance {
    let terms: TwoStageTerms
    var flows: [[[Int64]]] = []

    init(_ seed: Int) throws {
      var dice = Dice(seed)
      let buckets = dice.int(2...5)
      var windows: [TwoStageTerms.Window] = []
      for bucket in 0...buckets where windows.count < 2 && dice.int(0...2) == 0 {
        let ways = [(0, 1), (1, 0)].filter { _ in dice.int(0...3) > 0 }
        windows.append(
          .init(
            after: bucket,
            transfers: ways.map { UnitCost(from: $0, to: $1, unit: Int64(dice.int(0...3))) }))
      }
      terms = try TwoStageTerms(
        bucketCount: buckets, unitCosts: [Int64(dice.int(1...9)), Int64(dice.int(1...9))],
        windows: windows, lag: dice.int(0...2), shortfallCost: Int64(dice.int(5...30)))
      for _ in 0..<dice.int(1...4) {
        flows.append((0..<2).map { _ in (0..<buckets).map { _ in Int64(dice.int(-2...2)) } })
      }
    }

    func problem() -> TwoStageProblem {
      var block = FlowBlock(poolCount: 2, bucketCount: terms.bucketCount)
      for (lane, replication) in flows.enumerated() {
        for pool in 0..<2 {
          for (bucket, flow) in replication[pool].enumerated() {
            block.add(flow, pool: pool, bucket: bucket, lane: lane)
          }
        }
      }
      var problem = TwoStageProblem(terms)
      problem.add(block, replications: flows.count)
      return problem
    }

    /// The least remaining cost by trying all transfers of up to four units, bucket by bucket.
    func remaining(_ held: [Int64], _ flows: [[Int64]]) -> Int64 {
      var best = Int64.max
      func walk(_ window: Int, _ chosen: [Int64]) {
        guard window < terms.windows.count else {
          best = min(best, cost(held, flows, chosen))
          return
        }
        for amount in Int64(-4)...4 { walk(window + 1, chosen + [amount]) }
      }
      walk(0, [])
      return best
    }

    /// What transfers cost: with a plus from pool 0 to pool 1, with a minus back.
    private func cost(_ held: [Int64], _ flows: [[Int64]], _ chosen: [Int64]) -> Int64 {
      let starts = [0] + terms.ends.dropLast().map { Int($0) }
      var cost: Int64 = 0
      var moves: [[(time: Int, amount: Int64)]] = [[], []]
      for (window, amount) in zip(terms.windows, chosen) where amount != 0 {
        let (from, to) = amount > 0 ? (0, 1) : (1, 0)
        guard let fee = window.transfers.first(where: { $0.from == from && $0.to == to }),
          starts.contains(window.bucket), starts.contains(window.bucket + terms.lag)
        else { return .max }
        cost += fee.unit * abs(amount)
        moves[from].append((window.bucket, -abs(amount)))
        moves[to].append((window.bucket + terms.lag, abs(amount)))
      }
      for pool in 0..<2 {
        for (start, end) in zip(starts, terms.ends) {
          var balance = held[pool] + flows[pool][..<start].reduce(0, +)
          balance += moves[pool].filter { $0.time <= start }.reduce(0) { $0 + $1.amount }
          let depth = -SizeDefinition.lowest(Array(flows[pool][start..<Int(end)]))
          cost += terms.shortfallCost * max(0, depth - balance)
        }
      }
      return cost
    }

    /// The least cost over all allocations.
    func best(_ measure: RiskMeasure) -> Double {
      let weights = measure.weights(flows.count)
      var best = Double.infinity
      for first in Int64(0)...10 {
        for second in Int64(0)...10 {
          let held = [first, second]
          let costs = flows.map { Double(remaining(held, $0)) }.sorted(by: >)
          let funding = Double(terms.unitCosts[0] * first + terms.unitCosts[1] * second)
          best = min(best, funding + zip(weights, costs).reduce(0) { $0 + $1.0 * $1.1 })
        }
      }
      return best
    }
  }

  @Test(
    "the cost is that of trying every allocation and transfer",
    arguments: [RiskMeasure.expected, .conditionalValueAtRisk(beyond: 0.5)])
  func bruteForce(_ measure: RiskMeasure) throws {
    for seed in Effort.seeds(12) {
      let instance = try Instance(seed)
      let best = instance.best(measure)
      let solution = instance.problem().solve(measure)
      #expect(abs(solution.cost - best) <= 1e-6 * max(1, best), "seed \(seed)")
      #expect(solution.lowerBound <= best + 1e-6 * max(1, best), "seed \(seed)")
      // Beyond the mean a fraction of a unit can be cheaper than every whole allocation.
      if measure == .expected { #expect(solution.status == .optimal, "seed \(seed)") }
    }
  }

  @Test("free transfers and dear shortfalls cost what windows need") func sizing() throws {
    for seed in 0..<25 {
      let instance = try SizeInstance(
        seed, pools: 2...4, buckets: 3...8, isOpenToAll: true, replications: 1)
      let pools = instance.terms.poolCount
      let ways = (0..<pools).flatMap { from in
        (0..<pools).filter { $0 != from }.map { UnitCost(from: from, to: $0, unit: 0) }
      }
      let terms = try TwoStageTerms(
        bucketCount: instance.terms.bucketCount, unitCosts: [Int64](repeating: 1, count: pools),
        windows: instance.terms.windows.map { .init(after: $0.bucket, transfers: ways) },
        lag: instance.terms.lag, shortfallCost: 1_000)
      var problem = TwoStageProblem(terms)
      problem.add(instance.blocks[0], replications: 1)
      let solution = problem.solve()
      #expect(solution.cost == Double(try instance.sizer().needs().windowed[0]), "seed \(seed)")
      #expect(solution.status == .optimal, "\(solution)")
    }
  }

  @Test("the tail of all replications is their mean") func wholeTail() throws {
    for seed in 0..<10 {
      let problem = try Instance(seed).problem()
      let mean = problem.solve(.expected)
      let tail = problem.solve(.conditionalValueAtRisk(beyond: 0))
      #expect(abs(mean.cost - tail.cost) <= 1e-6 * max(1, mean.cost))
      #expect(problem.solve(.conditionalValueAtRisk(beyond: 0.9)).cost >= mean.cost - 1e-6)
    }
  }

  @Test("faults of terms are told with their places") func faults() {
    let error = #expect(throws: InvalidProblem.self) {
      try TwoStageTerms(
        bucketCount: 3, unitCosts: [-1, 1],
        windows: [.init(after: 4, transfers: [UnitCost(from: 0, to: 0, unit: 1)])], lag: 0,
        shortfallCost: 5)
    }
    #expect(error?.faults.map(\.place) == ["costs[0]", "windows[0]", "windows[0].transfers"])
  }
}
