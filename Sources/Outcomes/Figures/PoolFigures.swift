import Bookkeeping
import Measures
import Scenarios
import Vocabulary

/// Figures of pools: each one, those of a currency together, all.
///
/// Pools are measured from the end of the warm-up until nothing more is instructed; the run-out
/// does not count.
struct PoolFigures {
  let record: RunRecord
  let scopes: Scopes

  /// All figures, in a fixed order.
  ///
  /// Pool by pool in the order of the scenario, then currency by currency, then all.
  var figures: [Figure] {
    var figures: [Figure] = []
    for pool in record.pools.indices { figures += self.figures(ofPool: pool) }
    for currency in record.totals.indices { figures += self.figures(ofCurrency: currency) }
    figures.append(
      scopes.figure(
        .totalFundingCost, of: .all,
        value: inReportingCurrency { pool, fact in
          pool.fundingCost(fact) + pool.creditRate.cost(ofHolding: fact.drawnMicroseconds)
        }))
    figures.append(
      scopes.figure(
        .floatValue, of: .all,
        value: inReportingCurrency { $0.price(ofHolding: $1.floatMicroseconds) }))
    return figures
  }

  /// The figures of a pool, money in major units of its currency. Balances over time are areas
  /// (minor units × µs); the idle balance is such an area over the measured time.
  private func figures(ofPool place: Int) -> [Figure] {
    let pool = scopes.scenario.pools[place]
    let fact = record.pools[place]
    let scope = Scope.pool(pool, among: scopes.scenario.branches)
    func figure(_ metric: Metric, _ minorUnits: Double) -> Figure {
      scopes.figure(metric, of: scope, value: pool.currency.majorUnits(minorUnits))
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
      scopes.figure(
        .queuedHours, of: scope, value: Double(fact.queuedMicroseconds) / 3_600_000_000),
    ]
  }

  /// The figures of the pools of a currency: the peak of all together, as if they were one, and the
  /// sum of their own peaks, which is at least as much.
  private func figures(ofCurrency place: Int) -> [Figure] {
    let currency = scopes.currencies[place]
    let members = scopes.scenario.pools.indices.filter {
      scopes.scenario.pools[$0].currency == currency
    }
    let peaks = members.reduce(Int128(0)) { $0 + Int128(record.pools[$1].peakUse) }
    let float = members.reduce(Int128(0)) { $0 + record.pools[$1].floatMicroseconds }
    func figure(_ metric: Metric, _ value: Double) -> Figure {
      scopes.figure(metric, of: .currency(currency), value: value)
    }
    return [
      figure(.peakOfTotal, currency.majorUnits(Double(record.totals[place].peakUse))),
      figure(.sumOfPeaks, currency.majorUnits(peaks)),
      figure(.clientsFloat, currency.majorUnits(float) / Double(scopes.countedMicroseconds)),
    ]
  }

  /// A sum over all pools of what each gives in minor units, in the reporting currency, where rates
  /// join them.
  ///
  /// - Returns: `nil` where a pool's currency has no rate, which a scenario that was read well does
  ///   not have.
  private func inReportingCurrency(_ minorUnits: (Pool, PoolFact) -> Double) -> Double? {
    var sum = 0.0
    for (pool, fact) in zip(scopes.scenario.pools, record.pools) {
      guard let rate = scopes.scenario.rates.reportingValue(ofMinorUnitOf: pool.currency) else {
        return nil
      }
      sum += minorUnits(pool, fact) * rate
    }
    return scopes.scenario.rates.reportingCurrency.majorUnits(sum)
  }
}

extension Pool {
  /// What its balance, what contracts locked of it and what it has sent that has not arrived cost,
  /// in minor units.
  fileprivate func fundingCost(_ fact: PoolFact) -> Double {
    price(
      ofHolding: fact.heldMicroseconds + fact.lockedMicroseconds + fact.inTransitMicroseconds)
  }

  /// What money costs here, in minor units; collateral behind a haircut costs more. With a haircut
  /// of 200 basis points 100 of collateral give 98, so the price of 98 is that of 100.
  fileprivate func price(ofHolding minorUnitMicroseconds: Int128) -> Double {
    fundingRate.cost(ofHolding: minorUnitMicroseconds) * 10_000
      / Double(10_000 - haircutBasisPoints)
  }
}

extension Scopes {
  /// How long pools are measured: from the end of the warm-up until nothing more is instructed.
  var countedMicroseconds: Int64 {
    (scenario.experiment.until - scenario.experiment.countedFrom).microseconds
  }
}
