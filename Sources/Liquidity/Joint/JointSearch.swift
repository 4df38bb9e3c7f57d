/// A search for cheap levels: exchange a step up in one row for steps down in others.
///
/// State: the step of each row and, for each replication, how many rows lie above their level.
/// Lowering a row lets replications fail that only it held; raising one saves those that only it
/// failed. Starting from equal ranks in all rows, every raise of one row by some steps is tried,
/// filled up by the best lowerings of the others, and kept if the sum is cheaper. When none is,
/// some rows are raised by chance and the search goes on from there, so often as was asked.
struct JointSearch {
  private let rows: JointRows
  private let mayFail: Int
  private var steps: [Int]
  private var misses: [Int32]
  private var failing = 0
  /// What the levels found cost.
  private(set) var cost = 0.0
  private(set) var exchanges = 0
  private var chance: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(_ rows: JointRows, _ problem: JointProblem) {
    self.rows = rows
    mayFail = problem.mayFail
    steps = [Int](repeating: 0, count: rows.rows.count)
    misses = [Int32](repeating: 0, count: rows.replicationCount)
    cost = totalCost
  }

  /// The levels found.
  var levels: [Int64] { steps.indices.map(level) }

  private func level(_ row: Int) -> Int64 { rows.rows[row].levels[steps[row]] }
  private var totalCost: Double {
    rows.groups.reduce(0) { $0 + rows.cost(of: $1, level) }
  }

  /// Searches until exchanges no longer help, then `shakes` times more from a shaken answer.
  ///
  /// - Parameter lowerBound: Where the search may stop.
  mutating func run(shakes: Int, lowerBound: Double) {
    startAtEqualRanks()
    fill(except: nil)
    descend()
    var best = self
    for _ in 0..<shakes where best.cost > lowerBound {
      shake()
      descend()
      if cost < best.cost - 1e-9 * abs(best.cost) {
        (best.steps, best.misses, best.failing, best.cost) = (steps, misses, failing, cost)
      } else {
        (steps, misses, failing, cost) = (best.steps, best.misses, best.failing, best.cost)
      }
    }
    best.exchanges = exchanges
    self = best
  }

  /// Takes the levels that keep all replications but some, filled up and exchanged, if that is cheaper.
  ///
  /// - Parameter failing: At most as many as may fail.
  mutating func take(_ failing: Set<Int>) {
    let before = self
    restore([Int](repeating: 0, count: steps.count))
    for (row, needs) in rows.rows.enumerated() {
      let depth = needs.replications.prefix { failing.contains(Int($0)) }.count
      while canLower(row), needs.above[steps[row] + 1] <= depth { lower(row) }
    }
    cost = totalCost
    fill(except: nil)
    if cost < before.cost * 1.002 { descend() }
    guard cost >= before.cost - 1e-12 * abs(before.cost) else { return }
    let done = exchanges
    self = before
    exchanges = done
  }

  /// Lowers all rows in turn, a step at a time, until the next step would let too many fail.
  private mutating func startAtEqualRanks() {
    var isLower = true
    while isLower {
      isLower = false
      for row in steps.indices where canLower(row) && losses(row) <= mayFail - failing {
        lower(row)
        isLower = true
      }
    }
    cost = totalCost
  }

  /// Exchanges until none helps.
  private mutating func descend() {
    var isCheaper = true
    while isCheaper {
      isCheaper = false
      for row in steps.indices {
        var depth = 1
        while depth <= steps[row], depth <= 6 {
          if exchange(row, by: depth) {
            isCheaper = true
            depth = 1
          } else {
            depth += 1
          }
        }
      }
    }
  }

  /// Raises a row, fills up with others, and keeps the outcome if it is cheaper.
  private mutating func exchange(_ row: Int, by depth: Int) -> Bool {
    let (stepsBefore, costBefore) = (steps, cost)
    exchanges += 1
    for _ in 0..<depth { raise(row) }
    cost = totalCost
    fill(except: row)
    if cost < costBefore - 1e-12 * abs(costBefore) {
      fill(except: nil)
      return true
    }
    restore(stepsBefore)
    cost = costBefore
    return false
  }

