import Testing

@testable import Liquidity

@Suite struct RebalanceFeasibilityTests {
  /// A gives 10, B may not give, C lacks 8, D may not take; from A to C at most 6.
  private func problem() throws -> RebalanceProblem {
    try RebalanceProblem(
      pools: [
        RebalancePool(holding: 10, target: 0),
        RebalancePool(holding: 9, target: 0, outCost: 1, canGive: false),
        RebalancePool(holding: 0, target: 8),
        RebalancePool(holding: 0, target: 2, canTake: false),
      ],
      limits: [TransferLimit(from: 0, to: 2, amount: 6)], unfunded: 5)
  }

  private func faults(
    _ moves: [(Int, Int, Int64)], lacking: [Int64], cost: Int128
  ) throws -> [String] {
    RebalanceFeasibility.faults(
      of: moves.map { RebalanceTransfer(from: $0.0, to: $0.1, amount: $0.2) }, unfunded: lacking,
      cost: cost, in: try problem())
  }

  @Test("an answer that keeps to the rules has no fault") func sound() throws {
    #expect(try faults([(0, 2, 6)], lacking: [0, 0, 2, 2], cost: 20).isEmpty)
  }

  @Test("each broken rule is named") func broken() throws {
    #expect(
      try faults([(0, 2, 7)], lacking: [0, 0, 1, 2], cost: 15)
        == ["transfer from 0 to 2: 7 is above the limit 6"])
    #expect(
      try faults([(1, 2, 1)], lacking: [0, 0, 7, 2], cost: 46)
        == ["transfer from 1 to 2: the giver is closed"])
    #expect(
      try faults([(0, 3, 1)], lacking: [0, 0, 8, 1], cost: 45)
        == ["transfer from 0 to 3: the taker is closed"])
    #expect(
      try faults([(0, 2, 0)], lacking: [0, 0, 8, 2], cost: 50)
        == ["transfer from 0 to 2: 0 is not above zero"])
    #expect(
      try faults([(0, 4, 1)], lacking: [0, 0, 8, 2], cost: 50)
        == ["transfer from 0 to 4: no such pool"])
    #expect(
      try faults([(2, 0, 1)], lacking: [0, 0, 8, 2], cost: 50)
        == ["pool 0 takes above its target", "pool 0 lacks -1, not 0"]
        + ["pool 2 gives below its target"])
    #expect(
      try faults([(0, 2, 3), (0, 2, 3)], lacking: [0, 0, 2, 2], cost: 20)
        == ["two transfers from 0 to 2"])
    #expect(
      try faults([(0, 2, 6)], lacking: [0, 0, 1, 2], cost: 15)
        == ["pool 2 lacks 2, not 1"])
    #expect(
      try faults([(0, 2, 6)], lacking: [0, 0, 2, 2], cost: 19) == ["the cost is 20, not 19"])
  }

  @Test("an answer that could cost less is improved along a cycle") func improvement() throws {
    let costs = [(0, 2, 3), (0, 3, 1), (1, 2, 2), (1, 3, 4)].map {
      UnitCost(from: $0.0, to: $0.1, unit: Int64($0.2))
    }
    let problem = try RebalanceProblem(
      pools: [10, 5, -8, -4].map { RebalancePool(holding: 100 + $0, target: 100) },
      pairCosts: costs, unfunded: 1_000)
    let swapped =
      [RebalanceTransfer(from: 0, to: 2, amount: 8)] + [
        RebalanceTransfer(from: 1, to: 3, amount: 4)
      ]
    #expect(RebalanceFeasibility.improvement(of: swapped, in: problem) != nil)
    let lacking = [RebalanceTransfer(from: 0, to: 3, amount: 4)]
    #expect(RebalanceFeasibility.improvement(of: lacking, in: problem) != nil)
    let best = [(0, 2, 3), (0, 3, 4), (1, 2, 5)].map {
      RebalanceTransfer(from: $0.0, to: $0.1, amount: Int64($0.2))
    }
    #expect(RebalanceFeasibility.improvement(of: best, in: problem) == nil)
  }

  @Test("what is wrong with a problem is told all at once, each with its place") func input() {
    let error = #expect(throws: InvalidProblem.self) {
      try RebalanceProblem(
        pools: [
          RebalancePool(currency: 2, holding: 0, target: 0, outCost: -1),
          RebalancePool(currency: -1, holding: 0, target: 0, inCost: 1 << 40 + 1),
        ], currencyCount: 2, currencyCosts: [UnitCost(from: 0, to: 2, unit: -1)],
        pairCosts: [UnitCost(from: 2, to: 1, unit: 0), UnitCost(from: 1, to: 1, unit: 0)],
        limits: [TransferLimit(from: 0, to: 1, amount: -1)], unfunded: 0)
    }
    #expect(
      error?.faults.map(\.place) == [
        "pools[0].currency", "pools[0].outCost", "pools[1].currency", "pools[1].inCost",
        "costs.currency[0].to", "costs.currency[0].unit", "costs.pair[0].from", "costs.pair[1].to",
        "limits[0].amount",
      ])
  }

  @Test("a second entry for a pair, too much money and too dear a lacking unit are refused")
  func refused() {
    let two = [RebalancePool(holding: 5, target: 0), RebalancePool(holding: 0, target: 5)]
    let twice = [UnitCost(from: 0, to: 1, unit: 1), UnitCost(from: 0, to: 1, unit: 2)]
    let second = #expect(throws: InvalidProblem.self) {
      try RebalanceProblem(pools: two, pairCosts: twice, unfunded: 0)
    }
    #expect(second?.faults.map(\.place) == ["costs.pair[1]"])
    let full = [RebalancePool(holding: .min, target: .max)]
    let volume = #expect(throws: InvalidProblem.self) {
      try RebalanceProblem(pools: full, unfunded: 1 << 40 + 1)
    }
    #expect(volume?.faults.map(\.place) == ["pools", "costs.unfunded"])
  }
}
