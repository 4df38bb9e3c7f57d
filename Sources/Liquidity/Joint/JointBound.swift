/// A certified lower bound for a joint problem.
///
/// Let w_s in [0, 1] say to which share replication s is kept; at most `p` may be dropped in all.
/// A row's level is at least the Lovász extension of "the largest need of those kept" at w, which
/// is convex, and whose pieces are the star inequalities of the mixing set (Luedtke, Ahmed,
/// Nemhauser, Math. Program. 122, 2010). The bound is the least of their sum over w: every
/// subgradient gives a cut, every mean of cuts is a cut, and the least of a cut over all w is
/// known at once: the largest coefficients are dropped. Steps are Polyak's.
struct JointBound {
  private let rows: JointRows
  private let mayFail: Int
  private var weights: [Double]
  private var slope: [Double]
  private var meanSlope: [Double]
  private var meanValue = 0.0
  private var meanWeight = 0.0
  private(set) var best: Double
  private(set) var cuts = 0

  init(_ rows: JointRows, _ problem: JointProblem) {
    self.rows = rows
    mayFail = problem.mayFail
    best = rows.groups.reduce(0) { $0 + rows.cost(of: $1) { rows.rows[$0].floor } }
    weights = [Double](repeating: 1, count: rows.replicationCount)
    slope = weights
    meanSlope = [Double](repeating: 0, count: rows.replicationCount)
  }

  /// Takes cuts until the bound meets `cost` within `tolerance` or their number is reached.
  mutating func run(cost: Double, most: Int, tolerance: Double) {
    var scale = 1.0
    for _ in 0..<most {
      let value = cut()
      cuts += 1
      let before = best
      note(value)
      if cost - best <= tolerance * abs(cost) { return }
      if best <= before { scale = max(0.05, scale * 0.97) }
      let target = best > 0 ? (best + cost) / 2 : 0.98 * cost
      let norm = slope.reduce(0) { $0 + $1 * $1 }
      guard norm > 0 else { return }
      let step = scale * max(value - target, 0.002 * abs(cost)) / norm
      move(by: step)
    }
  }
}

extension JointBound {
  /// The value of the relaxation at the present weights; `slope` becomes its subgradient.
  private mutating func cut() -> Double {
    for place in slope.indices { slope[place] = 0 }
    var value = 0.0
    for group in rows.groups {
      let levels = group.pools.map { extended($0) }
      let asked = group.total.map { extended($0) } ?? -.infinity
      let isTogether = asked > levels.reduce(0, +)
      for (row, level) in zip(group.pools, levels) {
        let weight = rows.costs[row] - (isTogether ? group.lowestCost : 0)
        value += weight * level
        if weight != 0 { addSlope(row, weight) }
      }
      guard isTogether, let total = group.total else { continue }
      value += group.lowestCost * asked
      addSlope(total, group.lowestCost)
    }
    return value
  }

  /// The extension of a row: each new highest weight, from the largest need on, takes its need.
  private func extended(_ number: Int) -> Double {
    let row = rows.rows[number]
    var (value, highest) = (0.0, 0.0)
    for (need, replication) in zip(row.needs, row.replications) {
      let weight = weights[Int(replication)]
      guard weight > highest else { continue }
      value += Double(need) * (weight - highest)
      highest = weight
    }
    return value + Double(row.floor) * (1 - highest)
  }

  private mutating func addSlope(_ number: Int, _ factor: Double) {
    let row = rows.rows[number]
    var highest = 0.0
    var last = -1
    for (place, replication) in row.replications.enumerated() {
      let weight = weights[Int(replication)]
      guard weight > highest else { continue }
      if last >= 0 {
        slope[Int(row.replications[last])] += factor * Double(row.needs[last] - row.needs[place])
      }
      (highest, last) = (weight, place)
    }
    guard last >= 0 else { return }
    slope[Int(row.replications[last])] += factor * Double(row.needs[last] - row.floor)
  }

  /// Takes the cut at the present weights into the mean, and the bounds of both.
  private mutating func note(_ value: Double) {
    let constant = value - zip(slope, weights).reduce(0) { $0 + $1.0 * $1.1 }
    best = max(best, least(constant, slope))
    let share = 1 / min(30, meanWeight + 1)
    meanWeight += 1
    meanValue += share * (constant - meanValue)
    for place in slope.indices { meanSlope[place] += share * (slope[place] - meanSlope[place]) }
    best = max(best, least(meanValue, meanSlope))
  }

  /// The least of a cut: everything is kept but the largest coefficients.
  private func least(_ constant: Double, _ slope: [Double]) -> Double {
    let falling = slope.filter { $0 > 0 }.sorted(by: >)
    return constant + falling.dropFirst(mayFail).reduce(0, +)
  }

  /// Steps against the slope, then back to where at most `mayFail` are dropped.
  private mutating func move(by step: Double) {
    for place in weights.indices { weights[place] -= step * slope[place] }
    var (low, high) = (0.0, 0.0)
    while dropped(high) > Double(mayFail) { high = max(2 * high, 1e-3) }
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if dropped(middle) > Double(mayFail) { low = middle } else { high = middle }
    }
    for place in weights.indices { weights[place] = min(1, max(0, weights[place] + high)) }
  }

  /// How much is dropped when every weight is raised by `shift`.
  private func dropped(_ shift: Double) -> Double {
    weights.reduce(0) { $0 + (1 - min(1, max(0, $1 + shift))) }
  }
}
