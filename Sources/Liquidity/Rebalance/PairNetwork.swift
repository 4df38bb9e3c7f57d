/// REBALANCE as a network of pools and pairs, in the plainest form: every giver, every taker, an
/// edge for each allowed pair, a source before the givers and a sink behind the takers.
///
/// For the checker and for the plain twin of the solver; O(givers · takers) space.
struct PairNetwork {
  /// An edge with room in both directions.
  struct Edge {
    let from: Int
    let to: Int
    let cost: Int64
    let limit: Int64
    var flow: Int64 = 0
  }

  /// Pools, then the source, then the sink.
  let nodeCount: Int
  private(set) var edges: [Edge] = []
  private var edgeOfPair: [[Int]: Int] = [:]

  /// The source, from which surplus comes.
  var source: Int { nodeCount - 2 }
  /// The sink, where need is met; a unit there is worth what it would cost lacking.
  var sink: Int { nodeCount - 1 }

  /// An empty flow.
  init(_ problem: RebalanceProblem) {
    nodeCount = problem.pools.count + 2
    let terms = PairTerms(problem)
    let givers = problem.pools.indices.filter { problem.surplus(of: $0) > 0 }
    let takers = problem.pools.indices.filter {
      problem.pools[$0].canTake && problem.need(of: $0) > 0
    }
    for pool in givers { add(source, pool, 0, problem.surplus(of: pool)) }
    for pool in takers { add(pool, sink, -problem.unfunded, problem.need(of: pool)) }
    for from in givers {
      for to in takers where terms.limit(from, to) > 0 {
        add(from, to, terms.cost(from, to, problem), terms.limit(from, to))
      }
    }
  }

  private mutating func add(_ from: Int, _ to: Int, _ cost: Int64, _ limit: Int64) {
    edgeOfPair[[from, to]] = edges.count
    edges.append(Edge(from: from, to: to, cost: cost, limit: limit))
  }

  /// Lets transfers flow from the source to the sink.
  mutating func load(_ transfers: [RebalanceTransfer]) {
    for move in transfers {
      for pair in [[source, move.from], [move.from, move.to], [move.to, sink]] {
        if let edge = edgeOfPair[pair] { edges[edge].flow += move.amount }
      }
    }
  }

  /// Bellman and Ford's rounds: the distances from `start`, or from everywhere at once, and the
  /// step that leads to each node (an edge, and whether along it).
  ///
  /// The last node that a round beyond the number of nodes still brought nearer lies behind a
  /// negative cycle.
  func rounds(from start: Int?) -> (
    distances: [Int128?], steps: [(edge: Int, isAlong: Bool)?], late: Int?
  ) {
    var distances = [Int128?](repeating: start == nil ? 0 : nil, count: nodeCount)
    var steps = [(edge: Int, isAlong: Bool)?](repeating: nil, count: nodeCount)
    if let start { distances[start] = 0 }
    var (late, round): (Int?, Int) = (nil, 0)
    repeat {
      (late, round) = (nil, round + 1)
      for (place, edge) in edges.enumerated() {
        let cost = Int128(edge.cost)
        if edge.flow < edge.limit, let distance = distances[edge.from],
          distance + cost < distances[edge.to] ?? .max
        {
          (distances[edge.to], steps[edge.to], late) = (distance + cost, (place, true), edge.to)
        }
        if edge.flow > 0, let distance = distances[edge.to],
          distance - cost < distances[edge.from] ?? .max
        {
          (distances[edge.from], steps[edge.from], late) =
            (distance - cost, (place, false), edge.from)
        }
      }
    } while late != nil && round <= nodeCount
    return (distances, steps, late)
  }

  /// The node before a step.
  func origin(of step: (edge: Int, isAlong: Bool)) -> Int {
    step.isAlong ? edges[step.edge].from : edges[step.edge].to
  }

  /// A cycle of negative cost in the residual network, where units may also return from sink to
  /// source at no cost: more or less may flow in all.
  func negativeCycle() -> [Int]? {
    var closed = self
    let total = edges.reduce(Int64(0)) { $1.from == source ? $0 + $1.flow : $0 }
    closed.edges.append(Edge(from: sink, to: source, cost: 0, limit: .max, flow: total))
    let (_, steps, late) = closed.rounds(from: nil)
    guard var node = late else { return nil }
    for _ in 0..<nodeCount { node = steps[node].map { closed.origin(of: $0) } ?? node }
    var cycle = [node]
    while let step = steps[cycle[cycle.count - 1]], closed.origin(of: step) != node {
      cycle.append(closed.origin(of: step))
    }
    return cycle.reversed()
  }

  /// Sends as much as fits along the steps that lead to the sink.
  mutating func augment(along steps: [(edge: Int, isAlong: Bool)?]) {
    var (path, node): ([(edge: Int, isAlong: Bool)], Int) = ([], sink)
    while node != source, let step = steps[node] {
      path.append(step)
      node = origin(of: step)
    }
    let amount = path.map { step in
      step.isAlong ? edges[step.edge].limit - edges[step.edge].flow : edges[step.edge].flow
    }.min()
    for step in path { edges[step.edge].flow += (step.isAlong ? 1 : -1) * (amount ?? 0) }
  }
}
