/// The independent checker of REBALANCE: works on pools and pairs, knows nothing of hubs.
public enum RebalanceFeasibility {
  /// What an answer breaks; empty where it keeps to every rule and its cost is the one named.
  ///
  /// - Parameters:
  ///   - transfers: The transfers of the answer.
  ///   - unfunded: What each pool lacks afterwards.
  ///   - cost: What transfers and lacking units cost together.
  /// - Complexity: O(pools + transfers + entries for pairs).
  public static func faults(
    of transfers: [RebalanceTransfer], unfunded: [Int64], cost: Int128,
    in problem: RebalanceProblem
  ) -> [String] {
    let terms = PairTerms(problem)
    var (given, taken) = ([Int128](repeating: 0, count: problem.pools.count), [Int128]())
    taken = given
    var (faults, seen, sum) = ([String](), Set<[Int]>(), Int128(0))
    for move in transfers {
      faults += terms.faults(of: move, problem)
      guard problem.pools.indices.contains(move.from), problem.pools.indices.contains(move.to)
      else { continue }
      if !seen.insert([move.from, move.to]).inserted {
        faults.append("two transfers from \(move.from) to \(move.to)")
      }
      given[move.from] += Int128(move.amount)
      taken[move.to] += Int128(move.amount)
      sum += Int128(move.amount) * Int128(terms.cost(move.from, move.to, problem))
    }
    guard unfunded.count == problem.pools.count else { return faults + ["a pool is missing"] }
    for (place, pool) in problem.pools.enumerated() {
      let gap = Int128(pool.holding) - Int128(pool.target)
      if given[place] > max(0, gap) { faults.append("pool \(place) gives below its target") }
      if taken[place] > max(0, -gap) { faults.append("pool \(place) takes above its target") }
      if Int128(unfunded[place]) != max(0, -gap) - taken[place] {
        faults.append("pool \(place) lacks \(max(0, -gap) - taken[place]), not \(unfunded[place])")
      }
      sum += Int128(unfunded[place]) * Int128(problem.unfunded)
    }
    if sum != cost { faults.append("the cost is \(sum), not \(cost)") }
    return faults
  }

  /// A change of an answer that costs less, as pools around a cycle; `nil` where the answer is
  /// optimal.
  ///
  /// A flow is cheapest if and only if no cycle of its residual network has a negative cost
  /// (Klein, 1967); Bellman and Ford's method finds one where there is one.
  ///
  /// - Complexity: O(nodes · givers · takers) at worst; a few rounds over all pairs as a rule.
  public static func improvement(
    of transfers: [RebalanceTransfer], in problem: RebalanceProblem
  ) -> [Int]? {
    var network = PairNetwork(problem)
    network.load(transfers)
    return network.negativeCycle()
  }
}

/// The entries for pairs of a problem, by pair.
struct PairTerms {
  private var costs: [[Int]: Int64] = [:]
  private var limits: [[Int]: Int64] = [:]

  init(_ problem: RebalanceProblem) {
    for cost in problem.pairCosts { costs[[cost.from, cost.to]] = cost.unit }
    for limit in problem.limits { limits[[limit.from, limit.to]] = limit.amount }
  }

  /// What a unit costs from pool to pool.
  func cost(_ from: Int, _ to: Int, _ problem: RebalanceProblem) -> Int64 {
    let pair = costs.isEmpty ? 0 : costs[[from, to]] ?? 0
    return problem.unitCost(from: from, to: to) + pair
  }

  /// The most that may go from pool to pool.
  func limit(_ from: Int, _ to: Int) -> Int64 {
    limits.isEmpty ? .max : limits[[from, to]] ?? .max
  }

  /// What is wrong with a single transfer.
  func faults(of move: RebalanceTransfer, _ problem: RebalanceProblem) -> [String] {
    let name = "transfer from \(move.from) to \(move.to)"
    let known = problem.pools.indices
    guard known.contains(move.from), known.contains(move.to) else {
      return ["\(name): no such pool"]
    }
    var faults: [String] = []
    if move.amount <= 0 { faults.append("\(name): \(move.amount) is not above zero") }
    if !problem.pools[move.from].canGive { faults.append("\(name): the giver is closed") }
    if !problem.pools[move.to].canTake { faults.append("\(name): the taker is closed") }
    if move.amount > limit(move.from, move.to) {
      faults.append("\(name): \(move.amount) is above the limit \(limit(move.from, move.to))")
    }
    return faults
  }
}
