/// Solves REBALANCE; keeps its tables from one problem to the next, so that solving allocates
/// nothing once they have their size.
///
/// Between windows the ranks of pools and the costs between hubs stay in the problem, see
/// `RebalanceProblem.set(holding:target:of:)`. The tree is planted anew: with 2,000 pools in 20
/// currencies it takes some 50 of its steps, less time than reading the pools, and so the answer
/// depends on the problem alone, never on what was solved before.
public struct RebalanceSolver: Sendable {
  /// The transfers of the answer last found, hub by hub, in each hub the cheapest givers first; a
  /// pair of pools occurs once.
  ///
  /// There are fewer of them than pools, but for one more with each limit that is reached.
  public private(set) var transfers: [RebalanceTransfer] = []
  /// What each pool lacks after the answer last found.
  public private(set) var unfunded: [Int64] = []
  private var simplex = HubSimplex()
  private var cursors = PartCursors()

  /// A solver without tables yet.
  public init() {}

  /// The cheapest transfers.
  ///
  /// - Complexity: O(hubs²) for each edge that enters, of which there are a few for each hub, and
  ///   O(pools + transfers) before and after.
  @discardableResult
  public mutating func solve(_ problem: RebalanceProblem) -> RebalanceSolution {
    simplex.solve(problem)
    unfunded.removeAll(keepingCapacity: true)
    for pool in problem.pools.indices { unfunded.append(problem.need(of: pool)) }
    transfers.removeAll(keepingCapacity: true)
    cursors.start(simplex.curves)
    makeTransfers(problem)
    let solution = summary(of: problem)
    assert(isSound(solution, problem), "an answer keeps to the rules, and no other costs less")
    return solution
  }

  /// Whether the independent checker finds nothing; beyond 200 pools it only looks at the rules.
  private func isSound(_ solution: RebalanceSolution, _ problem: RebalanceProblem) -> Bool {
    let faults = RebalanceFeasibility.faults(
      of: transfers, unfunded: unfunded, cost: solution.cost, in: problem)
    return faults.isEmpty
      && (problem.pools.count > 200
        || RebalanceFeasibility.improvement(of: transfers, in: problem) == nil)
  }

  /// Parts the flows of the arcs, out-hub by out-hub, among the pools at both ends.
  private mutating func makeTransfers(_ problem: RebalanceProblem) {
    let (outCount, nodes) = (problem.hubs.outCount, simplex.tree.nodes)
    for row in simplex.rows {
      let hub = Int(row)
      let parent = Int(nodes[hub].parent)
      if parent != simplex.tree.root { part(nodes[hub].flow, hub, parent) }
      var child = Int(nodes[hub].firstChild)
      while child >= 0 {
        part(nodes[child].flow, hub, child)
        child = Int(nodes[child].next)
      }
      guard !simplex.isFull.isEmpty else { continue }
      let start = hub * problem.hubs.inCount
      for into in 0..<problem.hubs.inCount where simplex.isFull[start + into] {
        part(problem.hubs.limits[start + into], hub, outCount + into)
      }
    }
  }

  /// Parts the flow from an out-hub to an in-hub among givers and takers.
  private mutating func part(_ flow: Int64, _ out: Int, _ into: Int) {
    var rest = flow
    while rest > 0 {
      let (from, given) = cursors.rest(of: out, simplex.curves)
      let (to, taken) = cursors.rest(of: into, simplex.curves)
      let amount = min(rest, given, taken)
      transfers.append(RebalanceTransfer(from: from, to: to, amount: amount))
      unfunded[to] -= amount
      cursors.use(amount, of: out, simplex.curves)
      cursors.use(amount, of: into, simplex.curves)
      rest -= amount
    }
  }

  private func summary(of problem: RebalanceProblem) -> RebalanceSolution {
    var (cost, moved, lacking) = (Int128(0), Int64(0), Int64(0))
    for transfer in transfers {
      moved += transfer.amount
      cost +=
        Int128(transfer.amount) * Int128(problem.unitCost(from: transfer.from, to: transfer.to))
    }
    if !problem.pairCosts.isEmpty { cost += pairCosts(problem) }
    for amount in unfunded { lacking += amount }
    return RebalanceSolution(
      status: .optimal, cost: cost + Int128(lacking) * Int128(problem.unfunded), moved: moved,
      unfunded: lacking, pivots: simplex.pivots, passes: simplex.passes)
  }

  /// What the entries for pairs add to the cost: the double of a pair's cost stands in its arc.
  private func pairCosts(_ problem: RebalanceProblem) -> Int128 {
    let hubs = problem.hubs
    return transfers.reduce(0) { sum, transfer in
      let (out, into) = (hubs.givers.hub[transfer.from], hubs.takers.hub[transfer.to])
      let (from, to) = (hubs.givers.currencies[out], hubs.takers.currencies[into])
      let between = problem.currencyCosts[from * problem.currencyCount + to]
      let extra = hubs.costs[out * hubs.inCount + into] / 2 - between
      return sum + Int128(transfer.amount) * Int128(extra)
    }
  }
}

/// How far the parts of each hub's flow are handed out.
private struct PartCursors: Sendable {
  /// The segment in hand, and how much of the hub's flow is handed out.
  private var places: [(segment: Int32, used: Int64)] = []

  mutating func start(_ curves: MeritCurves) {
    places.removeAll(keepingCapacity: true)
    for curve in curves.curves { places.append((curve.start, 0)) }
  }

  /// The pool in hand and what is left of its part.
  func rest(of hub: Int, _ curves: MeritCurves) -> (pool: Int, amount: Int64) {
    let (place, used) = places[hub]
    let segment = curves.segments[Int(place)]
    return (Int(segment.pool), segment.end - used)
  }

  mutating func use(_ amount: Int64, of hub: Int, _ curves: MeritCurves) {
    places[hub].used += amount
    if places[hub].used == curves.segments[Int(places[hub].segment)].end {
      places[hub].segment += 1
    }
  }
}
