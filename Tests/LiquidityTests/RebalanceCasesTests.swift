import Testing

@testable import Liquidity

@Suite struct RebalanceCasesTests {
  /// Pools of one currency that are so much above or below a target of 100.
  private func pools(_ gaps: [Int64]) -> [RebalancePool] {
    gaps.map { RebalancePool(holding: 100 + $0, target: 100) }
  }

  @Test("the worked case costs 23: A gives 3 to C and 4 to D, B gives 5 to C, A keeps 3")
  func workedCase() throws {
    // Surplus A 10, B 5; need C 8, D 4; unit costs A→C 3, A→D 1, B→C 2, B→D 4, by hand:
    // D from A at 1, C from B at 2 as far as B goes, the rest from A at 3: 4 + 10 + 9.
    let costs = [(0, 2, 3), (0, 3, 1), (1, 2, 2), (1, 3, 4)].map {
      UnitCost(from: $0.0, to: $0.1, unit: Int64($0.2))
    }
    let problem = try RebalanceProblem(
      pools: pools([10, 5, -8, -4]), pairCosts: costs, unfunded: 1_000)
    var solver = RebalanceSolver()
    let solution = solver.solve(problem)
    #expect(solution.cost == 23)
    #expect(
      Set(solver.transfers) == [
        RebalanceTransfer(from: 0, to: 2, amount: 3), RebalanceTransfer(from: 0, to: 3, amount: 4),
        RebalanceTransfer(from: 1, to: 2, amount: 5),
      ])
    #expect(solver.unfunded == [0, 0, 0, 0])
    #expect(solution.status == .optimal)
  }

  @Test(
    "a unit is funded where that costs as much as leaving it lacking, and left where it costs more")
  func tieWithUnfunded() throws {
    for (unfunded, moved, cost) in [(5, 8, 40), (4, 0, 32)] as [(Int64, Int64, Int128)] {
      let problem = try RebalanceProblem(
        pools: pools([10, -8]), pairCosts: [UnitCost(from: 0, to: 1, unit: 5)], unfunded: unfunded)
      var solver = RebalanceSolver()
      let solution = solver.solve(problem)
      #expect((solution.moved, solution.cost) == (moved, cost))
      #expect(solver.unfunded == [0, 8 - moved])
    }
  }

  @Test("what a limit keeps back takes the dearer way round, and what is closed stays lacking")
  func limits() throws {
    let costs = [UnitCost(from: 1, to: 2, unit: 7)]
    let limits = [
      TransferLimit(from: 0, to: 2, amount: 3), TransferLimit(from: 1, to: 3, amount: 0),
    ]
    var given = pools([10, 10, -8, -12])
    given[0].canTake = false
    given[3].canTake = false
    let problem = try RebalanceProblem(
      pools: given, pairCosts: costs, limits: limits, unfunded: 100)
    var solver = RebalanceSolver()
    #expect(solver.solve(problem).cost == 5 * 7 + 12 * 100)
    #expect(
      Set(solver.transfers) == [
        RebalanceTransfer(from: 0, to: 2, amount: 3), RebalanceTransfer(from: 1, to: 2, amount: 5),
      ])
    #expect(solver.unfunded == [0, 0, 0, 12])
  }

  @Test("a currency is served from its own pools first, the cheapest first, then from the nearest")
  func currencies() throws {
    // EUR needs 30: its own pools give 10 at 1 and 10 at 4, USD the rest at 2 + 3.
    let given = [
      RebalancePool(currency: 0, holding: 40, target: 0, outCost: 2),
      RebalancePool(currency: 1, holding: 10, target: 0, outCost: 4),
      RebalancePool(currency: 1, holding: 10, target: 0, outCost: 1),
      RebalancePool(currency: 1, holding: -10, target: 20),
      RebalancePool(currency: 2, holding: 50, target: 0, outCost: 1),
    ]
    let problem = try RebalanceProblem(
      pools: given, currencyCount: 3,
      currencyCosts: [UnitCost(from: 0, to: 1, unit: 3), UnitCost(from: 2, to: 1, unit: 9)],
      unfunded: 1_000)
    var solver = RebalanceSolver()
    #expect(solver.solve(problem).cost == 10 * 1 + 10 * 4 + 10 * 5)
    #expect(
      Set(solver.transfers)
        == Set([0, 1, 2].map { RebalanceTransfer(from: $0, to: 3, amount: 10) }))
  }

  @Test("hub form and dense form cost the same, with fewer transfers than pools in both")
  func forms() throws {
    for seed in stride(from: 0, to: 600, by: 2) {
      var instance = RebalanceInstance(seed)
      var solver = RebalanceSolver()
      let hub = solver.solve(try instance.problem())
      #expect(solver.transfers.count <= max(0, instance.pools.count - 1))
      for from in instance.pools.indices {
        for to in instance.pools.indices where to != from {
          instance.pairCosts.append(UnitCost(from: from, to: to, unit: 0))
        }
      }
      let dense = solver.solve(try instance.problem())
      #expect(solver.transfers.count <= max(0, instance.pools.count - 1))
      #expect(hub.cost == dense.cost && hub.moved == dense.moved, "seed \(seed)")
    }
  }

  @Test("an answer does not depend on what was solved before") func noMemory() throws {
    var used = RebalanceSolver()
    for seed in 0..<300 {
      let problem = try RebalanceInstance(seed).problem()
      var fresh = RebalanceSolver()
      #expect(used.solve(problem) == fresh.solve(problem))
      #expect(used.transfers == fresh.transfers)
    }
  }

  @Test("a problem whose holdings change is the problem with those holdings") func changed() throws
  {
    for seed in 0..<300 {
      var instance = RebalanceInstance(seed)
      var problem = try instance.problem()
      for place in instance.pools.indices {
        let (holding, target) = (Int64(place * seed % 13), Int64(seed % 9))
        problem.set(holding: holding, target: target, of: place)
        (instance.pools[place].holding, instance.pools[place].target) = (holding, target)
      }
      var (one, other) = (RebalanceSolver(), RebalanceSolver())
      #expect(one.solve(problem) == other.solve(try instance.problem()))
      #expect(one.transfers == other.transfers)
    }
  }

  @Test("the largest amounts and costs add up exactly") func largest() throws {
    // 2⁶⁰ units lacking at 2⁴⁰ each while a transfer costs 3 · 2⁴⁰; where it costs 2³⁹, half of
    // them are funded.
    let (half, unit) = (Int64(1) << 59, Int64(1) << 40)
    var given = [
      RebalancePool(currency: 0, holding: half, target: 0, outCost: unit),
      RebalancePool(currency: 1, holding: -half, target: half, inCost: unit),
    ]
    let dear = try RebalanceProblem(
      pools: given, currencyCount: 2, currencyCosts: [UnitCost(from: 0, to: 1, unit: unit)],
      unfunded: unit)
    var solver = RebalanceSolver()
    #expect(solver.solve(dear).cost == Int128(1) << 100)
    (given[0].outCost, given[1].inCost) = (unit / 2, 0)
    let cheap = try RebalanceProblem(pools: given, currencyCount: 2, unfunded: unit)
    #expect(solver.solve(cheap).cost == Int128(1) << 98 + Int128(1) << 99)
    #expect(solver.unfunded == [0, half])
  }

  @Test(
    "a problem without surplus or without need has an answer without transfers",
    arguments: [[], [5], [-5], [5, 0, 7], [-5, -1]] as [[Int64]])
  func nothingToMove(_ gaps: [Int64]) throws {
    var solver = RebalanceSolver()
    let solution = solver.solve(try RebalanceProblem(pools: pools(gaps), unfunded: 3))
    #expect(solver.transfers.isEmpty)
    #expect(solution.cost == Int128(gaps.reduce(0) { $0 + max(0, -$1) }) * 3)
  }
}
