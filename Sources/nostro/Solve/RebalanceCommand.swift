import ArgumentParser
import Liquidity
import Vocabulary

/// `nostro solve rebalance`: the cheapest transfers that bring pools to target.
struct RebalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebalance",
    abstract: "Finds the cheapest transfers that bring pools to their targets.",
    discussion: """
      {"pools":[{"id":"A","currency":"USD","holding":110,"target":100}],
       "costs":{"out":{"A":0},"in":{"C":0},"currency":[{"from":"USD","to":"EUR","unit":2}],
                "pair":[{"from":"A","to":"C","unit":3}],"unfunded":1000},
       "limits":[{"from":"A","to":"C","amount":50}]}

      A unit from i to j costs out_i + currency + in_j + pair; what is not given is 0. Amounts are \
      in one base unit. What a pool lacks and does not get costs "unfunded"; what it has above \
      its target may stay.

      Example: nostro solve rebalance window.json
      """)

  @OptionGroup var input: ProblemFile

  func run() throws {
    let rebalance = try input.problem { node, reading in try RebalanceInput(node, &reading) }
    try rebalance.solve()
  }
}

/// A problem of REBALANCE with its names.
struct RebalanceInput {
  private var names = Names()
  private let problem: RebalanceProblem

  private static let costs = Int64(0)...1 << 40
  private static let aCost = "a whole cost from 0 to 2⁴⁰"

  /// Reads a problem; faults are noted, and `nil` where some part is missing.
  init?(_ node: JSONNode, _ reading: inout JSONReading) throws {
    let members = reading.members(
      node, "$", required: ["pools", "costs"], optional: ["limits"])
    var (names, currencies, pools) = (Names(), Names(), [RebalancePool]())
    for (place, node) in reading.items(members["pools"], "$.pools").enumerated() {
      pools.append(RebalanceInput.pool(node, place, &names, &currencies, &reading))
    }
    let costs = reading.members(
      members["costs"], "$.costs", required: ["unfunded"],
      optional: ["out", "in", "currency", "pair"])
    for (key, field) in [("out", \RebalancePool.outCost), ("in", \.inCost)] {
      RebalanceInput.readCosts(costs[key], "$.costs.\(key)", names, field, &pools, &reading)
    }
    let between = RebalanceInput.pairs(
      costs["currency"], "$.costs.currency", "unit", currencies, &reading)
    let pairs = RebalanceInput.pairs(costs["pair"], "$.costs.pair", "unit", names, &reading)
    let limits = RebalanceInput.pairs(members["limits"], "$.limits", "amount", names, &reading)
    let unfunded = reading.integer(
      costs["unfunded"], "$.costs.unfunded", RebalanceInput.costs, RebalanceInput.aCost)
    guard reading.isSound, let unfunded else { return nil }
    problem = try RebalanceProblem(
      pools: pools, currencyCount: max(1, currencies.list.count),
      currencyCosts: between.map {
        UnitCost(from: $0.from, to: $0.to, unit: $0.value)
      }, pairCosts: pairs.map { UnitCost(from: $0.from, to: $0.to, unit: $0.value) },
      limits: limits.map { TransferLimit(from: $0.from, to: $0.to, amount: $0.value) },
      unfunded: unfunded)
    self.names = names
  }

  private static func pool(
    _ node: JSONNode, _ entry: Int, _ names: inout Names, _ currencies: inout Names,
    _ reading: inout JSONReading
  ) -> RebalancePool {
    let path = "$.pools[\(entry)]"
    let members = reading.members(node, path, required: ["id", "currency", "holding", "target"])
    if let id = reading.name(members["id"], path + ".id"), let first = names.add(id, entry: entry) {
      reading.note(path + ".id", "'\(id)' stands twice, first at $.pools[\(first)]")
    }
    let currency = reading.name(members["currency"], path + ".currency") ?? ""
    _ = currencies.add(currency, entry: entry)
    return RebalancePool(
      currency: currencies.places[currency] ?? 0,
      holding: reading.integer(members["holding"], path + ".holding") ?? 0,
      target: reading.amount(members["target"], path + ".target") ?? 0)
  }

  private static func readCosts(
    _ node: JSONNode?, _ path: String, _ names: Names,
    _ field: WritableKeyPath<RebalancePool, Int64>,
    _ pools: inout [RebalancePool], _ reading: inout JSONReading
  ) {
    for (name, value) in reading.entries(node, path) ?? [] {
      let place = reading.reference(.string(name), "\(path).\(name)", names)
      let cost = reading.integer(value, "\(path).\(name)", costs, aCost)
      if let place, let cost { pools[place][keyPath: field] = cost }
    }
  }

  /// Values of pairs of names, each pair once; costs are bounded, amounts are not.
  private static func pairs(
    _ node: JSONNode?, _ path: String, _ field: String, _ names: Names,
    _ reading: inout JSONReading
  ) -> [(from: Int, to: Int, value: Int64)] {
    var firsts: [[Int]: Int] = [:]
    return reading.items(node, path).enumerated().compactMap { place, node in
      let (list, path) = (path, "\(path)[\(place)]")
      let members = reading.members(node, path, required: ["from", "to", field])
      let from = reading.reference(members["from"], path + ".from", names)
      let to = reading.reference(members["to"], path + ".to", names)
      let value =
        field == "unit"
        ? reading.integer(members[field], "\(path).\(field)", costs, aCost)
        : reading.amount(members[field], "\(path).\(field)")
      guard let from, let to else { return nil }
      if let first = firsts[[from, to]] {
        reading.note(path, "stands twice, first at \(list)[\(first)]")
      } else {
        firsts[[from, to]] = place
      }
      return value.map { (from, to, $0) }
    }
  }

  /// Up to how many pools it is checked that no other answer is cheaper: a fraction of a second.
  private static let mostProven = 200

  /// Prints the answer.
  func solve() throws {
    var solver = RebalanceSolver()
    let solution = solver.solve(problem)
    let unfunded = solver.unfunded.enumerated().filter { $0.element > 0 }
    try verification(solver, solution).print([
      ("format", .whole(1)),
      ("status", .string(solution.status.rawValue)),
      ("cost", .whole(solution.cost)),
      (
        "transfers",
        .array(
          solver.transfers.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map { transfer in
            .object([
              ("from", .string(names.list[transfer.from])),
              ("to", .string(names.list[transfer.to])),
              ("amount", .whole(transfer.amount)),
            ])
          })
      ),
      (
        "unfunded",
        .object(unfunded.map { (names.list[$0.offset], .whole($0.element)) })
      ),
    ])
  }
  private func verification(_ solver: RebalanceSolver, _ solution: RebalanceSolution)
    -> Verification
  {
    var faults = RebalanceFeasibility.faults(
      of: solver.transfers, unfunded: solver.unfunded, cost: solution.cost, in: problem)
    guard problem.pools.count <= RebalanceInput.mostProven else {
      return Verification(claims: ["feasible", "cost"], faults: faults)
    }
    if let cycle = RebalanceFeasibility.improvement(of: solver.transfers, in: problem) {
      faults.append("a change around \(cycle.count) pools costs less")
    }
    return Verification(claims: ["feasible", "cost", "optimal"], faults: faults)
  }
}
