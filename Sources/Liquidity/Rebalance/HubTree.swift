/// The spanning tree of the simplex method over hubs: who hangs from whom, what flows between, and
/// the price of money at each hub.
///
/// Nodes are the out-hubs, the in-hubs and the root. An edge between a hub and the root is the
/// hub's merit curve, any other edge an arc from out-hub to in-hub. Prices are such that along
/// each edge the price behind an arc is the price before it plus its cost.
struct HubTree: Sendable {
  /// A node and the edge to its parent.
  struct Node: Sendable {
    /// −1 for the root and for hubs that hang nowhere.
    var parent: Int32 = -1
    var firstChild: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1
    var depth: Int32 = 0
    /// What flows between hub and parent; for the child of the root its curve knows.
    var flow: Int64 = 0
  }

  private(set) var nodes: [Node] = []
  /// The price at each node, the root's last, at zero.
  private(set) var prices: [Int64] = []
  private(set) var root = 0

  /// Leaves a root with `hubCount` hubs that hang nowhere.
  mutating func reset(hubCount: Int) {
    root = hubCount
    nodes.removeAll(keepingCapacity: true)
    prices.removeAll(keepingCapacity: true)
    for _ in 0...hubCount {
      nodes.append(Node())
      prices.append(0)
    }
  }

  /// Keeps a hub out of all prices: its own is never attractive.
  mutating func exclude(_ hub: Int) { prices[hub] = -(Hubs.noArc / 2) }

  /// Changes what flows between a hub and its parent.
  @inline(__always)
  mutating func change(_ node: Int, by amount: Int64) { nodes[node].flow += amount }

  /// Hangs a node that hangs nowhere, with all below it.
  mutating func hang(_ node: Int, from parent: Int, flow: Int64, price: Int64) {
    link(node, to: parent, flow)
    nodes[node].depth = nodes[parent].depth + 1
    prices[node] = price
  }

  /// Hangs `end` with its branch from another parent: the branch is cut off above `top`, and the
  /// way from `end` up to `top` turns around.
  mutating func rehang(_ end: Int, under top: Int, from parent: Int, flow: Int64, price: Int64) {
    let change = price - prices[end]
    var (node, newParent, newFlow) = (end, parent, flow)
    while true {
      let (oldParent, oldFlow) = (Int(nodes[node].parent), nodes[node].flow)
      unlink(node)
      link(node, to: newParent, newFlow)
      if node == top { break }
      (newParent, node, newFlow) = (node, oldParent, oldFlow)
    }
    shift(end, by: change)
  }

  /// Changes the prices of a node and all below it, and notes their depths.
  mutating func shift(_ top: Int, by change: Int64) {
    HubTree.shift(top, by: change, &nodes, &prices)
  }

  private static func shift(
    _ top: Int, by change: Int64, _ nodeList: inout [Node], _ priceList: inout [Int64]
  ) {
    var nodes = nodeList.mutableSpan
    var prices = priceList.mutableSpan
    var node = top
    while true {
      prices[node] += change
      nodes[node].depth = nodes[Int(nodes[node].parent)].depth + 1
      if nodes[node].firstChild >= 0 {
        node = Int(nodes[node].firstChild)
        continue
      }
      while nodes[node].next < 0, node != top { node = Int(nodes[node].parent) }
      if node == top { return }
      node = Int(nodes[node].next)
    }
  }

  private mutating func link(_ node: Int, to parent: Int, _ flow: Int64) {
    let first = nodes[parent].firstChild
    nodes[node].parent = Int32(parent)
    nodes[node].flow = flow
    nodes[node].next = first
    nodes[node].previous = -1
    if first >= 0 { nodes[Int(first)].previous = Int32(node) }
    nodes[parent].firstChild = Int32(node)
  }

  private mutating func unlink(_ node: Int) {
    let (next, previous) = (nodes[node].next, nodes[node].previous)
    if next >= 0 { nodes[Int(next)].previous = previous }
    if previous >= 0 {
      nodes[Int(previous)].next = next
    } else {
      nodes[Int(nodes[node].parent)].firstChild = next
    }
  }
}
