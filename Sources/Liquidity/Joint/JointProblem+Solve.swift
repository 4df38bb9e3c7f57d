extension JointProblem {
  /// How long a joint search may look.
  public struct Effort: Hashable, Sendable {
    /// How often the search is shaken and goes on.
    public var shakes: Int
    /// How many branches of failing replications may be looked at after the first; below 0 none.
    public var branches: Int
    /// How many cuts the bound may take where a group has a need beside those of its pools.
    public var cuts: Int
    /// At which gap the bound is good enough, as a share of the cost.
    public var tolerance: Double

    /// An effort; the default takes a few milliseconds for 8 pools and 1,000 replications.
    public init(
      shakes: Int = 10, branches: Int = 200, cuts: Int = 200, tolerance: Double = 1e-3
    ) {
      (self.shakes, self.branches) = (shakes, branches)
      (self.cuts, self.tolerance) = (cuts, tolerance)
    }
  }

  /// A cheap allocation that is enough in all but `mayFail` replications, and a bound on the
  /// cheapest.
  ///
  /// - Returns: `.optimal` where cost and bound meet.
  /// - Complexity: O((shakes · exchanges + branches · flows) · pools · mayFail + pools · S log S);
  ///   a flow takes a few times pools · mayFail.
  public func solve(_ effort: Effort = Effort()) -> JointSolution {
    let rows = JointRows(self)
    var search = JointSearch(rows, self)
    search.run(shakes: effort.shakes, lowerBound: 0)
    let (bound, cuts) = bounded(rows, &search, effort)
    let levels = search.levels
    let allocation = rows.allocation { levels[$0] }
    let cost = cost(of: allocation)
    let failures = failures(of: allocation)
    assert(failures.count <= mayFail, "an allocation fails no more often than it may")
    let isMet = cost - bound <= 1e-12 * abs(cost)
    return JointSolution(
      status: isMet ? .optimal : .heuristic, allocation: allocation, cost: cost,
      lowerBound: min(cost, bound), failures: failures,
      work: .init(exchanges: search.exchanges, cuts: cuts))
  }

  /// What no allocation undercuts, and how many cuts that took; the search may find cheaper ones.
  private func bounded(_ rows: JointRows, _ search: inout JointSearch, _ effort: Effort) -> (
    Double, cuts: Int
  ) {
    var bound = JointBound(rows, self)
    guard effort.branches >= 0, var branching = JointBranching(rows, mayFail: mayFail) else {
      bound.run(cost: search.cost, most: effort.cuts, tolerance: effort.tolerance)
      return (bound.best, bound.cuts)
    }
    branching.run(&search, most: effort.branches, tolerance: effort.tolerance)
    // Flows are sums of doubles.
    return (max(bound.best, branching.lowerBound * (1 - 1e-12)), branching.cuts)
  }
}
