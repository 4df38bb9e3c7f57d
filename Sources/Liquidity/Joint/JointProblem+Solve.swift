extension JointProblem {
  /// How long a joint search may look.
  public struct Effort: Hashable, Sendable {
    /// How often the search is shaken and goes on.
    public var shakes: Int
    /// How many cuts the bound may take.
    public var cuts: Int
    /// At which gap the bound is good enough.
    public var tolerance: Double

    /// An effort; the default takes a few milliseconds for 8 pools and 1,000 replications.
    public init(shakes: Int = 10, cuts: Int = 200, tolerance: Double = 4e-3) {
      (self.shakes, self.cuts, self.tolerance) = (shakes, cuts, tolerance)
    }
  }

  /// A cheap allocation that is enough in all but `mayFail` replications, and a bound on the
  /// cheapest.
  ///
  /// - Returns: `.optimal` where cost and bound meet.
  /// - Complexity: O((shakes · exchanges + cuts) · pools · mayFail + pools · S log S).
  public func solve(_ effort: Effort = Effort()) -> JointSolution {
    let rows = JointRows(self)
    var search = JointSearch(rows, self)
    search.run(shakes: effort.shakes, lowerBound: 0)
    let levels = search.levels
    let allocation = rows.allocation { levels[$0] }
    let cost = cost(of: allocation)
    var bound = JointBound(rows, self)
    bound.run(cost: cost, most: effort.cuts, tolerance: effort.tolerance)
    let failures = failures(of: allocation)
    assert(failures.count <= mayFail, "an allocation fails no more often than it may")
    let isMet = cost - bound.best <= 1e-12 * abs(cost)
    return JointSolution(
      status: isMet ? .optimal : .heuristic, allocation: allocation, cost: cost,
      lowerBound: min(cost, bound.best), failures: failures,
      work: .init(exchanges: search.exchanges, cuts: bound.cuts))
  }
}
