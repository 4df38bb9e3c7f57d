import Bookkeeping
import Scenarios
import Vocabulary

/// Figures of pools: each one, those of a currency together, all.
struct PoolFigures {
  let record: RunRecord
  let scopes: Scopes

  /// All figures, in a fixed order.
  var figures: [Figure] {
    var figures: [Figure] = []
    for pool in record.pools.indices { figures += self.figures(ofPool: pool) }
    for currency in record.totals.indices { figures += self.figures(ofCurrency: currency) }
    figures.append(
      Figure(
        metric: .totalFundingCost, scope: "all", unit: scopes.reportingCode,
        value: totalCost))
    return figures
  }

  private func figures(ofPool place: Int) -> [Figure] {
    let pool = scopes.scenario.pools[place]
    let fact = record.pools[place]
    func figure(_ metric: Metric, _ minorUnits: Double) -> Figure {
      Figure(
        metric: metric, scope: scopes.name(ofPool: place), unit: pool.currency.code,
        value: pool.currency.majorUnits(minorUnits))
    }
    let span = Double(scopes.countedMicroseconds)
    return [
      figure(.openingBalance, Double(fact.opening)),
      figure(.peakUse, Double(fact.peakUse)),
      figure(.lowestBalance, Double(fact.lowest)),
      figure(.idleBalance, Double(fact.heldMicroseconds) / span),
      figure(.fundingCost, pool.fundingCost(fact)),
      figure(.creditCost, pool.creditRate.cost(ofHolding: fact.drawnMicroseconds)),
      figure(.turnover, Double(fact.paidOut + fact.paidIn)),
      figure(.transferredIn, Double(fact.transferredIn)),
      Figure(
        metric: .queuedHours, scope: scopes.name(ofPool: place), unit: "h",
        value: Double(fact.queuedMicroseconds) / 3_600_000_000),
    ]
  }

  private func figures(ofCurrency place: Int) -> [Figure] {
    let currency = scopes.currencies[place]
    let members = scopes.scenario.pools.indices.filter {
      scopes.scenario.pools[$0].currency == currency
    }
    let peaks = members.reduce(Int128(0)) { $0 + Int128(record.pools[$1].peakUse) }
    func figure(_ metric: Metric, _ value: Double) -> Figure {
      Figure(
        metric: metric, scope: scopes.name(ofCurrency: place), unit: currency.code, value: value)
    }
    return [
      figure(.peakOfTotal, currency.majorUnits(Double(record.totals[place].peakUse))),
      figure(.sumOfPeaks, currency.majorUnits(peaks)),
    ]
  }

  /// Funding and credit of all pools in the reporting currency, where rates join them.
  private var totalCost: Double? {
    var sum = 0.0
    for (pool, fact) in zip(scopes.scenario.pools, record.pools) {
      guard let rate = scopes.scenario.rates.reportingValue(ofMinorUnitOf: pool.currency) else {
        return nil
      }
      let credit = pool.creditRate.cost(ofHolding: fact.drawnMicroseconds)
      sum += (pool.fundingCost(fact) + credit) * rate
    }
    return scopes.scenario.rates.reportingCurrency.majorUnits(sum)
  }
}

extension Pool {
  /// What its balance and what contracts locked of it cost, in minor units; collateral behind a
  /// haircut costs more.
  fileprivate func fundingCost(_ fact: PoolFact) -> Double {
    fundingRate.cost(ofHolding: fact.heldMicroseconds + fact.lockedMicroseconds) * 10_000
      / Double(10_000 - haircutBasisPoints)
  }
}

extension Scopes {
  /// How long pools are measured: from the end of the warm-up until nothing more is instructed.
  var countedMicroseconds: Int64 {
    (scenario.experiment.until - scenario.experiment.countedFrom).microseconds
  }
}
