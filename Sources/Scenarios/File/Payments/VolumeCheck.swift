import Chance
import Vocabulary

/// What the payments of a run may come to.
extension ScenarioReader {
  /// The most of a currency that the payments of a run may be expected to move, in minor units:
  /// with as much again in pools and by chance, no account passes 2⁶³.
  private static let mostMoved = Double(1 << 60)

  /// Checks that the books can hold what the flows are expected to move in each currency.
  ///
  /// A flow is taken at its mean amount with the largest fees, and with every day as its busiest,
  /// times a shock that one day in a million passes. So it refuses a little too much rather than to
  /// trap in the middle of a run.
  ///
  ///     flows.suppliers: the payments of a run may move more than 11529215046068469.76 USD, the …
  ///
  /// - Complexity: O(flows + listed payments).
  func checkVolumes() {
    checkFunds()
    guard let experiment else { return }
    let fees = largestFees()
    var moved: [Currency: Double] = [:]
    for (flow, sigma) in zip(flows, sigmas) {
      switch flow.entity.origin {
      case .generated(let generated):
        let days = ((experiment.until - experiment.from).inSeconds / 86_400).rounded(.up) + 1
        let shock = Distribution.lognormal(mu: -sigma * sigma / 2, sigma: sigma)
        let highest = generated.volumeFactors.highest * shock.quantile(1 - 1e-6)
        let count = generated.arrivalsPerDay * days * max(1, highest)
        let amount = generated.meanAmount + (fees[generated.corridor.currency] ?? 0)
        add(count * amount, generated.corridor, to: &moved, at: flow.written)
        if let against = generated.against, let rates {
          let table = RateTable(rates: rates.rates, reportingCurrency: against)
          let worth = table.reportingValue(ofMinorUnitOf: generated.corridor.currency) ?? 1
          let back = generated.corridor.back(in: against)
          add(count * amount * worth, back, to: &moved, at: flow.written)
        }
      case .listed(let payments):
        for (corridor, amount) in ScenarioReader.amounts(of: payments, fees) {
          add(amount, corridor, to: &moved, at: flow.written)
        }
      }
    }
  }

  /// What given payments move on each corridor, with fees, in the order of the corridors' first payments.
  ///
  /// - Returns: In minor units of each corridor's currency, as a `Double`: a bound needs no unit
  ///   exact.
  private static func amounts(of payments: [ListedPayment], _ fees: [Currency: Double])
    -> [(corridor: Corridor, amount: Double)]
  {
    var places: [Corridor: Int] = [:]
    var amounts: [(corridor: Corridor, amount: Double)] = []
    for payment in payments {
      let place = places[payment.corridor] ?? amounts.count
      if place == amounts.count {
        places[payment.corridor] = place
        amounts.append((payment.corridor, 0))
      }
      amounts[place].amount +=
        Double(payment.amount.minorUnits) + (fees[payment.corridor.currency] ?? 0)
    }
    return amounts
  }

  /// Checks that the queues of a clearing can hold what its pools have: half of what payments may
  /// move.
  ///
  /// The solver that looks for sets of payments which settle together adds what participants have
  /// in 64 bits (`Liquidity/Settle`).
  private func checkFunds() {
    guard models.contains(where: { $0.has(.interbankClearing) }) else { return }
    var held: [Currency: Double] = [:]
    for pool in pools {
      let (currency, before) = (pool.entity.currency, held[pool.entity.currency, default: 0])
      let funds =
        before + Double(pool.entity.openingBalance.minorUnits)
        + Double(pool.entity.creditLimit.minorUnits)
      held[currency] = funds
      let most = ScenarioReader.mostMoved / 2
      guard before <= most, funds > most else { continue }
      problems.add(
        pool.written,
        "the pools may pay more than \(Money(minorUnits: Int64(most), currency)), the most that "
          + "the queues of a clearing hold")
    }
  }

  /// Adds an amount to what both currencies of a corridor move, and reports the flow with which one
  /// passes the bound.
  ///
  /// - Parameter amount: In minor units of the currency sent.
  private func add(
    _ amount: Double, _ corridor: Corridor, to moved: inout [Currency: Double],
    at written: YAMLValue
  ) {
    var sides = [(corridor.currency, amount)]
    if corridor.creditedIn != corridor.currency, let rates {
      let table = RateTable(rates: rates.rates, reportingCurrency: corridor.creditedIn)
      let worth = table.reportingValue(ofMinorUnitOf: corridor.currency) ?? 1
      sides.append((corridor.creditedIn, amount * worth))
    }
    for (currency, amount) in sides {
      let before = moved[currency, default: 0]
      moved[currency] = before + amount
      guard before <= ScenarioReader.mostMoved, before + amount > ScenarioReader.mostMoved else {
        continue
      }
      let most = Money(minorUnits: Int64(ScenarioReader.mostMoved), currency)
      problems.add(
        written, "the payments of a run may move more than \(most), the most that the books hold")
    }
  }

  /// For each currency, the most that correspondents or a ledger take of one payment, in minor
  /// units.
  ///
  /// Those of one route are summed over its hops; of routes, models and gas the largest
  /// counts.
  private func largestFees() -> [Currency: Double] {
    var fees: [Currency: Double] = [:]
    for route in routes.map(\.entity) {
      var ofRoute: [Currency: Double] = [:]
      for hop in route.hops {
        ofRoute[hop.fee.currency, default: 0] += Double(hop.fee.minorUnits)
      }
      fees.merge(ofRoute) { max($0, $1) }
    }
    for model in models {
      for fee in model.rails.flatMap(\.fees) {
        fees[fee.currency] = max(Double(fee.minorUnits), fees[fee.currency] ?? 0)
      }
    }
    for (currency, gas) in gasByCurrency() { fees[currency] = max(gas, fees[currency] ?? 0) }
    return fees
  }
}

extension GeneratedFlow {
  /// The mean amount within the bounds, in minor units, from 256 quantiles.
  ///
  /// Also where the distribution has no mean, as a Pareto of `alpha` 1.
  fileprivate var meanAmount: Double {
    let unit = Double(corridor.currency.minorUnitsPerUnit)
    let sum = (0..<256).reduce(0.0) { sum, place in
      let drawn = amount.quantile((Double(place) + 0.5) / 256) * unit
      return sum
        + min(max(drawn, Double(amountBounds.lowerBound)), Double(amountBounds.upperBound))
    }
    return sum / 256
  }
}
