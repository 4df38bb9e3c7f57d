/// Between which numbers a sum of figures of one replication lies: equal ones where all are known.
struct TermBounds: Hashable, Sendable {
  /// The ends; −∞ and ∞ where nothing bounds it.
  var low, high: Double

  /// A sum of nothing.
  static let zero = TermBounds(low: 0, high: 0)

  /// Adds so many times an observed figure; of one without an observation nothing can be said.
  ///
  /// - Returns: Whether it was observed.
  mutating func add(_ factor: Double, times observation: Observation) -> Bool {
    switch observation {
    case .value(let value):
      low += factor * value
      high += factor * value
    case .laterThan(let bound) where factor > 0:
      low += factor * bound
      high = .infinity
    case .laterThan(let bound) where factor < 0:
      low = -.infinity
      high += factor * bound
    case .laterThan: break
    case .nothing: return false
    }
    return true
  }

  /// What it is less another sum.
  func minus(_ other: TermBounds) -> TermBounds {
    TermBounds(low: low - other.high, high: high - other.low)
  }

  /// It as an observation: a value, or later than the lower end.
  var asLow: Observation { low == high ? .value(low) : .laterThan(low) }
  /// Its opposite as an observation, which tells of the upper end.
  var asHigh: Observation { low == high ? .value(-high) : .laterThan(-high) }
}
