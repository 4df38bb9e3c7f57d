public import Measures
public import Vocabulary

/// One fact of the monitoring of a pool: a row of `bcbs.csv`.
public struct MonitoringRow: Hashable, Sendable {
  /// The model.
  public var model: String
  /// The branch of the pool; `nil` for all pools of the currency.
  public var branch: String?
  /// The currency of the pool.
  public var currency: Currency
  /// What is measured on each business day.
  public var measure: MonitoringMeasure
  /// Which number over the days: `largest_1`, `smallest_3`, `average`, an hour of the clock.
  public var statistic: String
  /// Its mean over the replications, in major units where it is money.
  public var estimate: Estimate

  /// A fact.
  public init(
    model: String, branch: String?, currency: Currency, measure: MonitoringMeasure,
    statistic: String, estimate: Estimate
  ) {
    (self.model, self.branch, self.currency) = (model, branch, currency)
    (self.measure, self.statistic, self.estimate) = (measure, statistic, estimate)
  }

  /// What it is counted in.
  public var unit: Unit { measure.unit(in: currency) }
}
