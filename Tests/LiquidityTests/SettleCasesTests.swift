import Foundation
import Testing

@testable import Liquidity

/// A published gridlock: MAS Project Ubin, Phase 2, test cases (Apache-2.0), and four more.
struct Gridlock: Decodable, Sendable, CustomTestStringConvertible {
  let banks: [String]
  let open: [Int64]
  let queue: [String]
  let fifo_max: [String]
  let fifo_max_balances: [Int64]
  let fifo_max_value: Int
  let max_value: Int

  static let all: [Gridlock] = {
    let data = try? Cases.data("gridlock.json")
    let table = data.flatMap { try? JSONDecoder().decode([String: Gridlock].self, from: $0) } ?? [:]
    return table.sorted { $0.key < $1.key }.map(\.value)
  }()

  var testDescription: String { queue.joined(separator: ", ") }

  /// `T1:A->B 2`.
  var payments: [QueuedPayment] {
    queue.map { line in
      let parts = line.split { ":-> ".contains($0) }.map { String($0) }
      return QueuedPayment(
        from: banks.firstIndex(of: parts[1])!, to: banks.firstIndex(of: parts[2])!,
        amount: Int64(parts[3])!)
    }
  }

  func names(_ places: [Int]) -> [String] {
    places.map { String(queue[$0].prefix { $0 != ":" }) }
  }
}

@Suite struct SettleCasesTests {
  @Test("there are fourteen worked cases") func count() { #expect(Gridlock.all.count == 14) }

  @Test("the settled payments and closing balances are those published", arguments: Gridlock.all)
  func published(_ gridlock: Gridlock) throws {
    let problem = try SettleProblem(
      funds: gridlock.open.map { Funds(balance: $0) }, payments: gridlock.payments)
    var solver = SettleSolver()
    let solution = solver.solve(problem)
    let places = problem.settledPlaces(solver.settled(in: problem))
    #expect(gridlock.names(places) == gridlock.fifo_max)
    #expect(solver.balances(in: problem) == gridlock.fifo_max_balances)
    #expect(solution.value == Int128(gridlock.fifo_max_value))
    #expect(solution.count == gridlock.fifo_max.count)
  }

  @Test("overtaking finds what is worth most in any order", arguments: Gridlock.all)
  func bypass(_ gridlock: Gridlock) throws {
    let answer = try Bypass.solve(
      funds: gridlock.open.map { Funds(balance: $0) }, payments: gridlock.payments)
    #expect(answer.value == Int128(gridlock.max_value))
    #expect(answer.valueInOrder == Int128(gridlock.fifo_max_value))
    #expect(answer.status == .optimal && answer.bound == answer.value)
  }

  @Test("what is wrong with a problem is told all at once, each with its place")
  func faults() {
    let error = #expect(throws: InvalidProblem.self) {
      try SettleProblem(
        funds: [Funds(balance: -1), Funds(balance: 0, credit: -2)],
        payments: [
          QueuedPayment(from: 0, to: 1, amount: 0), QueuedPayment(from: 0, to: 2, amount: 1),
          QueuedPayment(from: 1, to: 1, amount: 1),
        ],
        bilateralLimits: [BilateralLimit(from: 0, to: 1, limit: -1)])
    }
    #expect(
      error?.faults.map(\.place) == [
        "participants[0].balance", "participants[1].credit", "queue[0].amount", "queue[1].to",
        "queue[2].to", "bilateral_limits[0].limit",
      ])
  }

  @Test("nobody and nothing settle to nothing") func empty() throws {
    let problem = try SettleProblem(funds: [], payments: [])
    var solver = SettleSolver()
    #expect(solver.solve(problem).count == 0)
    #expect(solver.balances(in: problem).isEmpty)
  }

  @Test("more than 2⁶¹ units in one problem are refused") func volume() {
    #expect(throws: InvalidProblem.self) {
      try SettleProblem(
        funds: [Funds(balance: 0), Funds(balance: 0)],
        payments: [QueuedPayment(from: 0, to: 1, amount: 1 << 61 + 1)])
    }
  }
}
