/// One step: flow goes around the cycle of the entering edge, one edge leaves the tree.
extension HubSimplex {
  /// The cycle of an entering edge, in the direction of its flow, from its node next to the root.
  private struct Cycle {
    /// The node next to the root.
    var apex = 0
    /// The arc that blocks first, as its lower node, and whether that lies before the entering
    /// edge; `nil` where that is the entering arc itself.
    var blocking: (node: Int, isBefore: Bool)?
    /// How much the arcs let through.
    var room = Int64.max
    /// The hubs over whose curves the cycle leaves and enters the root, −1 where it does not.
    var first = -1
    var last = -1
  }

  /// What has to leave the tree.
  private enum Leaving {
    case first, last, arc
  }

  /// Brings an edge into the tree.
  mutating func pivot(_ entry: Entry, _ hubs: borrowing Hubs) {
    pivots += 1
    var cycle = cycle(of: entry, hubs)
    if entry.from != tree.root, entry.to != tree.root { limit(&cycle, by: entry, hubs) }
    if entry.from == tree.root { enterCurve(entry.to, rising: entry.to < hubs.outCount) }
    if entry.to == tree.root { enterCurve(entry.from, rising: entry.from >= hubs.outCount) }
    let (amount, leaving) = advance(cycle, entry.cost, hubs)
    if amount > 0 { push(amount, around: cycle, entry, hubs) }
    if leaving != .first { settlePrice(of: cycle.first, hubs) }
    if leaving != .last { settlePrice(of: cycle.last, hubs) }
    switch leaving {
    case .arc: exchange(entry, amount, leavingArcOf: cycle, hubs)
    case .first: exchange(entry, amount, leavingCurveOf: cycle.first, isFirst: true, hubs)
    case .last: exchange(entry, amount, leavingCurveOf: cycle.last, isFirst: false, hubs)
    }
  }

  /// Whether an edge's flow rises when a unit goes over it from child to parent.
  private func risesUpwards(_ node: Int, _ hubs: borrowing Hubs) -> Bool {
    node < hubs.outCount
  }

  private func place(_ one: Int, _ other: Int, _ hubs: borrowing Hubs) -> Int {
    let (out, into) = one < other ? (one, other) : (other, one)
    return out * hubs.inCount + into - hubs.outCount
  }

  /// How much the arc above a node lets through.
  private func room(above node: Int, rising: Bool, _ hubs: borrowing Hubs) -> Int64 {
    let flow = tree.nodes[node].flow
    if !rising { return flow }
    guard !hubs.limits.isEmpty else { return .max }
    let limit = hubs.limits[place(node, Int(tree.nodes[node].parent), hubs)]
    return limit == .max ? .max : limit - flow
  }

  /// Walks from both ends of an edge up to where the ways meet.
  private func cycle(of entry: Entry, _ hubs: borrowing Hubs) -> Cycle {
    var cycle = Cycle()
    var (left, right) = (entry.from, entry.to)
    if left == tree.root { cycle.first = right }
    if right == tree.root { cycle.last = left }
    var after = (room: Int64.max, node: -1)
    while left != right {
      if tree.nodes[left].depth >= tree.nodes[right].depth {
        let parent = Int(tree.nodes[left].parent)
        if parent == tree.root {
          cycle.first = left
        } else {
          let room = room(above: left, rising: !risesUpwards(left, hubs), hubs)
          if room < cycle.room { (cycle.room, cycle.blocking) = (room, (left, true)) }
        }
        left = parent
      } else {
        let parent = Int(tree.nodes[right].parent)
        if parent == tree.root {
          cycle.last = right
        } else {
          let room = room(above: right, rising: risesUpwards(right, hubs), hubs)
          if room <= after.room, room < .max { after = (room, right) }
        }
        right = parent
      }
    }
    cycle.apex = left
    if after.node >= 0, after.room <= cycle.room {
      (cycle.room, cycle.blocking) = (after.room, (after.node, false))
    }
    return cycle
  }

  /// The entering arc's own limit counts before what follows it, after what goes before.
  private func limit(_ cycle: inout Cycle, by entry: Entry, _ hubs: borrowing Hubs) {
    guard !hubs.limits.isEmpty else { return }
    let limit = hubs.limits[place(entry.from, entry.to, hubs)]
    let isFirst = cycle.blocking.map { $0.isBefore } ?? true
    if limit < cycle.room || (limit == cycle.room && isFirst) {
      (cycle.room, cycle.blocking) = (limit, nil)
    }
  }

