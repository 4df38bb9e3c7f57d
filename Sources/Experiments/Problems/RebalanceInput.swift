import Liquidity
import Vocabulary

/// A problem of REBALANCE with its names.
///
/// Members: `pools` with `id`, `currency`, `holding`, `target`; `costs` with `unfunded` and, where they are
/// given, `out`, `in`, `currency`, `pair`; `limits` on pairs of pools. A unit from one pool to another costs
/// the sum of what stands for it; what is not given costs nothing.
package struct RebalanceInput {
  private var names = Names()
  private let problem: RebalanceProblem

  private static let costs = Int64(0)...1 << 40
  private static let aCost = "a whole cost from 0 to 2⁴⁰"

  /// The problem of a file.
  ///
  /// - Parameter path: The file, `-` for the standard input.
  /// - Throws: `.noInput` where there is no such file; `.badInput` with every fault and its path in
  ///   the document.
  package static func read(_ path: String) throws(Failure) -> RebalanceInput {
    try ProblemFile.problem(path) { node, reading in try RebalanceInput(node, &reading) }
  }

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

  /// One pool; what cannot be read is noted and stands in for itself as 0, so that all faults are found.
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

  /// The costs of pools by name, from 0 to 2⁴⁰ a unit: sums of a problem then stay within 128 bits.
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

  /// The answer.
  ///
  /// Where there are 200 pools or fewer it is proven that no other answer is cheaper: no cycle of changes
  /// costs less than nothing. The answer names what was checked.
  ///
  /// - Complexity: The proof takes O(pools · givers · takers) at worst.
  package func solve() throws -> ProblemAnswer {
    var solver = RebalanceSolver()
    let solution = solver.solve(problem)
    let unfunded = solver.unfunded.enumerated().filter { $0.element > 0 }
    return verification(solver, solution).answer([
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
  /// Holds transfers, gaps and cost against the problem, apart from the solver.
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
