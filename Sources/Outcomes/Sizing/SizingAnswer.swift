public import Liquidity
public import Scenarios
public import Vocabulary

/// The answers for the flows of one model.
public struct SizingAnswer: Sendable {
  private let scenario: Scenario
  private let model: ModelID
  private let terms: SizingTerms
  private let needs: [SizeNeeds]
  private let sizers: [Sizer]
  /// Whether the recorded replications are all the same.
  private let isOneObservation: Bool
  /// For each currency, arrangement and level, what each pool holds.
  private let allocations: [[Arrangement: [JointSolution]]]

  /// Works out quantiles and joint allocations.
  ///
  /// - Precondition: The study has seen replications.
  public init(_ study: SizingStudy, of model: ModelID, in scenario: Scenario) {
    (self.scenario, self.model, terms) = (scenario, model, study.terms)
    (needs, sizers) = (study.needs, study.sizers)
    isOneObservation = study.likeness.isOneObservation
    let terms = study.terms
    allocations = zip(terms.pools, study.sizers).map { members, sizer in
      let costs = members.map { scenario.pools[$0.place].yearlyCost(of: 1) }
      return SizingAnswer.allocations(sizer, costs, terms.levels)
    }
  }

  private static func allocations(
    _ sizer: Sizer, _ costs: [Double], _ levels: [ServiceLevel]
  ) -> [Arrangement: [JointSolution]] {
    func solved(_ arrangement: Arrangement) -> [JointSolution] {
      levels.map { level in
        if arrangement == .windowed { return sizer.jointAllocation(at: level, unitCosts: costs) }
        let group = sizer.jointGroup(arrangement, unitCosts: costs)
        let mayFail = level.mayFail(among: sizer.replicationCount)
        return JointProblem([group], mayFail: mayFail).solve()
      }
    }
    var all = [
      Arrangement.none: solved(.none), .windowed: solved(.windowed), .token: solved(.token),
    ]
    all[.token] = zip(all[.token] ?? [], all[.none] ?? []).map(spread)
    return all
  }

  /// With tokens any split of the total will do: it is laid out in the proportions of the pools'
  /// own needs.
  private static func spread(_ token: JointSolution, like none: JointSolution) -> JointSolution {
    var spread = token
    let weights = none.allocation[0]
    let total = token.allocation[0].reduce(0, +)
    guard weights.contains(where: { $0 > 0 }), let currency = Currency("XXX") else { return token }
    spread.allocation = [
      Money(minorUnits: total, currency).apportioned(by: weights).map(\.minorUnits)
    ]
    return spread
  }

  /// What to run on fresh replications: every arrangement that the model can follow.
  public var proposals: [Proposal] {
    arrangements.flatMap { arrangement in
      terms.levels.indices.map { level in
        var opening = [Int64](repeating: 0, count: scenario.pools.count)
        for (currency, members) in terms.pools.enumerated() {
          let amounts = allocations[currency][arrangement]?[level].allocation[0] ?? []
          for (pool, amount) in zip(members, amounts) { opening[pool.place] = amount }
        }
        return Proposal(
          model: model, arrangement: arrangement, level: terms.levels[level], opening: opening)
      }
    }
  }

  /// What the model's rail can do with its pools.
  private var arrangements: [Arrangement] {
    let model = scenario.models[model.place]
    if model.has(.tokenizedDeposit) || model.has(.depositToken) { return [.token] }
    if case .windows = model.rebalancing { return [.none, .windowed] }
    return [.none]
  }
}

extension SizingAnswer {
  /// Adds the figures and curves of the model, with what its proposals realised.
  ///
  /// - Parameter realised: For each proposal, how often nothing waited, by currency.
  public func write(to sizing: inout Sizing, realised: [(Proposal, [SuccessShare])]) {
    if isOneObservation { sizing.oneObservation.append(scenario.models[model.place].name) }
    for currency in terms.pools.indices {
      for arrangement in Arrangement.allCases {
        for level in terms.levels.indices {
          sizing.rows += rows(currency, arrangement, level)
        }
        sizing.curves += curve(currency, arrangement)
        sizing.curves += realised.compactMap { proposal, shares in
          guard proposal.arrangement == arrangement, let level = proposal.level else { return nil }
          let total = terms.pools[currency].reduce(0) { $0 + proposal.opening[$1.place] }
          return point(currency, arrangement, level, total, shares[currency])
        }
      }
    }
  }

