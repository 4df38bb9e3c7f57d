import Liquidity
import Scenarios
import Vocabulary

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
