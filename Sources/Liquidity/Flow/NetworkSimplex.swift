/// The primal network simplex method with block search and strongly feasible trees.
///
/// A spanning tree carries the flow; every other arc is empty or full. An arc whose reduced cost
/// says that moving flow around its cycle saves money enters, the first arc to block leaves, and
/// the prices of one side of the tree move. Among equal blocks the last one in the direction of
/// the cycle leaves, which keeps the tree able to send flow from each node to the root, so that no
/// tree comes twice (Cunningham, Math. Program. 11, 1976; block search: Király and Kovács, Acta
/// Univ. Sapientiae 4, 2012). The last node of the network is the root.
///
/// The arrays stay for the next network of the same size: solving again allocates nothing.
struct NetworkSimplex: Sendable {
  /// What each arc carries, and the price of a unit at each node.
  var flows: [Int64] = []
  var prices: [Int64] { tree.prices }
  private(set) var pivots = 0
  private var next = 0
  /// +1 empty, 0 in the tree, −1 full.
  private var states: [Int8] = []
  private var tree = SpanningTree()

  /// The arc that leads from a node towards the root in the first tree, and what it carries.
  struct Branch {
    /// The node and the one above it.
    let node: Int
    let parent: Int
    /// The arc, and whether it goes from the node to the one above.
    let arc: Int
    let isUp: Bool
    /// What it carries: above zero where it goes down, from zero where it goes up.
    let flow: Int64
  }

  /// Finds the cheapest flow.
  ///
  /// - Parameter branches: A feasible tree to begin with, every node after the one above it.
  /// - Precondition: |cost| · nodes, supplies and bounded capacities stay below 2⁶¹ in all, and no
  ///   cycle of arcs without limit costs less than nothing.
  mutating func solve(_ network: FlowNetwork, from branches: some Sequence<Branch>) {
    flows.removeAll(keepingCapacity: true)
    flows.append(contentsOf: repeatElement(0, count: network.arcCount))
    states.removeAll(keepingCapacity: true)
    states.append(contentsOf: repeatElement(1, count: network.arcCount))
    (pivots, next) = (0, 0)
    tree.start(nodeCount: network.supplies.count)
    for branch in branches {
      flows[branch.arc] = branch.flow
      states[branch.arc] = 0
      tree.hang(
        branch.node, below: branch.parent, over: Int32(branch.arc), isUp: branch.isUp,
        cost: network.costs[branch.arc])
    }
    while true {
      let (entering, last) = entering(network)
      guard let entering else { break }
      next = last
      pivot(entering, network)
    }
    assert(network.faults(of: flows).isEmpty && network.isProof(prices, for: flows))
  }
}

/// The choice of arcs and the change of tree.
extension NetworkSimplex {
  /// The arc of a block that saves most for a unit, and where the search ended; blocks are
  /// searched in turn.
  private func entering(_ network: borrowing FlowNetwork) -> (arc: Int?, next: Int) {
    let (sources, targets, costs) = (network.sources.span, network.targets.span, network.costs.span)
    let (states, prices) = (states.span, tree.prices.span)
    let count = states.count
    let block = max(20, Int(Double(count).squareRoot()))
    var (arc, best, lowest, left) = (next, -1, Int64(0), block)
    for _ in 0..<count {
      if arc >= count { arc = 0 }
      let reduced =
        costs[unchecked: arc] &+ prices[unchecked: Int(sources[unchecked: arc])]
        &- prices[unchecked: Int(targets[unchecked: arc])]
      let saving = reduced &* Int64(states[unchecked: arc])
      if saving < lowest { (lowest, best) = (saving, arc) }
      arc += 1
      left -= 1
      if left == 0 {
        if best >= 0 { break }
        left = block
      }
    }
    return (best >= 0 ? best : nil, arc)
  }

  /// Moves flow around the cycle of an arc, and changes the tree where another arc blocks.
  private mutating func pivot(_ entering: Int, _ network: borrowing FlowNetwork) {
    pivots += 1
    let (source, target) = (Int(network.sources[entering]), Int(network.targets[entering]))
    let isEmpty = states[entering] > 0
    let (first, second) = isEmpty ? (source, target) : (target, source)
    let join = tree.join(source, target)
    let block = blocking(network.capacities[entering], first, second, join, network)
    if block.amount > 0 {
      push(isEmpty ? block.amount : -block.amount, entering, source, target, join)
    }
    guard block.node >= 0 else {
      states[entering] = -states[entering]
      return
    }
    let leaving = Int(tree.arcs[block.node])
    states[entering] = 0
    states[leaving] = flows[leaving] == 0 ? 1 : -1
    let (node, parent) = block.isFirst ? (first, second) : (second, first)
    tree.rehang(
      block.node, by: node, below: parent, over: Int32(entering), isUp: node == source,
      cost: network.costs[entering])
  }

  /// How much can go around a cycle, and the node above which the arc lies that blocks it; −1
  /// where the entering arc itself does.
  private func blocking(
    _ capacity: Int64, _ first: Int, _ second: Int, _ join: Int, _ network: borrowing FlowNetwork
  ) -> (amount: Int64, node: Int, isFirst: Bool) {
    var amount = capacity
    var (blocked, isFirst) = (-1, true)
    var node = first
    while node != join {
      let room = room(node, isUpwards: false, network)
      if room < amount { (amount, blocked) = (room, node) }
      node = Int(tree.parents[node])
    }
    node = second
    while node != join {
      let room = room(node, isUpwards: true, network)
      if room <= amount { (amount, blocked, isFirst) = (room, node, false) }
      node = Int(tree.parents[node])
    }
    precondition(amount < .max, "some arc bounds every cycle that saves")
    return (amount, blocked, isFirst)
  }

  /// How much more can flow between a node and its parent.
  private func room(_ node: Int, isUpwards: Bool, _ network: borrowing FlowNetwork) -> Int64 {
    let arc = Int(tree.arcs[node])
    if tree.isUp[node] != isUpwards { return flows[arc] }
    let capacity = network.capacities[arc]
    return capacity == FlowNetwork.unlimited ? .max : capacity - flows[arc]
  }

  private mutating func push(
    _ amount: Int64, _ entering: Int, _ source: Int, _ target: Int, _ join: Int
  ) {
    flows[entering] += amount
    var node = source
    while node != join {
      flows[Int(tree.arcs[node])] += tree.isUp[node] ? -amount : amount
      node = Int(tree.parents[node])
    }
    node = target
    while node != join {
      flows[Int(tree.arcs[node])] += tree.isUp[node] ? amount : -amount
      node = Int(tree.parents[node])
    }
  }
}
