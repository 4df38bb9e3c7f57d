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
  private let allocations: [[SizingArrangement: [Allocation]]]

  /// What is laid out for the pools of a currency at one level.
  private struct Allocation {
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
  private static func laidOut(_ model: Model) -> [SizingArrangement] {
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

  private func verdicts(_ proposal: Proposal, in needs: SizingNeeds) -> [[Bool]] {
    let arrangement =
      proposal.arrangement ?? scenario.models[model.place].sizingArrangements.last ?? .none
    return needs.terms.pools.enumerated().map { currency, members in
      needs.isKept(members.map { proposal.opening[$0.place] }, arrangement, currency)
    }
  }
}

/// The figures, rows of files.
extension SizingAnswer {
  /// Adds the figures and curves of the model, with what its proposals realised.
  ///
  /// - Parameter realised: Of each proposal, whether nothing waited: [currency][replication].
  public func write(to sizing: inout Sizing, realised: [(Proposal, [[Bool]])]) {
    let model = scenario.models[model.place]
    if needs.isOneObservation { sizing.oneObservation.append(model.name) }
    if model.hasEstimate { sizing.estimating.append(model.name) }
    if model.sizingArrangements.contains(.policy), scenario.hasLowFloors {
      sizing.lowFloors.append(model.name)
    }
    for currency in needs.terms.pools.indices {
      for arrangement in shown {
        for level in needs.terms.levels.indices {
          sizing.rows += rows(currency, arrangement, level)
        }
        sizing.curves += curve(currency, arrangement)
        sizing.curves += realised.compactMap { proposal, kept in
          guard proposal.arrangement == arrangement, let level = proposal.level else { return nil }
          let total = needs.terms.pools[currency].reduce(0) { $0 + proposal.opening[$1.place] }
          return point(currency, arrangement, level, total, share(of: kept[currency]))
        }
      }
    }
    sizing.reportingCurrency = scenario.rates.reportingCurrency
    sizing.together += together(realised)
  }

  /// The arrangements of which there are figures: what is laid out, and the bound of a treasury.
  var shown: [SizingArrangement] {
    let model = scenario.models[model.place]
    let hasTreasury = model.sizingArrangements.contains(.policy)
    return SizingArrangement.allCases.filter {
      $0 == .bound ? hasTreasury : SizingAnswer.laidOut(model).contains($0)
    }
  }

  private func rows(_ currency: Int, _ arrangement: SizingArrangement, _ level: Int)
    -> [Sizing.Row]
  {
    let share = needs.terms.levels[level]
    guard let allocation = allocations[currency][arrangement]?[level] else {
      return [
        row(currency, nil, arrangement, share, Quantile(share, of: needs.bound(currency).sorted()))
      ]
    }
    let own = needs.group(arrangement, currency, unitCosts: allocation.amounts.map { _ in 0 }).needs
    let rows = zip(needs.terms.pools[currency], zip(own, allocation.amounts)).map { pool, entry in
      let pool = scenario.pools[pool.place]
      var row = row(
        currency, scenario.branches[pool.branch.place].name, arrangement, share,
        Quantile(share, of: entry.0.sorted()))
      (row.allocated, row.yearlyCost) = (entry.1, pool.yearlyCost(of: Double(entry.1)))
      return row
    }
    var total = row(
      currency, nil, arrangement, share, Quantile(share, of: allocation.scale.totals))
    let laidOut = allocation.amounts.reduce(0, +)
    total.allocated = laidOut
    // The shape stands where the second set would have done with less.
    total.high = total.high.map { max($0, laidOut) }
    total.yearlyCost = rows.reduce(0) { $0 + ($1.yearlyCost ?? 0) }
    (total.unscaledYearlyCost, total.lowestYearlyCost) = (allocation.cost, allocation.lowestCost)
    return rows + [total]
  }

  private func row(
    _ currency: Int, _ branch: String?, _ arrangement: SizingArrangement, _ level: ServiceLevel,
    _ needed: Quantile
  ) -> Sizing.Row {
    Sizing.Row(
      model: scenario.models[model.place].name, currency: code(currency), branch: branch,
      arrangement: arrangement.rawValue, level: level.share, needed: needed.value,
      low: needs.isOneObservation ? nil : needed.lower,
      high: needs.isOneObservation ? nil : needed.upper)
  }

  func code(_ currency: Int) -> Currency {
    scenario.pools[needs.terms.pools[currency][0].place].currency
  }

  /// How often something was so; of one observation without an interval.
  func share(of verdicts: [Bool]) -> Sizing.Share {
    let share = SuccessShare(successes: verdicts.count { $0 }, count: verdicts.count)
    return needs.isOneObservation ? Sizing.Share(share).asOneObservation : Sizing.Share(share)
  }

  /// The levels at which curves are drawn.
  private static let curveLevels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99, 0.999]

  /// What to hold at each of these levels in the proportions that are laid out for the next level
  /// from it on; of the bound, its quantiles.
  private func curve(_ currency: Int, _ arrangement: SizingArrangement) -> [Sizing.Point] {
    let levels = SizingAnswer.curveLevels.compactMap { ServiceLevel($0) }
    var totals: [Int64]
    if let laidOut = allocations[currency][arrangement] {
      let asked = needs.terms.levels
      totals = levels.map { level in
        let place = asked.firstIndex { $0.share >= level.share } ?? asked.count - 1
        guard asked[place] != level else { return laidOut[place].amounts.reduce(0, +) }
        return laidOut[place].scale.total(keeping: level)
      }
      // Where the proportions change with the level, more keeps a level too.
      for place in totals.indices.dropFirst() {
        totals[place] = max(totals[place], totals[place - 1])
      }
    } else {
      let sorted = needs.bound(currency).sorted()
      totals = levels.map { sorted[$0.rank(among: sorted.count) - 1] }
    }
    return zip(levels, totals).map { point(currency, arrangement, $0, $1, nil) }
  }

  private func point(
    _ currency: Int, _ arrangement: SizingArrangement, _ level: ServiceLevel, _ amount: Int64,
    _ realised: Sizing.Share?
  ) -> Sizing.Point {
    Sizing.Point(
      model: scenario.models[model.place].name, currency: code(currency),
      arrangement: arrangement.rawValue, level: level.share, prefunding: amount,
      realised: realised)
  }

  /// Adds the user's own allocation.
  ///
  /// - Parameter realised: Whether nothing waited: [currency][replication].
  public func write(to sizing: inout Sizing, given proposal: Proposal, realised: [[Bool]]) {
    let promised = verdicts(proposal, in: needs)
    for (currency, members) in needs.terms.pools.enumerated() {
      sizing.given.append(
        Sizing.Given(
          model: scenario.models[model.place].name, currency: code(currency),
          total: members.reduce(0) { $0 + proposal.opening[$1.place] },
          promised: share(of: promised[currency]), realised: share(of: realised[currency])))
    }
  }
}

extension Model {
  /// Whether its treasury goes by estimates of what pools will need, in place of floors and targets.
  fileprivate var hasEstimate: Bool {
    if case .windows(let terms) = rebalancing { terms.estimate != nil } else { false }
  }
}

extension Scenario {
  /// Whether some pool is topped up only once it is below less than its target, or opens with another
  /// amount than that.
  fileprivate var hasLowFloors: Bool {
    pools.contains { $0.floor != $0.target || $0.openingBalance != $0.target }
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
