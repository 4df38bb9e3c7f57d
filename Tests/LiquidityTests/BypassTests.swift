import Testing

@testable import Liquidity

@Suite("Payments that overtake each other have a bound that means something") struct BypassTests {
  private func solve(_ balances: [Int64], _ payments: [(Int, Int, Int64)]) throws -> BypassSolution
  {
    try Bypass.solve(
      funds: balances.map { Funds(balance: $0) },
      payments: payments.map { QueuedPayment(from: $0.0, to: $0.1, amount: $0.2) })
  }

  /// Two problems of the kind of Project Ubin's, Phase 2: 31 settle in order, 43 in any; and nothing
  /// where each payment is larger than all that its sender could have, one after the other.
  @Test("what settles is the best of all sets, and the bound is it") func published() throws {
    let four = try solve(
      [5, 6, 7],
      [
        (0, 1, 8), (1, 2, 7), (2, 0, 9), (0, 1, 20), (1, 0, 7), (0, 1, 40), (1, 2, 80), (2, 1, 10),
      ])
    #expect(four.value == 43 && four.bound == 43 && four.valueInOrder == 31)
    #expect(four.settled == [1, 2, 3, 4] && four.status == .optimal)
    let seven = try solve(
      [3, 4, 5, 4, 3], [(0, 1, 8), (1, 2, 10), (1, 2, 20), (2, 3, 30), (2, 4, 40)])
    #expect(seven.value == 0 && seven.bound == 0 && seven.status == .optimal)
  }

  /// Sixty amounts just above 2⁴⁰ to one receiver, the balance half their sum: a subset sum whose
  /// search cannot end.
  @Test("a search that does not end leaves answer and bound, and says so") func unfinished() throws
  {
    let amounts: [Int64] = (0..<60).map { 1_099_511_627_776 + $0 * $0 * 7_919 + 3 }
    let payments = amounts.map { (0, 1, $0) }
    let sum = amounts.reduce(0, +)
    let answer = try solve([sum / 2, 0], payments)
    #expect(answer.value <= answer.bound && answer.bound == Int128(sum / 2))
    #expect(answer.status == (answer.value == answer.bound ? .optimal : .heuristic))
    let faults = SettleFeasibility.faults(
      ofPlaces: answer.settled, value: answer.value, balances: [],
      in: try SettleProblem(
        funds: [Funds(balance: sum / 2), Funds(balance: 0)],
        payments: payments.map { QueuedPayment(from: $0.0, to: $0.1, amount: $0.2) }))
    #expect(faults == [])
  }
}

@Suite("The checkers of answers find what is wrong with them") struct VerificationTests {
  private func problem() throws -> SettleProblem {
    try SettleProblem(
      funds: [Funds(balance: 3), Funds(balance: 4, senderLimit: 1)],
      payments: [
        QueuedPayment(from: 0, to: 1, amount: 5), QueuedPayment(from: 1, to: 0, amount: 6),
      ],
      bilateralLimits: [BilateralLimit(from: 1, to: 0, limit: 1)])
  }

  @Test("SETTLE: rules, value and balances") func settle() throws {
    let problem = try problem()
    func faults(_ places: [Int], _ value: Int128, _ balances: [Int64]) -> [String] {
      SettleFeasibility.faults(ofPlaces: places, value: value, balances: balances, in: problem)
    }
    #expect(faults([0, 1], 11, [4, 3]) == [])
    #expect(
      faults([0, 1], 12, [4, 4]) == ["the value is 11, not 12", "participant 1 has 3, not 4"])
    #expect(faults([0], 5, [-2, 9]) == ["participant 0 is not covered: net outflow 5"])
    #expect(
      faults([1], 6, [9, -2]) == [
        "participant 1 is not covered: net outflow 6",
        "participant 1 is beyond its limit: net outflow 6", "1 sends 0 6 net, limit 1",
      ])
    #expect(faults([0, 0], 10, []) == ["a payment settles twice"])
    #expect(faults([2], 10, []) == ["no such payment"])
    #expect(SettleFeasibility.faults(of: [1, 1], in: problem) == [])
    #expect(SettleFeasibility.faults(of: [1, 0], in: problem).count == 1)
  }

  @Test("SETTLE: a checker of 60,000 participants takes no memory of their square")
  func large() throws {
    let count = 60_000
    let problem = try SettleProblem(
      funds: (0..<count).map { _ in Funds(balance: 1) },
      payments: (0..<count).map { QueuedPayment(from: $0, to: ($0 + 1) % count, amount: 9) })
    let ends = [Int32](repeating: 1, count: count)
    #expect(SettleFeasibility.faults(of: ends, in: problem) == [])
  }

  @Test("SIZE: each need and an allocation, against definitions that know nothing of the sizer")
  func size() throws {
    var isWrong = 0
    for seed in 0..<60 {
      let instance = try SizeInstance(seed, isOpenToAll: seed % 2 == 0)
      let sizer = try instance.sizer()
      let (flows, terms) = (instance.flows, instance.terms)
      #expect(SizeFeasibility.faults(of: sizer.needs(), flows: flows, terms: terms) == [])
      var other = flows
      guard terms.bucketCount > 0 else { continue }
      other[0][0][0] -= 100
      #expect(!SizeFeasibility.faults(of: sizer.needs(), flows: other, terms: terms).isEmpty)
      let level = try #require(ServiceLevel(0.8))
      let costs = [Double](repeating: 1, count: terms.poolCount)
      var allocation = sizer.jointAllocation(at: level, unitCosts: costs).allocation[0]
      let mayFail = level.mayFail(among: flows.count)
      func faults() throws -> [String] {
        try SizeFeasibility.faults(of: allocation, mayFail: mayFail, flows: flows, terms: terms)
      }
      #expect(try faults() == [], "seed \(seed)")
      allocation = allocation.map { _ in 0 }
      if try !faults().isEmpty { isWrong += 1 }
    }
    #expect(isWrong > 20, "nothing in the pools is seldom enough")
  }
}
