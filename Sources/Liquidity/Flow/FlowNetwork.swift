/// A minimum-cost flow problem: nodes that supply or demand whole units, arcs that carry them.
///
/// The supplies add up to zero. Minimise Σ cost · flow with 0 ≤ flow ≤ capacity and, at each node,
/// what leaves less what comes in equal to its supply.
struct FlowNetwork: Sendable {
  /// What a node supplies, or with a minus demands.
  var supplies: [Int64]
  private(set) var sources: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var costs: [Int64] = []
  private(set) var capacities: [Int64] = []

  /// The capacity of an arc without limit.
  static let unlimited = Int64.max

  /// So many nodes without supply and arcs.
  init(nodeCount: Int) { supplies = [Int64](repeating: 0, count: nodeCount) }

  /// How many arcs there are.
  var arcCount: Int { costs.count }

  /// Adds an arc.
  mutating func connect(
    _ source: Int, _ target: Int, cost: Int64, capacity: Int64 = FlowNetwork.unlimited
  ) {
    sources.append(Int32(source))
    targets.append(Int32(target))
    costs.append(cost)
    capacities.append(capacity)
  }

  /// What a flow breaks; empty where it keeps every capacity and meets every supply.
  func faults(of flows: [Int64]) -> [String] {
    var faults: [String] = []
    var left = supplies
    for arc in 0..<arcCount {
      if flows[arc] < 0 || flows[arc] > capacities[arc] {
        faults.append("arc \(arc) carries \(flows[arc]) of \(capacities[arc])")
      }
      left[Int(sources[arc])] -= flows[arc]
      left[Int(targets[arc])] += flows[arc]
    }
    for (node, rest) in left.enumerated() where rest != 0 {
      faults.append("node \(node) has \(rest) left")
    }
    return faults
  }

  /// Whether node prices prove a flow cheapest: no arc with room left is worth its cost, and none
  /// that carries something costs more than it is worth.
  func isProof(_ prices: [Int64], for flows: [Int64]) -> Bool {
    (0..<arcCount).allSatisfy { arc in
      let reduced = costs[arc] + prices[Int(sources[arc])] - prices[Int(targets[arc])]
      return (reduced >= 0 || flows[arc] == capacities[arc]) && (reduced <= 0 || flows[arc] == 0)
    }
  }
}
