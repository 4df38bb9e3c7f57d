/// The cheapest allocation that is enough in all but so many replications: joint service level.
///
/// Each pool must hold at least its need, and the pools of a group (a currency) together at least
/// the group's, in the replications that do not fail; which ones fail is free to choose, and makes
/// the problem NP-hard.
public struct JointProblem: Sendable {
  /// The pools of one currency.
  public struct Group: Sendable {
    /// What each pool needs: [pool][replication], in minor units.
    public var needs: [[Int64]]
    /// What they need together, by replication; `nil` where that follows from each.
    public var total: [Int64]?
    /// What it costs to hold one minor unit in each pool, in a unit of cost shared by all groups.
    public var unitCosts: [Double]

    /// A group of pools.
    public init(needs: [[Int64]], total: [Int64]?, unitCosts: [Double]) {
      (self.needs, self.total, self.unitCosts) = (needs, total, unitCosts)
    }
  }

  /// The currencies.
  public let groups: [Group]
  /// How many replications there are.
  public let replicationCount: Int
  /// How many of them may fail.
  public let mayFail: Int

  /// A problem of groups that were seen in the same replications.
  ///
  /// - Precondition: There is a group with a pool; needs are from 0 and for as many replications
  ///   everywhere; costs are from 0 and finite; `mayFail` is below the number of replications.
  public init(_ groups: [Group], mayFail: Int) {
    let count = groups.first?.needs.first?.count ?? 0
    precondition((0..<max(1, count)).contains(mayFail) && count > 0, "some replication must hold")
    for group in groups {
      precondition(
        group.needs.allSatisfy { $0.count == count } && (group.total?.count ?? count) == count,
        "every need is known in every replication")
      precondition(
        group.unitCosts.count == group.needs.count
          && group.unitCosts.allSatisfy { $0 >= 0 && $0.isFinite }, "every pool has a cost from 0")
    }
    (self.groups, replicationCount, self.mayFail) = (groups, count, mayFail)
  }

  /// What an allocation costs: [group][pool].
  public func cost(of allocation: [[Int64]]) -> Double {
    zip(groups, allocation).reduce(0) { sum, pair in
      sum + zip(pair.0.unitCosts, pair.1).reduce(0) { $0 + $1.0 * Double($1.1) }
    }
  }

  /// The replications in which an allocation is not enough: the independent check of any answer.
  public func failures(of allocation: [[Int64]]) -> [Int] {
    (0..<replicationCount).filter { replication in
      !zip(groups, allocation).allSatisfy { group, held in
        zip(group.needs, held).allSatisfy { $0[replication] <= $1 }
          && held.reduce(0, +) >= group.total?[replication] ?? 0
      }
    }
  }
}

/// The answer of the joint problem.
public struct JointSolution: Hashable, Sendable {
  /// `.optimal` where the bound is met, else `.heuristic`.
  public var status: SolveStatus
  /// What each pool holds: [group][pool], in minor units.
  public var allocation: [[Int64]]
  /// What it costs.
  public var cost: Double
  /// What no allocation can undercut.
  public var lowerBound: Double
  /// The replications that fail, ascending.
  public var failures: [Int]
  /// How many changes of level were tried, and how many cuts the bound is made of.
  public var work: Work

  /// The work of a joint search.
  public struct Work: Hashable, Sendable {
    /// Exchanges tried.
    public var exchanges: Int
    /// Cuts in the bound.
    public var cuts: Int
  }

  /// How far the cost may lie above the best, as a share of the cost: certified.
  public var gap: Double { cost > 0 ? max(0, cost - lowerBound) / cost : 0 }
}
