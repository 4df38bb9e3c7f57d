import Bookkeeping
import Measures
import Scenarios
import Vocabulary

/// Figures of foreign-exchange trades; without a value where the scenario has no trades.
///
/// With payment versus payment no trade is split. Without it, what one side has paid while the
/// other has not is lost if that one fails: principal risk, or Herstatt risk, after the bank closed
/// on 26 June 1974.
struct TradeFigures {
  let record: RunRecord
  let scopes: Scopes

  /// All figures, in a fixed order.
  var figures: [Figure] {
    let hasTrades = scopes.scenario.hasTrades
    return [
      scopes.figure(
        .splitTrades, of: .all, value: hasTrades ? Double(record.splitTrades) : nil),
      scopes.figure(.principalAtRisk, of: .all, value: hasTrades ? principalAtRisk : nil),
    ]
  }

  /// What one side of trades had paid while the other had not, in the reporting currency: the mean
  /// over the measured time.
  ///
  /// Of each trade the amount paid counts from its settlement to that of the other leg; areas
  /// (minor units × µs) over the measured time.
  ///
  /// - Returns: `nil` where a currency at risk has no rate.
  private var principalAtRisk: Double? {
    var sum = 0.0
    for (currency, area) in zip(scopes.currencies, record.principalAtRisk) where area > 0 {
      guard let rate = scopes.scenario.rates.reportingValue(ofMinorUnitOf: currency) else {
        return nil
      }
      sum += Double(area) * rate / Double(scopes.countedMicroseconds)
    }
    return scopes.scenario.rates.reportingCurrency.majorUnits(sum)
  }
}

extension Scenario {
  /// Whether any flow makes foreign-exchange trades.
  fileprivate var hasTrades: Bool {
    flows.contains { flow in
      switch flow.origin {
      case .generated(let generated): generated.against != nil
      case .listed(let payments): payments.contains { $0.leg != nil }
      }
    }
  }
}
