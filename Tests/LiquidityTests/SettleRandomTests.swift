import TestSupport
import Testing

@testable import Liquidity

/// A random problem, small enough to try every choice.
struct SettleInstance {
  var funds: [Funds] = []
  var payments: [QueuedPayment] = []
  var limits: [BilateralLimit] = []

  init(_ seed: Int, hasLimits: Bool) {
    var dice = Dice(seed)
    let count = dice.int(2...4)
    for _ in 0..<count {
      let credit = Int64(dice.int(0...3))
      funds.append(
        Funds(
          balance: Int64(dice.int(-Int(credit)...6)), credit: credit,
          senderLimit: hasLimits && dice.int(0...2) == 0 ? Int64(dice.int(0...8)) : nil))
    }
    for _ in 0..<dice.int(0...9) {
      let from = dice.int(0...count - 1)
      let to = (from + dice.int(1...count - 1)) % count
      let leaves = dice.int(0...9) == 0
      payments.append(
        QueuedPayment(from: from, to: leaves ? nil : to, amount: Int64(dice.int(1...12))))
    }
    for from in 0..<count where hasLimits {
      for to in 0..<count where to != from && dice.int(0...2) == 0 {
        limits.append(BilateralLimit(from: from, to: to, limit: Int64(dice.int(0...8))))
      }
    }
  }

  func problem() throws -> SettleProblem {
    try SettleProblem(funds: funds, payments: payments, bilateralLimits: limits)
  }

  /// Every choice of so many payments of each sender that breaks no rule.
  func feasibleChoices(_ problem: SettleProblem) -> [[Int32]] {
    var choices: [[Int32]] = [[]]
    for sender in funds.indices {
      let length = Int32(problem.queue(of: sender).count)
      choices = choices.flatMap { choice in (0...length).map { choice + [$0] } }
    }
    return choices.filter { SettleFeasibility.faults(of: $0, in: problem).isEmpty }
  }

  /// The largest value of any set of payments, in any order.
  func bestValue(_ problem: SettleProblem) -> Int128 {
    var best: Int128 = 0
    for mask in 0..<(1 << payments.count) {
      let flows = SettleFeasibility.flows(problem) { sender, place in
        mask >> Int(problem.places[Int(problem.starts[sender]) + place]) & 1 == 1
      }
      guard SettleFeasibility.broken(by: flows, in: problem).isEmpty else { continue }
      best = max(best, flows.joined().reduce(0, +))
    }
    return best
  }
}

@Suite struct SettleRandomTests {
  @Test("the answer is the greatest of all feasible choices", arguments: [false, true])
  func bruteForce(_ hasLimits: Bool) throws {
    var solver = SettleSolver()
    for seed in 0..<500 {
      let instance = SettleInstance(seed, hasLimits: hasLimits)
      let problem = try instance.problem()
      let solution = solver.solve(problem)
      let settled = solver.settled(in: problem)
      let feasible = instance.feasibleChoices(problem)
      let supremum = instance.funds.indices.map { i in feasible.map { $0[i] }.max() ?? 0 }
      #expect(settled == supremum, "seed \(seed)")
      #expect(settled == SettleDefinition.greatest(problem), "seed \(seed)")
      #expect(solution.count == settled.reduce(0) { $0 + Int($1) })
      let worth = SettleFeasibility.flows(settled, problem).joined().reduce(0, +)
      #expect(solution.value == worth)
    }
  }

  @Test("the names of the participants change nothing") func order() throws {
    for seed in 0..<300 {
      let instance = SettleInstance(seed, hasLimits: false)
      let count = instance.funds.count
      let turned = instance.payments.map {
        QueuedPayment(
          from: count - 1 - $0.from, to: $0.to.map { count - 1 - $0 }, amount: $0.amount)
      }
      let mirror = try SettleProblem(funds: instance.funds.reversed(), payments: turned)
      let problem = try instance.problem()
      var (one, other) = (SettleSolver(), SettleSolver())
      _ = (one.solve(problem), other.solve(mirror))
      #expect(one.settled(in: problem) == other.settled(in: mirror).reversed())
    }
  }

  @Test("overtaking finds the best of all sets, and its bound says so, where payments are few")
  func bypass() throws {
    for seed in 0..<300 {
      let instance = SettleInstance(seed, hasLimits: seed % 2 == 0)
      let problem = try instance.problem()
      let answer = try Bypass.solve(
        funds: instance.funds, payments: instance.payments, bilateralLimits: instance.limits)
      let best = instance.bestValue(problem)
      #expect(answer.valueInOrder <= answer.value && answer.value == best && best == answer.bound)
      let flows = SettleFeasibility.flows(problem) { sender, place in
        answer.settled.contains(Int(problem.places[Int(problem.starts[sender]) + place]))
      }
      #expect(SettleFeasibility.broken(by: flows, in: problem).isEmpty)
      #expect(answer.status == .optimal)
    }
  }

  @Test("offsetting two by two first ends at the same answer") func offsetting() throws {
    for seed in 0..<500 {
      let instance = SettleInstance(seed, hasLimits: seed % 2 == 0)
      let problem = try instance.problem()
      let first = BilateralOffsetting.settled(in: problem)
      let whole = SettleDefinition.greatest(problem)
      #expect(SettleFeasibility.faults(of: first, in: problem).isEmpty)
      #expect(zip(first, whole).allSatisfy { $0 <= $1 }, "seed \(seed)")
    }
  }
}
