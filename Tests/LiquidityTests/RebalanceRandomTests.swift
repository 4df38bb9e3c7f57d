import TestSupport
import Testing

@testable import Liquidity

/// A random problem, small and full of ties.
struct RebalanceInstance {
  var pools: [RebalancePool] = []
  var currencyCosts: [UnitCost] = []
  var pairCosts: [UnitCost] = []
  var limits: [TransferLimit] = []
  var currencyCount: Int
  var unfunded: Int64

  /// Costs of 0 to 3 and amounts of a few units; every other instance has entries for pairs.
  init(_ seed: Int) {
    var dice = Dice(seed)
    currencyCount = dice.int(1...4)
    unfunded = Int64(dice.int(0...12))
    for _ in 0..<dice.int(0...10) {
      pools.append(
        RebalancePool(
          currency: dice.int(0...currencyCount - 1), holding: Int64(dice.int(-4...12)),
          target: Int64(dice.int(0...8)), outCost: Int64(dice.int(0...3)),
          inCost: Int64(dice.int(0...3)), canGive: dice.int(0...5) > 0,
          canTake: dice.int(0...5) > 0))
    }
    for from in 0..<currencyCount {
      for to in 0..<currencyCount where dice.int(0...3) > 0 {
        let unit = Int64(dice.int(0...(from == to ? 1 : 4)))
        currencyCosts.append(UnitCost(from: from, to: to, unit: unit))
      }
    }
    guard seed % 2 == 1 else { return }
    let rarity = dice.int(1...8)
    for from in pools.indices {
      for to in pools.indices where to != from {
        if dice.int(0...rarity) == 0 {
          pairCosts.append(UnitCost(from: from, to: to, unit: Int64(dice.int(0...3))))
        }
        if dice.int(0...rarity) == 0 {
          limits.append(TransferLimit(from: from, to: to, amount: Int64(dice.int(0...4))))
        }
      }
    }
  }

  func problem() throws -> RebalanceProblem {
    try RebalanceProblem(
      pools: pools, currencyCount: currencyCount, currencyCosts: currencyCosts,
      pairCosts: pairCosts, limits: limits, unfunded: unfunded)
  }
}

@Suite struct RebalanceRandomTests {
  @Test(
    "the answer costs what the plain definition costs, keeps to the rules, and nothing improves it")
  func definition() throws {
    var solver = RebalanceSolver()
    for seed in 0..<4_000 {
      let problem = try RebalanceInstance(seed).problem()
      let solution = solver.solve(problem)
      let twin = RebalanceDefinition.solve(problem)
      #expect(solution.cost == twin.cost, "seed \(seed)")
      #expect(solution.unfunded == twin.unfunded, "seed \(seed)")
      let faults = RebalanceFeasibility.faults(
        of: solver.transfers, unfunded: solver.unfunded, cost: solution.cost, in: problem)
      #expect(faults.isEmpty, "seed \(seed)")
      #expect(
        RebalanceFeasibility.improvement(of: solver.transfers, in: problem) == nil, "seed \(seed)")
    }
  }
}
