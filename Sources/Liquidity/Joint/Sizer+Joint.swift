/// How money may move between the pools of a currency.
public enum Arrangement: String, CaseIterable, Hashable, Sendable {
  /// Not at all.
  case none
  /// In windows, as well as transfers that know the future could.
  case windowed
  /// At any time: the pools act as one.
  case token
}

extension Sizer {
  /// What an allocation of these pools must reach, for a joint problem.
  ///
  /// Exact for `.none`, `.token` and where every window is open to all pools; else what is
  /// necessary but not enough (`jointAllocation` then repairs the answer).
  ///
  /// - Parameter unitCosts: What it costs to hold a minor unit in each pool.
  public func jointGroup(_ arrangement: Arrangement, unitCosts: [Double]) -> JointProblem.Group {
    let needs = needs()
    switch arrangement {
    case .none: return .init(needs: needs.alone, total: nil, unitCosts: unitCosts)
    case .windowed: return .init(needs: needs.first, total: needs.windowed, unitCosts: unitCosts)
    case .token:
      let floors = terms.localMinima.map {
        [Int64](repeating: $0, count: needs.replicationCount)
      }
      return .init(needs: floors, total: needs.token, unitCosts: unitCosts)
    }
  }

  /// A cheap allocation that, with windows, is jointly enough at a service level.
  ///
  /// - Precondition: There is at least one replication.
  /// - Returns: With some window closed to some pool, the bound is that of the necessary
  ///   conditions, and the allocation has been raised until the test of every cut holds.
  public func jointAllocation(
    at level: ServiceLevel, unitCosts: [Double], effort: JointProblem.Effort = .init()
  ) -> JointSolution {
    let mayFail = level.mayFail(among: replicationCount)
    let problem = JointProblem(
      [jointGroup(.windowed, unitCosts: unitCosts)], mayFail: mayFail)
    var solution = problem.solve(effort)
    guard !terms.isOpenToAll else { return solution }
    let safe = JointProblem([jointGroup(.none, unitCosts: unitCosts)], mayFail: mayFail)
    var repair = Repair(sizer: self, mayFail: mayFail, unitCosts: unitCosts)
    repair.raise(solution.allocation[0], towards: safe.solve(effort).allocation[0])
    repair.lower()
    solution.allocation = [repair.allocation]
    solution.cost = problem.cost(of: solution.allocation)
    solution.failures = repair.failures(of: repair.allocation)
    solution.status =
      solution.cost - solution.lowerBound <= 1e-12 * solution.cost ? .optimal : .heuristic
    return solution
  }
}

/// Turns an allocation that may fail too often into one that does not, then takes off what it can.
private struct Repair {
  let sizer: Sizer
  let mayFail: Int
  let unitCosts: [Double]
  var allocation: [Int64] = []

  init(sizer: Sizer, mayFail: Int, unitCosts: [Double]) {
    (self.sizer, self.mayFail, self.unitCosts) = (sizer, mayFail, unitCosts)
  }

  func failures(of allocation: [Int64]) -> [Int] {
    sizer.isEnough(allocation).enumerated().filter { !$0.element }.map(\.offset)
  }

  private func holds(_ allocation: [Int64]) -> Bool { failures(of: allocation).count <= mayFail }

  /// The first allocation on the way from `start` to `safe` that holds, in 1,024 steps.
  mutating func raise(_ start: [Int64], towards safe: [Int64]) {
    let rise = zip(start, safe).map { max(0, $1 - $0) }
    func step(_ number: Int) -> [Int64] {
      zip(start, rise).map { $0 + Int64((Int128($1) * Int128(number) + 1_023) / 1_024) }
    }
    var (low, high) = (-1, 1_024)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(step(middle)) { high = middle } else { low = middle }
    }
    allocation = step(high)
  }

  /// Lowers pool after pool as far as the rest allows, the dearest first.
  mutating func lower() {
    let order = allocation.indices.sorted { (unitCosts[$1], $0) < (unitCosts[$0], $1) }
    for pool in order {
      var (low, high) = (sizer.terms.localMinima[pool] - 1, allocation[pool])
      while high - low > 1 {
        let middle = low + (high - low) / 2
        allocation[pool] = middle
        if holds(allocation) { high = middle } else { low = middle }
      }
      allocation[pool] = high
    }
  }
}
