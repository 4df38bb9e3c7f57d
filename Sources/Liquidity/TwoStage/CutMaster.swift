/// The first stage over the cuts so far: minimise c · b + θ with θ ≥ 0, θ ≥ a_i + g_i · b and
/// 0 ≤ b ≤ u.
///
/// Its dual has a row for each pool and one for θ, and begins feasible at zero; each cut is one
/// more column, so the simplex method goes on from where it stood. The bound is that of the dual
/// weights, made feasible before they are used, and so holds whatever the rounding.
struct CutMaster {
  private let costs: [Double]
  private let upper: [Double]
  /// The columns of the dual: for each cut −g and 1, for each bound −1 in its row.
  private var columns: [[Double]] = []
  private var gains: [Double] = []
  /// The basis: a column, or ~row for that row's slack; with its inverse and values.
  private var basis: [Int]
  private var inverse: [[Double]]
  private var values: [Double]
  private(set) var pivots = 0

  /// No cuts yet.
  init(costs: [Double], upper: [Double]) {
    (self.costs, self.upper) = (costs, upper)
    let rows = costs.count + 1
    basis = (0..<rows).map { ~$0 }
    inverse = (0..<rows).map { row in (0..<rows).map { $0 == row ? 1 : 0 } }
    values = costs + [1]
    for pool in costs.indices {
      columns.append((0..<rows).map { $0 == pool ? -1 : 0 })
      gains.append(-upper[pool])
    }
  }

  /// Adds θ ≥ constant + slopes · b.
  mutating func add(constant: Double, slopes: [Double]) {
    columns.append(slopes.map { -$0 } + [1])
    gains.append(constant)
  }

  /// The best allocation for the cuts so far and a bound below the best of all.
  mutating func solve() -> (allocation: [Double], bound: Double) {
    for round in 0..<10_000 {
      let prices = prices()
      guard let entering = entering(prices, isFirst: round > 500) else { break }
      guard pivot(entering) else { break }
    }
    let prices = prices()
    return (costs.indices.map { min(upper[$0], max(0, prices[$0])) }, bound())
  }

  /// The prices of the rows: the allocation and θ.
  private func prices() -> [Double] {
    basis.indices.map { row in
      basis.indices.reduce(0) { $0 + gain(basis[$1]) * inverse[$1][row] }
    }
  }

  private func gain(_ column: Int) -> Double { column < 0 ? 0 : gains[column] }

  /// The column that gains most, or the first that gains.
  private func entering(_ prices: [Double], isFirst: Bool) -> Int? {
    var (best, most) = (-1, 1e-10)
    for (place, column) in columns.enumerated() {
      var gain = gains[place]
      for row in prices.indices { gain -= prices[row] * column[row] }
      guard gain > most * (isFirst ? 1 : 1) else { continue }
      (best, most) = (place, gain)
      if isFirst { break }
    }
    if best >= 0 { return best }
    return prices.firstIndex { $0 < -1e-10 }.map { ~$0 }
  }

  /// Brings a column into the basis; `false` where nothing bounds it.
  private mutating func pivot(_ entering: Int) -> Bool {
    let column =
      entering >= 0 ? columns[entering] : basis.indices.map { $0 == ~entering ? 1.0 : 0 }
    let step = inverse.map { row in zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } }
    var (leaving, least) = (-1, Double.infinity)
    for row in step.indices where step[row] > 1e-11 {
      let ratio = max(0, values[row]) / step[row]
      if ratio < least - 1e-13 || (ratio <= least + 1e-13 && step[row] > step[leaving]) {
        (leaving, least) = (row, min(ratio, least))
      }
    }
    guard leaving >= 0 else { return false }
    pivots += 1
    let scale = 1 / step[leaving]
    for place in inverse[leaving].indices { inverse[leaving][place] *= scale }
    for row in step.indices {
      if row == leaving { continue }
      values[row] -= step[row] * least
      for place in inverse[row].indices {
        inverse[row][place] -= step[row] * inverse[leaving][place]
      }
    }
    values[leaving] = least
    basis[leaving] = entering
    return true
  }

  /// The value of the dual at the weights of the cuts in the basis, with the weights of the upper
  /// bounds that make it feasible.
  private func bound() -> Double {
    var weights = [Double](repeating: 0, count: columns.count)
    for (row, column) in basis.enumerated() where column >= costs.count {
      weights[column] = max(0, values[row])
    }
    let total = weights.reduce(0, +)
    if total > 1 { weights = weights.map { $0 / total } }
    var bound = zip(weights, gains).dropFirst(costs.count).reduce(0) { $0 + $1.0 * $1.1 }
    for pool in costs.indices {
      let asked = weights.indices.dropFirst(costs.count).reduce(0) {
        $0 + weights[$1] * columns[$1][pool]
      }
      bound -= upper[pool] * max(0, asked - costs[pool])
    }
    return bound
  }
}
