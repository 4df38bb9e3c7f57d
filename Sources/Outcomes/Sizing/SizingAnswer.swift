import Liquidity
public import Scenarios
public import Vocabulary

/// The answers for one model: what to lay out, from three sets of replications that share none.
///
/// The first picks the shape: the cheapest allocation that keeps the level in it. The second sets
/// its scale, since what was picked for some replications keeps less in others. The third, which
/// neither has seen, tells what is realised.
public struct SizingAnswer: Sendable {
  let scenario: Scenario
  let model: ModelID
  /// The first set.
  let needs: SizingNeeds
  /// For each currency, arrangement and level, what each pool holds.
  let allocations: [[SizingArrangement: [Allocation]]]

  /// What is laid out for the pools of a currency at one level.
  struct Allocation {
    /// What each pool holds, in minor units.
    var amounts: [Int64]
    /// The shape that it has, over the second set.
    var scale: HeldOutScale
    /// What the shape costs a year before it was scaled, and what any allocation costs at least that
    /// keeps the level in the first set, in major units.
    var cost, lowestCost: Double
  }

  /// Works out joint allocations.
  ///
  /// - Parameters:
  ///   - shape: The first set, with at least one replication.
  ///   - scale: The second, with at least one.
  /// - Complexity: That of the joint search, for each currency, arrangement and level.
  public init(shape: SizingStudy, scale: SizingStudy, of model: ModelID, in scenario: Scenario) {
    let (first, second) = (SizingNeeds(shape), SizingNeeds(scale))
    (self.scenario, self.model, needs) = (scenario, model, first)
    let arrangements = SizingAnswer.laidOut(scenario.models[model.place])
    allocations = shape.terms.pools.indices.map { currency in
      let costs = shape.terms.pools[currency].map { scenario.pools[$0.place].yearlyCost(of: 1) }
      let all = arrangements.map { arrangement in
        let groups = [first, second].map { $0.group(arrangement, currency, unitCosts: costs) }
        let weights = arrangement == .token ? first.group(.none, currency, unitCosts: costs) : nil
        return SizingAnswer.cheapest(
          shape.terms.levels.map {
            SizingAnswer.allocation(groups[0], groups[1], at: $0, weights: weights)
          }, costs)
      }
      return Dictionary(uniqueKeysWithValues: zip(arrangements, all))
    }
  }

  /// The arrangements for which a model's flows are laid out: what it can follow, and what its
  /// pools would need as one.
  static func laidOut(_ model: Model) -> [SizingArrangement] {
    SizingArrangement.allCases.filter {
      $0 == .none || $0 == .token || model.sizingArrangements.contains($0)
    }
  }

  private static func allocation(
    _ first: JointProblem.Group, _ second: JointProblem.Group, at level: ServiceLevel,
    weights: JointProblem.Group?
  ) -> Allocation {
    let count = first.needs.first?.count ?? 0
    let problem = JointProblem([first], mayFail: level.mayFail(among: count))
    let solution = problem.solve()
    var shape = solution.allocation[0]
    if let weights {
      let own = weights.needs.map { $0.sorted()[level.rank(among: count) - 1] }
      shape = spread(shape, by: own, costs: first.unitCosts)
    }
    let scale = HeldOutScale(shape, in: second)
    return Allocation(
      amounts: scale.allocation(keeping: level), scale: scale, cost: solution.cost,
      lowestCost: solution.lowerBound)
  }

  /// Of allocations by ascending level, in place of each the cheapest of those from its level on:
  /// what keeps a higher level keeps a lower one.
  private static func cheapest(_ allocations: [Allocation], _ costs: [Double]) -> [Allocation] {
    func cost(_ amounts: [Int64]) -> Double {
      zip(amounts, costs).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
    var allocations = allocations
    for place in allocations.indices.dropLast().reversed()
    where cost(allocations[place + 1].amounts) < cost(allocations[place].amounts) {
      allocations[place].amounts = allocations[place + 1].amounts
      allocations[place].scale = allocations[place + 1].scale
      allocations[place].cost = allocations[place + 1].cost
    }
    return allocations
  }

  /// What each pool of a currency holds; `nil` of the bound, which is no allocation.
  func amounts(_ currency: Int, _ arrangement: SizingArrangement, _ level: Int) -> [Int64]? {
    allocations[currency][arrangement]?[level].amounts
  }

  /// With tokens any split of the total will do: it lies where money is cheapest, in the
  /// proportions of the own needs of the pools that cost the same; evenly where none needs anything.
  private static func spread(_ token: [Int64], by own: [Int64], costs: [Double]) -> [Int64] {
    let total = token.reduce(0, +)
    guard let least = costs.min(), let currency = Currency("XXX") else { return token }
    let cheapest = zip(own, costs).map { $1 == least ? $0 : 0 }
    let weights =
      cheapest.contains { $0 > 0 } ? cheapest : costs.map { $0 == least ? 1 : 0 }
    return Money(minorUnits: total, currency).apportioned(by: weights).map(\.minorUnits)
  }

  /// What to try on fresh replications: every arrangement that the model can follow.
  public var proposals: [Proposal] {
    scenario.models[model.place].sizingArrangements.flatMap { arrangement in
      needs.terms.levels.indices.map { level in
        var opening = [Int64](repeating: 0, count: scenario.pools.count)
        for (currency, members) in needs.terms.pools.enumerated() {
          let amounts = allocations[currency][arrangement]?[level].amounts ?? []
          for (pool, amount) in zip(members, amounts) { opening[pool.place] = amount }
        }
        return Proposal(
          model: model, arrangement: arrangement, level: needs.terms.levels[level],
          opening: opening)
      }
    }
  }

  /// The user's own allocation as a proposal, with the treasury of the file.
  public func proposal(holding opening: [Int64]) -> Proposal {
    Proposal(model: model, arrangement: nil, level: nil, opening: opening)
  }

  /// In which replications of a study nothing waits under a proposal: [currency][replication].
  public func verdicts(_ proposal: Proposal, in study: SizingStudy) -> [[Bool]] {
    verdicts(proposal, in: SizingNeeds(study))
  }

  func verdicts(_ proposal: Proposal, in needs: SizingNeeds) -> [[Bool]] {
    let arrangement =
      proposal.arrangement ?? scenario.models[model.place].sizingArrangements.last ?? .none
    return needs.terms.pools.enumerated().map { currency, members in
      needs.isKept(members.map { proposal.opening[$0.place] }, arrangement, currency)
    }
  }
}

extension Pool {
  /// What it costs to hold so many minor units for a year of 365 days, in major units; collateral
  /// behind a haircut costs more.
  func yearlyCost(of minorUnits: Double) -> Double {
    let year = minorUnits * Double(fundingRate.basisPoints) / 10_000
    let days = 365 / Double(fundingRate.dayCount.daysPerYear)
    let collateral = 10_000 / Double(10_000 - haircutBasisPoints)
    return year * days * collateral / Double(currency.minorUnitsPerUnit)
  }
}