  private mutating func restore(_ before: [Int]) {
    for row in before.indices {
      while steps[row] < before[row] { lower(row) }
      while steps[row] > before[row] { raise(row) }
    }
  }

  private mutating func shake() {
    for _ in 0..<2 {
      let row = Int(draw() % UInt64(steps.count))
      for _ in 0..<(1 + Int(draw() % 6)) where steps[row] > 0 { raise(row) }
    }
    cost = totalCost
    fill(except: nil)
  }

  private mutating func draw() -> UInt64 {
    chance ^= chance << 13
    chance ^= chance >> 7
    chance ^= chance << 17
    return chance >> 11
  }
}

/// Steps up and down.
extension JointSearch {
  private func canLower(_ row: Int) -> Bool { steps[row] + 1 < rows.rows[row].levels.count }

  /// The replications that lie between a step and the next lower one.
  private func slice(_ row: Int, _ step: Int) -> Range<Int> {
    rows.rows[row].above[step]..<rows.rows[row].above[step + 1]
  }

  /// How many replications fail if a row goes one step down.
  private func losses(_ row: Int) -> Int {
    slice(row, steps[row]).reduce(0) { count, place in
      count + (misses[Int(rows.rows[row].replications[place])] == 0 ? 1 : 0)
    }
  }

  private mutating func lower(_ row: Int) {
    for place in slice(row, steps[row]) {
      let replication = Int(rows.rows[row].replications[place])
      if misses[replication] == 0 { failing += 1 }
      misses[replication] += 1
    }
    steps[row] += 1
  }

  private mutating func raise(_ row: Int) {
    steps[row] -= 1
    for place in slice(row, steps[row]) {
      let replication = Int(rows.rows[row].replications[place])
      misses[replication] -= 1
      if misses[replication] == 0 { failing -= 1 }
    }
  }

  /// Lowers rows while replications may fail: each time the row and depth that save most for each
  /// replication lost.
  private mutating func fill(except kept: Int?) {
    while true {
      var best: (row: Int, depth: Int, saving: Double, rate: Double)?
      for row in steps.indices where row != kept {
        guard let offer = offer(row), offer.rate > best?.rate ?? 0 else { continue }
        best = (row, offer.depth, offer.saving, offer.rate)
      }
      guard let best else { return }
      for _ in 0..<best.depth { lower(best.row) }
      cost -= best.saving
    }
  }

  /// The depth at which lowering a row saves most for each replication lost.
  private func offer(_ row: Int) -> (depth: Int, saving: Double, rate: Double)? {
    let needs = rows.rows[row]
    let slack = mayFail - failing
    var best: (depth: Int, saving: Double, rate: Double)?
    var (step, lost) = (steps[row], 0)
    while step + 1 < needs.levels.count {
      for place in slice(row, step) where misses[Int(needs.replications[place])] == 0 { lost += 1 }
      guard lost <= slack else { break }
      step += 1
      let saving = saving(row, to: needs.levels[step])
      let rate = saving / (Double(lost) + 1e-3)
      if saving > 0, rate > best?.rate ?? 0 { best = (step - steps[row], saving, rate) }
    }
    return best
  }

  /// What lowering a row to a level saves.
  private func saving(_ row: Int, to level: Int64) -> Double {
    let group = rows.groups[rows.groupOfRow[row]]
    let drop = Double(self.level(row) - level)
    guard let total = group.total else { return rows.costs[row] * drop }
    let held = group.pools.reduce(Int64(0)) { $0 + self.level($1) }
    let asked = self.level(total)
    let lacking = Double(max(0, asked - held))
    if row == total { return group.lowestCost * (lacking - Double(max(0, level - held))) }
    let then = Double(max(0, asked - held + (self.level(row) - level)))
    return rows.costs[row] * drop - group.lowestCost * (then - lacking)
  }
}
