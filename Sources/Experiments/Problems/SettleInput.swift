import Liquidity
import Vocabulary

/// A problem of SETTLE with its names.
///
/// Members: `participants` with `id`, `balance`, `credit` (0 where it is not given) and `sender_limit`
/// (none); `queue` with `id`, `from`, `to`, `amount`, each sender's payments in its order; and
/// `bilateral_limits` with `from`, `to`, `limit`. Amounts are whole numbers of one unit, of 64 bits.
package struct SettleInput {
  private var participants = Names()
  private var payments = Names()
  private var funds: [Funds] = []
  private var queue: [QueuedPayment] = []
  private var limits: [BilateralLimit] = []

  /// The problem of a file.
  ///
  /// - Parameter path: The file, `-` for the standard input.
  /// - Throws: `.noInput` where there is no such file; `.badInput` with every fault and its path in
  ///   the document.
  package static func read(_ path: String) throws(Failure) -> SettleInput {
    try ProblemFile.problem(path) { node, reading in try SettleInput(node, &reading) }
  }

  /// Reads a problem; faults are noted, and `nil` where some part is missing.
  init?(_ node: JSONNode, _ reading: inout JSONReading) throws {
    let members = reading.members(
      node, "$", required: ["participants", "queue"], optional: ["bilateral_limits"])
    for (place, node) in reading.items(members["participants"], "$.participants").enumerated() {
      readParticipant(node, place, &reading)
    }
    for (place, node) in reading.items(members["queue"], "$.queue").enumerated() {
      readPayment(node, place, &reading)
    }
    let list = reading.items(members["bilateral_limits"], "$.bilateral_limits")
    for (place, node) in list.enumerated() {
      readLimit(node, "$.bilateral_limits[\(place)]", &reading)
    }
    guard reading.isSound else { return nil }
    _ = try problem()
  }

  /// A participant; one that cannot be read keeps its place, so that later faults name the right one.
  private mutating func readParticipant(
    _ node: JSONNode, _ entry: Int, _ reading: inout JSONReading
  ) {
    let path = "$.participants[\(entry)]"
    let members = reading.members(
      node, path, required: ["id", "balance"], optional: ["credit", "sender_limit"])
    if let id = reading.name(members["id"], path + ".id"),
      let first = participants.add(id, entry: entry)
    {
      reading.note(path + ".id", "'\(id)' stands twice, first at $.participants[\(first)]")
    }
    let balance = reading.integer(members["balance"], path + ".balance")
    let credit = reading.amount(members["credit"], path + ".credit")
    let limit = reading.amount(members["sender_limit"], path + ".sender_limit")
    if let balance, Int128(balance) + Int128(credit ?? 0) < 0 {
      reading.expected("a balance that the credit covers", path + ".balance", found: "\(balance)")
    }
    funds.append(Funds(balance: balance ?? 0, credit: credit ?? 0, senderLimit: limit))
  }

  /// A payment; `from` and `to` are names of participants, two different ones.
  private mutating func readPayment(_ node: JSONNode, _ entry: Int, _ reading: inout JSONReading) {
    let path = "$.queue[\(entry)]"
    let members = reading.members(node, path, required: ["id", "from", "to", "amount"])
    if let id = reading.name(members["id"], path + ".id"),
      let first = payments.add(id, entry: entry)
    {
      reading.note(path + ".id", "'\(id)' stands twice, first at $.queue[\(first)]")
    }
    let from = reading.reference(members["from"], path + ".from", participants)
    let to = reading.reference(members["to"], path + ".to", participants)
    let amount = reading.integer(
      members["amount"], path + ".amount", 1 ... .max, "a whole amount above 0")
    if let from, from == to {
      reading.expected(
        "another participant than the sender", path + ".to",
        found: "'\(participants.list[from])'")
    }
    guard let from, let to, let amount else { return }
    queue.append(QueuedPayment(from: from, to: to, amount: amount))
  }

  /// How much more one participant may send to another than it receives from it.
  private mutating func readLimit(_ node: JSONNode, _ path: String, _ reading: inout JSONReading) {
    let members = reading.members(node, path, required: ["from", "to", "limit"])
    let from = reading.reference(members["from"], path + ".from", participants)
    let to = reading.reference(members["to"], path + ".to", participants)
    let limit = reading.amount(members["limit"], path + ".limit")
    guard let from, let to, let limit else { return }
    limits.append(BilateralLimit(from: from, to: to, limit: limit))
  }

  /// - Throws: `InvalidProblem` with the places of what does not go together.
  private func problem() throws(InvalidProblem) -> SettleProblem {
    try SettleProblem(funds: funds, payments: queue, bilateralLimits: limits)
  }

  /// The answer with every queue in order.
  ///
  /// The greatest set of payments that settles at once with no payment before an earlier one of its sender.
  ///
  /// - Throws: Nothing that `read` has not refused before.
  /// - Complexity: That of `SettleSolver` and of its check: O(participants + payments + limits).
  package func inOrder() throws -> ProblemAnswer {
    let problem = try problem()
    var solver = SettleSolver()
    let solution = solver.solve(problem)
    let ends = solver.settled(in: problem)
    let settled = problem.settledPlaces(ends)
    let faults =
      SettleFeasibility.faults(of: ends, in: problem)
      + faults(settled, solution.value, solver.balances(in: problem), problem)
    return Verification(claims: ["feasible", "value", "balances"], faults: faults).answer([
      ("format", .whole(1)),
      ("status", .string(solution.status.rawValue)),
      ("settled", .array(settled.map { .string(payments.list[$0]) })),
      ("value", .whole(solution.value)),
      ("balances", .amounts(participants.list, balances(after: settled))),
    ])
  }

  /// What an answer breaks of the rules, of what it says of itself, and of the balances that are
  /// printed.
  private func faults(
    _ settled: [Int], _ value: Int128, _ balances: [Int64], _ problem: SettleProblem
  ) -> [String] {
    let found = SettleFeasibility.faults(
      ofPlaces: settled, value: value, balances: balances, in: problem)
    return balances == self.balances(after: settled)
      ? found : found + ["balances are added up wrong"]
  }

  /// The answer of the search with overtaking.
  ///
  /// The best set that is found where payments may overtake, beside the one in order and the bound.
  ///
  /// - Throws: `InvalidProblem` where the search cannot take the problem.
  package func bypass() throws -> ProblemAnswer {
    let problem = try problem()
    let solution = try Bypass.solve(funds: funds, payments: queue, bilateralLimits: limits)
    let faults =
      faults(solution.settled, solution.value, balances(after: solution.settled), problem)
      + (solution.valueInOrder <= solution.value && solution.value <= solution.bound
        ? [] : ["the value lies outside of its bounds"])
    return Verification(claims: ["feasible", "value", "balances"], faults: faults).answer([
      ("format", .whole(1)),
      ("status", .string(solution.status.rawValue)),
      ("settled", .array(solution.settled.map { .string(payments.list[$0]) })),
      ("value", .whole(solution.value)),
      ("balances", .amounts(participants.list, balances(after: solution.settled))),
      ("value_in_order", .whole(solution.valueInOrder)),
      ("gain", .whole(solution.gain)),
      ("bound", .whole(solution.bound)),
    ])
  }

  /// What each participant has once some payments are settled, added up apart from the solver.
  private func balances(after settled: [Int]) -> [Int64] {
    var balances = funds.map(\.balance)
    for place in settled {
      balances[queue[place].from] -= queue[place].amount
      if let to = queue[place].to { balances[to] += queue[place].amount }
    }
    return balances
  }
}
