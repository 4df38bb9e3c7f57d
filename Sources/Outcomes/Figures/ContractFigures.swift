import Bookkeeping
import Measures
import Scenarios
import Vocabulary

/// Figures of contracts and of chains; none where the scenario has neither.
///
/// The figures stand in every replication, so that their order is fixed; without a value they make
/// no row.
struct ContractFigures {
  let record: RunRecord
  let scopes: Scopes

  /// All figures, in a fixed order.
  ///
  /// Numbers of contracts that ended so, then of each currency what contracts kept locked on
  /// average over the measured time, in major units, then the share of undone payments.
  var figures: [Figure] {
    let hasContracts = scopes.scenario.flows.contains { $0.contract != nil }
    let counts = record.contracts
    var figures = [
      (Metric.fundedContracts, counts.funded), (.lapsedContracts, counts.lapsed),
      (.refundedContracts, counts.refunded), (.disputedContracts, counts.disputed),
    ].map { metric, count in
      scopes.figure(
        metric, of: .all, value: hasContracts ? Double(count) : nil)
    }
    for currency in scopes.currencies {
      let locked = zip(scopes.scenario.pools, record.pools).reduce(Int128(0)) { sum, pool in
        pool.0.currency == currency ? sum + pool.1.lockedMicroseconds : sum
      }
      let average = currency.majorUnits(locked) / Double(scopes.countedMicroseconds)
      figures.append(
        scopes.figure(
          .lockedByContracts, of: .currency(currency), value: hasContracts ? average : nil))
    }
    figures.append(scopes.figure(.undone, of: .all, value: undone))
    return figures
  }

  /// The share of payments that counted as paid and were undone by a reorganisation. Of all
  /// payments instructed; `nil` where no model has a chain.
  private var undone: Double? {
    guard scopes.scenario.models.contains(where: { $0.chainTerms != nil }) else { return nil }
    let count = record.payments.count { $0.flags.contains(.undone) }
    return record.payments.isEmpty ? nil : Double(count) / Double(record.payments.count)
  }
}