  /// Runs along the merit curves as far as that pays and arcs let it.
  private mutating func advance(_ cycle: Cycle, _ cost: Int64, _ hubs: borrowing Hubs) -> (
    amount: Int64, leaving: Leaving
  ) {
    let (first, last) = (cycle.first, cycle.last)
    guard first >= 0 else { return (cycle.room, .arc) }
    let (firstRises, lastRises) = (first < hubs.outCount, last >= hubs.outCount)
    var walks = (first: curves.walk(first, firstRises), last: curves.walk(last, lastRises))
    var (cost, amount) = (cost, Int64(0))
    while true {
      let step = min(walks.first.room, walks.last.room, cycle.room - amount)
      amount += step
      walks.first.room -= step
      walks.last.room -= step
      let isLast = walks.last.room == 0
      if !isLast, amount == cycle.room {
        curves.end(walks, amount)
        return (amount, .arc)
      }
      let jump = isLast ? curves.jump(of: walks.last) : curves.jump(of: walks.first)
      guard let jump, cost + jump < 0 else {
        curves.end(walks, amount)
        return (amount, isLast ? .last : .first)
      }
      cost += jump
      passes += 1
      if isLast { curves.pass(&walks.last) } else { curves.pass(&walks.first) }
    }
  }
}

/// What a step does to flows, prices and the tree.
extension HubSimplex {
  private mutating func enterCurve(_ hub: Int, rising: Bool) {
    if !rising { curves.step(hub, by: -1) }
  }

  /// Changes the flows of the arcs around a cycle.
  private mutating func push(
    _ amount: Int64, around cycle: Cycle, _ entry: Entry, _ hubs: borrowing Hubs
  ) {
    var node = entry.from
    while node != cycle.apex {
      tree.change(node, by: risesUpwards(node, hubs) ? -amount : amount)
      node = Int(tree.nodes[node].parent)
    }
    node = entry.to
    while node != cycle.apex {
      tree.change(node, by: risesUpwards(node, hubs) ? amount : -amount)
      node = Int(tree.nodes[node].parent)
    }
  }

  /// The price at a hub whose curve is an edge of the tree.
  private func curvePrice(of hub: Int, _ hubs: borrowing Hubs) -> Int64 {
    hub < hubs.outCount ? curves.slope(of: hub) : -curves.slope(of: hub)
  }

  /// Brings the prices of a branch up to date where its curve has passed segments.
  private mutating func settlePrice(of hub: Int, _ hubs: borrowing Hubs) {
    guard hub >= 0, isOnRoot(hub) else { return }
    let change = curvePrice(of: hub, hubs) - tree.prices[hub]
    if change != 0 { tree.shift(hub, by: change) }
  }

  /// An arc leaves: empty, or at its limit; the entering arc itself when it ran up to its own.
  private mutating func exchange(
    _ entry: Entry, _ amount: Int64, leavingArcOf cycle: Cycle, _ hubs: borrowing Hubs
  ) {
    guard let (node, isBefore) = cycle.blocking else {
      isFull[place(entry.from, entry.to, hubs)] = entry.from < hubs.outCount
      return
    }
    if !isFull.isEmpty, risesUpwards(node, hubs) != isBefore {
      isFull[place(node, Int(tree.nodes[node].parent), hubs)] = true
    }
    enter(entry, amount, cuttingAbove: node, isBefore: isBefore, hubs)
  }

  /// A curve leaves, between two segments; perhaps the entering one.
  private mutating func exchange(
    _ entry: Entry, _ amount: Int64, leavingCurveOf hub: Int, isFirst: Bool,
    _ hubs: borrowing Hubs
  ) {
    if (hub < hubs.outCount) == isFirst { curves.step(hub, by: 1) }
    if (isFirst ? entry.from : entry.to) == tree.root { return }
    enter(entry, amount, cuttingAbove: hub, isBefore: isFirst, hubs)
  }

  /// Hangs the branch that is cut off from the other end of the entering edge.
  private mutating func enter(
    _ entry: Entry, _ amount: Int64, cuttingAbove top: Int, isBefore: Bool,
    _ hubs: borrowing Hubs
  ) {
    let (end, parent) = isBefore ? (entry.from, entry.to) : (entry.to, entry.from)
    guard parent != tree.root else {
      tree.rehang(
        end, under: top, from: parent, flow: 0, price: curvePrice(of: end, hubs))
      return
    }
    let arc = place(end, parent, hubs)
    let cost = hubs.costs[arc]
    var flow = amount
    if !isFull.isEmpty, isFull[arc] {
      flow = hubs.limits[arc] - amount
      isFull[arc] = false
    }
    tree.rehang(
      end, under: top, from: parent, flow: flow,
      price: tree.prices[parent] + (end < hubs.outCount ? -cost : cost))
  }
}
