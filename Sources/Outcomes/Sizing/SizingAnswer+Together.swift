import Liquidity
import Scenarios
import Vocabulary

/// All currencies at once.
extension SizingAnswer {
  /// What is laid out for each arrangement and level in all currencies, with how often nothing waited
  /// at all where it was tried.
  ///
  /// - Parameter realised: Of each proposal, whether nothing waited: [currency][replication].
  func together(_ realised: [(Proposal, [[Bool]])]) -> [Sizing.Together] {
    shown.filter { $0 != .bound }.flatMap { arrangement in
      needs.terms.levels.indices.map { place in
        let level = needs.terms.levels[place]
        let tried = realised.first { $0.0.arrangement == arrangement && $0.0.level == level }
        let (allocated, cost) = reported(arrangement, place)
        return Sizing.Together(
          model: scenario.models[model.place].name, arrangement: arrangement.rawValue,
          level: level.share, allocated: allocated, yearlyCost: cost,
          realised: tried.map { share(of: kept($0.1)) })
      }
    }
  }

  /// In which replications nothing waited in any currency.
  private func kept(_ verdicts: [[Bool]]) -> [Bool] {
    (verdicts.first ?? []).indices.map { replication in verdicts.allSatisfy { $0[replication] } }
  }

  /// What an arrangement's pools hold and cost a year, in major units of the reporting currency;
  /// `nil` where a currency has no rate.
  private func reported(_ arrangement: SizingArrangement, _ level: Int)
    -> (allocated: Double?, cost: Double?)
  {
    let reporting = Double(scenario.rates.reportingCurrency.minorUnitsPerUnit)
    var (allocated, cost) = (0.0, 0.0)
    for (currency, members) in needs.terms.pools.enumerated() {
      let code = code(currency)
      guard let value = scenario.rates.reportingValue(ofMinorUnitOf: code),
        let amounts = amounts(currency, arrangement, level)
      else { return (nil, nil) }
      for (pool, amount) in zip(members, amounts) {
        allocated += Double(amount) * value / reporting
        cost +=
          scenario.pools[pool.place].yearlyCost(of: Double(amount))
          * Double(code.minorUnitsPerUnit) * value / reporting
      }
    }
    return (allocated, cost)
  }
}
