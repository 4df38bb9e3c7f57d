/// The network simplex method over hubs.
///
/// Nodes are hubs, not pools: the pools are segments of merit curves, and one step runs through as
/// many of them as pay. A step is the same as that many simplex steps over single pools, without
/// the tree between them. Each leaving edge is the last that blocks on the way around the cycle, so
/// the tree stays strongly feasible (Cunningham, 1976): from every node a unit could flow to the
/// root, no tree comes twice, and the method ends.
struct HubSimplex: Sendable {
  var curves = MeritCurves()
  var tree = HubTree()
  /// The arcs at their limit, where there are limits.
  var isFull: [Bool] = []
  /// The out-hubs that hang in the tree or could.
  var rows: [Int32] = []
  /// The row with which the search for the next edge goes on.
  var cursor = 0
  /// How many edges entered, and how many segments they passed.
  var pivots = 0
  var passes = 0

  /// Finds the cheapest flow.
  mutating func solve(_ problem: RebalanceProblem) {
    curves.load(problem)
    (cursor, pivots, passes) = (0, 0, 0)
    isFull.removeAll(keepingCapacity: true)
    isFull.append(contentsOf: repeatElement(false, count: problem.hubs.limits.count))
    plant(problem.hubs)
    while let entry = nextEntry(problem.hubs) { pivot(entry, problem.hubs) }
  }

  /// The first tree: in-hubs hang from the root, each out-hub from the in-hub worth most to it.
  private mutating func plant(_ hubs: borrowing Hubs) {
    let outCount = hubs.outCount
    tree.reset(hubCount: outCount + hubs.inCount)
    rows.removeAll(keepingCapacity: true)
    for hub in outCount..<tree.root {
      if curves.isActive(hub) {
        tree.hang(hub, from: tree.root, flow: 0, price: -curves.slope(of: hub))
      } else {
        tree.exclude(hub)
      }
    }
    for hub in 0..<outCount where curves.isActive(hub) {
      let (best, price) = bestTaker(of: hub, hubs)
      guard best >= 0, curves.isActive(best) else { continue }
      tree.hang(hub, from: best, flow: 0, price: price)
      rows.append(Int32(hub))
    }
  }

  /// The in-hub to which an out-hub's money is worth most, −1 where it can go nowhere.
  private func bestTaker(of hub: Int, _ hubs: borrowing Hubs) -> (hub: Int, price: Int64) {
    let (costs, prices) = (hubs.costs.span, tree.prices.span)
    var (best, bestPrice) = (-1, Int64.min)
    for into in 0..<hubs.inCount {
      let cost = costs[unchecked: hub &* hubs.inCount &+ into]
      let price = prices[unchecked: hubs.outCount &+ into] &- cost
      if price > bestPrice, cost < Hubs.noArc {
        (best, bestPrice) = (hubs.outCount &+ into, price)
      }
    }
    return (best, bestPrice)
  }

  /// Whether a hub hangs from the root: its curve is an edge of the tree.
  func isOnRoot(_ hub: Int) -> Bool { Int(tree.nodes[hub].parent) == tree.root }
}

/// The search for an edge that makes the flow cheaper.
extension HubSimplex {
  /// An edge that enters the tree: a unit goes from one node to another over it.
  struct Entry {
    /// Where the unit leaves and where it arrives.
    var from: Int
    var to: Int
    /// What a unit around the cycle costs, below zero.
    var cost: Int64 = 0
  }

  /// The best entry of the first row that has any; the in-hubs' curves count as one more row.
  mutating func nextEntry(_ hubs: borrowing Hubs) -> Entry? {
    var best = Entry(from: -1, to: -1)
    for _ in 0...rows.count {
      let row = cursor
      cursor = cursor == rows.count ? 0 : cursor + 1
      if row == rows.count {
        for hub in hubs.outCount..<tree.root { considerCurve(ofIn: hub, &best) }
      } else {
        considerCurve(ofOut: Int(rows[row]), &best)
        considerArcs(of: Int(rows[row]), hubs, &best)
      }
      if best.cost < 0 { return best }
    }
    return nil
  }

  /// The supply of an out-hub rises where it is cheaper than money there, else falls.
  private func considerCurve(ofOut hub: Int, _ best: inout Entry) {
    guard !isOnRoot(hub) else { return }
    let price = tree.prices[hub]
    if let slope = curves.slopeRight(of: hub), slope - price < best.cost {
      best = Entry(from: tree.root, to: hub, cost: slope - price)
    }
    if let slope = curves.slopeLeft(of: hub), price - slope < best.cost {
      best = Entry(from: hub, to: tree.root, cost: price - slope)
    }
  }

  /// The demand of an in-hub rises where it is worth more than money there costs, else falls.
  private func considerCurve(ofIn hub: Int, _ best: inout Entry) {
    guard !isOnRoot(hub) else { return }
    let price = tree.prices[hub]
    if let slope = curves.slopeRight(of: hub), price + slope < best.cost {
      best = Entry(from: hub, to: tree.root, cost: price + slope)
    }
    if let slope = curves.slopeLeft(of: hub), -price - slope < best.cost {
      best = Entry(from: tree.root, to: hub, cost: -price - slope)
    }
  }

  private func considerArcs(of hub: Int, _ hubs: borrowing Hubs, _ best: inout Entry) {
    let (width, outCount) = (hubs.inCount, hubs.outCount)
    let (costs, prices) = (hubs.costs.span, tree.prices.span)
    let (row, price) = (hub * width, tree.prices[hub])
    if isFull.isEmpty {
      for into in 0..<width {
        let cost = costs[unchecked: row &+ into] &+ price &- prices[unchecked: outCount &+ into]
        if cost < best.cost { best = Entry(from: hub, to: outCount + into, cost: cost) }
      }
      return
    }
    for into in 0..<width {
      let cost = costs[row + into] + price - prices[outCount + into]
      if isFull[row + into] {
        if -cost < best.cost { best = Entry(from: outCount + into, to: hub, cost: -cost) }
      } else if cost < best.cost {
        best = Entry(from: hub, to: outCount + into, cost: cost)
      }
    }
  }
}
