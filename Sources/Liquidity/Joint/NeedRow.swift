/// The largest needs of one pool, or of one group together, in steps: the levels worth trying.
///
/// With `p` replications allowed to fail, no level below the (p + 1)-th largest need can hold, so
/// only the replications above it matter.
struct NeedRow: Sendable {
  /// The replications with the largest needs, largest first; at most `p` of them.
  private(set) var replications: [Int32] = []
  /// Their needs.
  private(set) var needs: [Int64] = []
  /// The levels worth trying, falling.
  private(set) var levels: [Int64] = []
  /// How many of `replications` need more than each level.
  private(set) var above: [Int] = []

  /// The row of the needs of one pool, by replication.
  init(_ all: [Int64], mayFail: Int) {
    let floor = all.sorted(by: >)[mayFail]
    let order = all.indices.filter { all[$0] > floor }.sorted { (all[$1], $0) < (all[$0], $1) }
    for (place, replication) in order.enumerated() {
      if levels.last != all[replication] {
        levels.append(all[replication])
        above.append(place)
      }
      replications.append(Int32(replication))
      needs.append(all[replication])
    }
    levels.append(floor)
    above.append(order.count)
  }

  /// Names the replications by other numbers.
  mutating func rename(_ numbers: [Int32]) {
    for place in replications.indices {
      replications[place] = numbers[Int(replications[place])]
    }
  }

  /// The level below which no allocation can hold.
  var floor: Int64 { levels[levels.count - 1] }
}

/// The rows of a joint problem: those of the pools, group by group, each followed by that of the
/// group together if it has one.
struct JointRows: Sendable {
  struct Group: Sendable {
    let pools: Range<Int>
    let total: Int?
    /// The cheapest place for what the group needs beyond its pools' needs.
    let cheapest: Int
    let lowestCost: Double
  }

  private(set) var rows: [NeedRow] = []
  private(set) var groups: [Group] = []
  /// The group of each row, and what its unit costs in a pool; 0 for a row of a group together.
  private(set) var groupOfRow: [Int] = []
  private(set) var costs: [Double] = []
  /// How many replications need more than some floor; the rows number them from 0.
  private(set) var replicationCount = 0

  init(_ problem: JointProblem) {
    for (number, group) in problem.groups.enumerated() {
      let start = rows.count
      for (needs, cost) in zip(group.needs, group.unitCosts) {
        append(needs, cost, number, problem.mayFail)
      }
      let pools = start..<rows.count
      if let total = group.total { append(total, 0, number, problem.mayFail) }
      let cheapest = pools.min { (costs[$0], $0) < (costs[$1], $1) } ?? start
      groups.append(
        Group(
          pools: pools, total: group.total.map { _ in pools.upperBound }, cheapest: cheapest,
          lowestCost: costs[cheapest]))
    }
    var numbers = [Int32](repeating: -1, count: problem.replicationCount)
    for replication in rows.flatMap(\.replications) where numbers[Int(replication)] < 0 {
      numbers[Int(replication)] = Int32(replicationCount)
      replicationCount += 1
    }
    for row in rows.indices { rows[row].rename(numbers) }
  }

  private mutating func append(_ needs: [Int64], _ cost: Double, _ group: Int, _ mayFail: Int) {
    rows.append(NeedRow(needs, mayFail: mayFail))
    groupOfRow.append(group)
    costs.append(cost)
  }

  /// What a group costs at given levels of its rows.
  func cost(of group: Group, _ level: (Int) -> Int64) -> Double {
    var (sum, held) = (0.0, Int64(0))
    for row in group.pools {
      sum += costs[row] * Double(level(row))
      held += level(row)
    }
    guard let total = group.total else { return sum }
    return sum + group.lowestCost * Double(max(0, level(total) - held))
  }

  /// The allocation of given levels: what a group lacks together lies where it is cheapest.
  func allocation(_ level: (Int) -> Int64) -> [[Int64]] {
    groups.map { group in
      var held = group.pools.map(level)
      if let total = group.total {
        held[group.cheapest - group.pools.lowerBound] += max(0, level(total) - held.reduce(0, +))
      }
      return held
    }
  }
}