  private func rows(_ currency: Int, _ arrangement: Arrangement, _ level: Int) -> [Sizing.Row] {
    guard let solution = allocations[currency][arrangement]?[level] else { return [] }
    let members = terms.pools[currency]
    let share = terms.levels[level]
    let amounts = solution.allocation[0]
    let rows = zip(members, amounts).enumerated().map { place, entry in
      row(
        currency, scenario.branches[scenario.pools[entry.0.place].branch.place].name, arrangement,
        share, Quantile(share, of: own(arrangement, currency, place).sorted()), entry.1,
        scenario.pools[entry.0.place].yearlyCost(of: Double(entry.1)), nil)
    }
    let cost = rows.reduce(0) { $0 + $1.yearlyCost }
    let total = row(
      currency, nil, arrangement, share,
      Quantile(share, of: together(arrangement, currency).sorted()), amounts.reduce(0, +), cost,
      solution.lowerBound)
    return rows + [total]
  }

  private func row(
    _ currency: Int, _ branch: String?, _ arrangement: Arrangement, _ level: ServiceLevel,
    _ needed: Quantile, _ allocated: Int64, _ cost: Double, _ bound: Double?
  ) -> Sizing.Row {
    Sizing.Row(
      model: scenario.models[model.place].name,
      currency: scenario.pools[terms.pools[currency][0].place].currency, branch: branch,
      arrangement: arrangement.rawValue, level: level.share, needed: needed.value,
      low: isOneObservation ? nil : needed.lower, high: isOneObservation ? nil : needed.upper,
      allocated: allocated, lowestYearlyCost: bound,
      yearlyCost: cost)
  }

  /// What a pool needs for itself: all of it without rebalancing, with windows what it needs until
  /// money can arrive, with tokens nothing.
  private func own(_ arrangement: Arrangement, _ currency: Int, _ pool: Int) -> [Int64] {
    switch arrangement {
    case .none: needs[currency].alone[pool]
    case .windowed: needs[currency].first[pool]
    case .token: Array(repeating: 0, count: needs[currency].replicationCount)
    }
  }

  private func together(_ arrangement: Arrangement, _ currency: Int) -> [Int64] {
    switch arrangement {
    case .none: needs[currency].none
    case .windowed: needs[currency].windowed
    case .token: needs[currency].token
    }
  }

  /// A share as it is told: of one observation without an interval.
  private func share(_ share: SuccessShare) -> Sizing.Share {
    let all = Sizing.Share(share)
    return isOneObservation ? all.asOneObservation : all
  }

  /// The levels at which curves are drawn.
  private static let curveLevels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99, 0.999]

  private func curve(_ currency: Int, _ arrangement: Arrangement) -> [Sizing.Point] {
    let sorted = together(arrangement, currency).sorted()
    return SizingAnswer.curveLevels.compactMap { ServiceLevel($0) }.map { level in
      point(currency, arrangement, level, sorted[level.rank(among: sorted.count) - 1], nil)
    }
  }

  private func point(
    _ currency: Int, _ arrangement: Arrangement, _ level: ServiceLevel, _ amount: Int64,
    _ realised: SuccessShare?
  ) -> Sizing.Point {
    Sizing.Point(
      model: scenario.models[model.place].name,
      currency: scenario.pools[terms.pools[currency][0].place].currency,
      arrangement: arrangement.rawValue, level: level.share, prefunding: amount,
      realised: realised.map(share))
  }
}

extension SizingAnswer {
  /// The user's own allocation as a proposal: with the model's own policy.
  public func proposal(holding opening: [Int64]) -> Proposal {
    Proposal(
      model: model, arrangement: arrangements.last ?? .none, level: nil, opening: opening)
  }

  /// Adds the user's own allocation.
  ///
  /// - Parameters:
  ///   - opening: The opening balance of each pool of the scenario.
  ///   - study: The study of this answer.
  ///   - realised: How often nothing waited, by currency.
  public func write(
    to sizing: inout Sizing, given opening: [Int64], in study: SizingStudy,
    realised: [SuccessShare]
  ) {
    for (currency, members) in terms.pools.enumerated() {
      let amounts = members.map { opening[$0.place] }
      let total = amounts.reduce(0, +)
      let enough =
        arrangements.contains(.token)
        ? needs[currency].token.map { $0 <= total }
        : study.isEnough(amounts, currency: currency)
      let promised = SuccessShare(
        successes: enough.filter { $0 }.count, count: enough.count)
      sizing.given.append(
        Sizing.Given(
          model: scenario.models[model.place].name,
          currency: scenario.pools[members[0].place].currency, total: total,
          promised: share(promised), realised: share(realised[currency])))
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
