/// A rooted spanning tree with the arc and the direction that lead from each node to its parent.
struct SpanningTree: Sendable {
  var parents: [Int32] = []
  var arcs: [Int32] = []
  /// Whether the arc goes from the node to its parent.
  var isUp: [Bool] = []
  var depths: [Int32] = []
  var prices: [Int64] = []
  /// The children of a node, as a list with links both ways.
  var firstChildren: [Int32] = []
  var nextSiblings: [Int32] = []
  var previousSiblings: [Int32] = []

  /// So many nodes, the last of them the root, the others not hung up yet.
  mutating func start(nodeCount: Int) {
    if parents.count != nodeCount {
      parents = [Int32](repeating: -1, count: nodeCount)
      (arcs, depths) = (parents, parents)
      (firstChildren, nextSiblings, previousSiblings) = (parents, parents, parents)
      isUp = [Bool](repeating: false, count: nodeCount)
      prices = [Int64](repeating: 0, count: nodeCount)
    }
    firstChildren[nodeCount - 1] = -1
    (depths[nodeCount - 1], prices[nodeCount - 1]) = (0, 0)
  }

  /// Hangs a node, without children yet, below one that hangs.
  mutating func hang(_ node: Int, below parent: Int, over arc: Int32, isUp up: Bool, cost: Int64) {
    (arcs[node], isUp[node]) = (arc, up)
    prices[node] = prices[parent] + (up ? -cost : cost)
    depths[node] = depths[parent] + 1
    firstChildren[node] = -1
    link(node, below: parent)
  }

  /// Puts a node first among the children of another.
  mutating func link(_ node: Int, below parent: Int) {
    let first = firstChildren[parent]
    parents[node] = Int32(parent)
    nextSiblings[node] = first
    previousSiblings[node] = -1
    if first >= 0 { previousSiblings[Int(first)] = Int32(node) }
    firstChildren[parent] = Int32(node)
  }

  /// Takes a node from among the children of its parent.
  mutating func unlink(_ node: Int) {
    let (before, after) = (previousSiblings[node], nextSiblings[node])
    if before >= 0 {
      nextSiblings[Int(before)] = after
    } else {
      firstChildren[Int(parents[node])] = after
    }
    if after >= 0 { previousSiblings[Int(after)] = before }
  }

  /// The lowest node above two others.
  func join(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while one != other {
      if depths[one] >= depths[other] {
        one = Int(parents[one])
      } else {
        other = Int(parents[other])
      }
    }
    return one
  }

  /// Cuts the subtree of `top` off and hangs it up again by its node `node`, below `parent` and
  /// over `arc`; depths and prices of the subtree follow.
  mutating func rehang(
    _ top: Int, by node: Int, below parent: Int, over arc: Int32, isUp up: Bool, cost: Int64
  ) {
    var (node0, parent0, arc0, up0) = (node, parent, arc, up)
    while true {
      let (oldParent, oldArc, oldUp) = (Int(parents[node0]), arcs[node0], isUp[node0])
      unlink(node0)
      link(node0, below: parent0)
      (arcs[node0], isUp[node0]) = (arc0, up0)
      if node0 == top { break }
      (parent0, node0, arc0, up0) = (node0, oldParent, oldArc, !oldUp)
    }
    let change = prices[parent] + (up ? -cost : cost) - prices[node]
    shift(node, by: change)
  }

  /// Moves the prices of a subtree and sets its depths anew.
  private mutating func shift(_ top: Int, by change: Int64) {
    var node = top
    while true {
      prices[node] += change
      depths[node] = depths[Int(parents[node])] + 1
      if firstChildren[node] >= 0 {
        node = Int(firstChildren[node])
        continue
      }
      while nextSiblings[node] < 0, node != top { node = Int(parents[node]) }
      if node == top { return }
      node = Int(nextSiblings[node])
    }
  }
}
