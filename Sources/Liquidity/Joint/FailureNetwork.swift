/// Which replications to give up, at a price for each: a minimum cut.
///
/// A pool that goes down a step gives up the replication that needed the step, and has gone down all
/// steps before it. So what is given up is a closure: each step brings its saving, asks for the step
/// before it and for its replication, and each replication costs the price once, however many pools
/// give it up. The best closure is what the source still reaches beside a minimum cut (Picard,
/// Management Science 22, 1976), which is found by Dinic's flow.
///
/// Invariant: arcs stand in pairs, there at an even place and back at the odd one after it.
struct FailureNetwork {
  /// A step down.
  struct Step {
    /// What it saves, from 0.
    var saving: Double
    /// The replication that it gives up, in the numbers of `JointRows`.
    var replication: Int
  }

  /// What is given up at a price.
  struct Choice {
    /// What the steps save, the price not taken off.
    var saving: Double
    /// The replications that are given up, those that cost nothing too.
    var replications: Set<Int>
  }

  private let savings: [Double]
  private let replications: [Int]
  private let total: Double
  /// Where each arc goes, and what still fits through it; `empty` is the room before any flow.
  private var target: [Int32] = []
  private var empty: [Double] = []
  private var room: [Double] = []
  /// The arcs of each node: from `start[node]` to before `start[node + 1]` in `arcs`.
  private var start: [Int32] = []
  private var arcs: [Int32] = []
  private var level: [Int32] = []
  private var cursor: [Int32] = []
  private var path: [Int32] = []

  private static let source = 0
  private static let sink = 1
  /// What is less than this share of all savings is rounding.
  private static let nothing = 1e-13

  /// The network of a chain of steps for each pool.
  init(_ chains: [[Step]]) {
    let steps = chains.joined()
    let replications = Set(steps.map(\.replication)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(replications, Int32(0)...))
    (savings, self.replications) = (steps.map(\.saving), replications)
    total = savings.reduce(0, +)
    let first = Int32(2 + savings.count)
    var node: Int32 = 2
    for chain in chains {
      for (place, step) in chain.enumerated() {
        add(Int32(FailureNetwork.source), node, step.saving / max(total, .leastNormalMagnitude))
        if place > 0 { add(node, node - 1, .infinity) }
        add(node, first + (numbers[step.replication] ?? 0), .infinity)
        node += 1
      }
    }
    for own in replications.indices { add(first + Int32(own), Int32(FailureNetwork.sink), 0) }
    sortArcs(nodes: Int(first) + replications.count)
  }

  private mutating func add(_ from: Int32, _ to: Int32, _ capacity: Double) {
    target += [to, from]
    empty += [capacity, 0]
  }

  /// Lists the arcs node by node.
  private mutating func sortArcs(nodes: Int) {
    start = [Int32](repeating: 0, count: nodes + 1)
    for arc in target.indices { start[Int(target[arc ^ 1]) + 1] += 1 }
    for node in 0..<nodes { start[node + 1] += start[node] }
    var next = start
    arcs = [Int32](repeating: 0, count: target.count)
    for arc in target.indices {
      let node = Int(target[arc ^ 1])
      arcs[Int(next[node])] = Int32(arc)
      next[node] += 1
    }
    level = [Int32](repeating: -1, count: nodes)
    cursor = level
  }
}

extension FailureNetwork {
  /// The best choice at a price of a replication, the smallest of equals, and what no choice exceeds:
  /// the most that savings less prices come to.
  ///
  /// - Parameter isFree: Which replications cost nothing.
  /// - Complexity: That of Dinic's flow; in practice a few times the number of steps.
  mutating func choice(at price: Double, isFree: (Int) -> Bool) -> (Choice, worth: Double) {
    room = empty
    let first = room.count - 2 * replications.count
    for (own, replication) in replications.enumerated() where !isFree(replication) {
      room[first + 2 * own] = price / max(total, .leastNormalMagnitude)
    }
    let flow = maximumFlow()
    let reached = level[2...].map { $0 >= 0 }
    let saving = zip(savings, reached).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let chosen = zip(replications, reached.dropFirst(savings.count)).filter(\.1).map(\.0)
    return (Choice(saving: saving, replications: Set(chosen)), total * max(0, 1 - flow))
  }

  /// As much as goes from source to sink; `level` then tells what the source still reaches.
  private mutating func maximumFlow() -> Double {
    var flow = 0.0
    var queue = [Int32](repeating: 0, count: level.count)
    while reach(&queue) {
      for node in cursor.indices { cursor[node] = start[node] }
      while let more = augment() { flow += more }
    }
    return flow
  }

  /// Levels by breadth from the source; whether the sink has one.
  private mutating func reach(_ queue: inout [Int32]) -> Bool {
    for node in level.indices { level[node] = -1 }
    level[FailureNetwork.source] = 0
    queue[0] = Int32(FailureNetwork.source)
    var (head, tail) = (0, 1)
    while head < tail {
      let node = Int(queue[head])
      head += 1
      for place in Int(start[node])..<Int(start[node + 1]) {
        let arc = Int(arcs[place])
        let next = Int(target[arc])
        guard room[arc] > FailureNetwork.nothing, level[next] < 0 else { continue }
        level[next] = level[node] + 1
        queue[tail] = Int32(next)
        tail += 1
      }
    }
    return level[FailureNetwork.sink] >= 0
  }

  /// Fills one path along the levels; `nil` where there is none.
  private mutating func augment() -> Double? {
    path.removeAll(keepingCapacity: true)
    var node = FailureNetwork.source
    while node != FailureNetwork.sink {
      if let arc = open(node) {
        path.append(Int32(arc))
        node = Int(target[arc])
      } else {
        guard let last = path.popLast() else { return nil }
        node = Int(target[Int(last) ^ 1])
        cursor[node] += 1
      }
    }
    let least = path.reduce(Double.infinity) { min($0, room[Int($1)]) }
    for arc in path {
      room[Int(arc)] -= least
      room[Int(arc) ^ 1] += least
    }
    return least
  }

  /// The next arc of a node with room to the next level.
  private mutating func open(_ node: Int) -> Int? {
    while cursor[node] < start[node + 1] {
      let arc = Int(arcs[Int(cursor[node])])
      if room[arc] > FailureNetwork.nothing, level[Int(target[arc])] == level[node] + 1 {
        return arc
      }
      cursor[node] += 1
    }
    return nil
  }
}
