import Chance
import Liquidity

extension Case {
  /// REBALANCE in its hub form beside the dense form, an arc for each pair.
  static let rebalance = Case(
    name: "rebalance", about: "the cheapest transfers between pools, ns per problem"
  ) {
    [(64, 8), (64, 20), (300, 20), (1_000, 20), (2_000, 20)].flatMap { pools, currencies in
      let window = RebalanceWindow(pools: pools, currencies: currencies)
      let name = "rebalance \(pools) in \(currencies)"
      let rounds = max(20, 40_000 / pools)
      var figures = [
        window.measured("\(name) hub", hasPairs: false, rounds: rounds),
        window.measuredWithReading("\(name) hub, read and solved", rounds: rounds / 4),
      ]
      if pools <= 2_000 {
        figures.append(window.measured("\(name) dense", hasPairs: true, rounds: 3))
      }
      return figures
    }
  }
}

/// Pools with fees and surplus or need of some millions, and what currencies cost.
private struct RebalanceWindow {
  var pools: [RebalancePool] = []
  var currencyCosts: [UnitCost] = []
  let currencyCount: Int
  let unfunded: Int64 = 1_000_000

  init(pools count: Int, currencies: Int) {
    currencyCount = currencies
    let stream = RandomStream(seed: 3, replication: 0, StreamName("benchmark", "rebalance"))
    var draw: UInt64 = 0
    func number(below limit: Double) -> Int64 {
      draw += 1
      return Int64(stream.uniform(draw: draw) * limit)
    }
    for place in 0..<count {
      pools.append(
        RebalancePool(
          currency: place % currencies, holding: number(below: 20_000_000), target: 10_000_000,
          outCost: number(below: 1_000), inCost: number(below: 1_000)))
    }
    for from in 0..<currencies {
      for to in 0..<currencies where to != from {
        currencyCosts.append(UnitCost(from: from, to: to, unit: 500 + number(below: 20_000)))
      }
    }
  }

  /// The problem; with an entry for each pair that could move something, which changes nothing.
  func problem(hasPairs: Bool) -> RebalanceProblem {
    var pairs: [UnitCost] = []
    if hasPairs {
      let takers = pools.indices.filter { pools[$0].holding < pools[$0].target }
      for from in pools.indices where pools[from].holding > pools[from].target {
        pairs += takers.map { UnitCost(from: from, to: $0, unit: 0) }
      }
    }
    do throws(InvalidProblem) {
      return try RebalanceProblem(
        pools: pools, currencyCount: currencyCount, currencyCosts: currencyCosts, pairCosts: pairs,
        unfunded: unfunded)
    } catch {
      preconditionFailure("the benchmark's problem is sound: \(error)")
    }
  }

  /// Solving alone, with the costs read before and no table to make.
  func measured(_ name: String, hasPairs: Bool, rounds: Int) -> Figure {
    let problem = problem(hasPairs: hasPairs)
    var solver = RebalanceSolver()
    return .nanoseconds(name, operations: rounds) {
      (0..<rounds).reduce(0) { sum, _ in sum &+ UInt64(solver.solve(problem).pivots) }
    }
  }

  /// Checking and ranking costs and pools, then solving.
  func measuredWithReading(_ name: String, rounds: Int) -> Figure {
    var solver = RebalanceSolver()
    return .nanoseconds(name, operations: rounds) {
      (0..<rounds).reduce(0) { sum, _ in
        sum &+ UInt64(solver.solve(problem(hasPairs: false)).pivots)
      }
    }
  }
}
