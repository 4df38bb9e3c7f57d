import ArgumentParser
import Liquidity
import Vocabulary

/// `nostro solve settle`: which queued payments can settle at once.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract:
      "Finds the greatest set of queued payments that settles at once, each queue in order.",
    discussion: """
      {"participants":[{"id":"A","balance":3,"credit":0,"sender_limit":9}],
       "queue":[{"id":"T1","from":"A","to":"B","amount":5}],
       "bilateral_limits":[{"from":"A","to":"B","limit":10}]}

      Example: nostro solve settle queues.json
      """)

  @OptionGroup var input: ProblemFile

  @Flag(help: "Let payments overtake each other: a search with a bound, which few payments meet.")
  var bypass = false

  func run() throws {
    let queue = try input.problem { node, reading in try SettleInput(node, &reading) }
    try bypass ? queue.bypass() : queue.inOrder()
  }
}

/// A problem of SETTLE with its names.
struct SettleInput {
  private var participants = Names()
  private var payments = Names()
  private var funds: [Funds] = []
  private var queue: [QueuedPayment] = []
  private var limits: [BilateralLimit] = []

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

  private mutating func readLimit(_ node: JSONNode, _ path: String, _ reading: inout JSONReading) {
    let members = reading.members(node, path, required: ["from", "to", "limit"])
    let from = reading.reference(members["from"], path + ".from", participants)
    let to = reading.reference(members["to"], path + ".to", participants)
    let limit = reading.amount(members["limit"], path + ".limit")
    guard let from, let to, let limit else { return }
    limits.append(BilateralLimit(from: from, to: to, limit: limit))
  }

  private func problem() throws(InvalidProblem) -> SettleProblem {
    try SettleProblem(funds: funds, payments: queue, bilateralLimits: limits)
  }

  /// The answer with every queue in order.
  func inOrder() throws {
    let problem = try problem()
    var solver = SettleSolver()
    let solution = solver.solve(problem)
    let ends = solver.settled(in: problem)
    let settled = problem.settledPlaces(ends)
    let faults =
      SettleFeasibility.faults(of: ends, in: problem)
      + faults(settled, solution.value, solver.balances(in: problem), problem)
    try Verification(claims: ["feasible", "value", "balances"], faults: faults).print([
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
  func bypass() throws {
    let problem = try problem()
    let solution = try Bypass.solve(funds: funds, payments: queue, bilateralLimits: limits)
    let faults =
      faults(solution.settled, solution.value, balances(after: solution.settled), problem)
      + (solution.valueInOrder <= solution.value && solution.value <= solution.bound
        ? [] : ["the value lies outside of its bounds"])
    try Verification(claims: ["feasible", "value", "balances"], faults: faults).print([
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

  private func balances(after settled: [Int]) -> [Int64] {
    var balances = funds.map(\.balance)
    for place in settled {
      balances[queue[place].from] -= queue[place].amount
      if let to = queue[place].to { balances[to] += queue[place].amount }
    }
    return balances
  }
}
