public import Measures

/// A quantile of a figure over the replications: a row of `quantiles.csv`.
public struct QuantileRow: Hashable, Sendable {
  /// The model.
  public let model: String
  /// The metric.
  public let metric: Metric
  /// What it is of.
  public let scope: Scope
  /// What it is counted in.
  public let unit: Unit
  /// The quantile with its interval.
  public let estimate: QuantileEstimate

  /// A quantile of a figure.
  public init(
    model: String, metric: Metric, scope: Scope, unit: Unit, estimate: QuantileEstimate
  ) {
    (self.model, self.metric, self.scope, self.unit) = (model, metric, scope, unit)
    self.estimate = estimate
  }

  /// The same of replications that are all one observation.
  var asOneObservation: QuantileRow {
    QuantileRow(
      model: model, metric: metric, scope: scope, unit: unit,
      estimate: QuantileEstimate(oneObservation: estimate))
  }
}

/// In how many replications something was so: a row of `shares.csv`.
public struct ShareRow: Hashable, Sendable {
  /// The model.
  public let model: String
  /// What was so: `all payments credited`, `no payment late`, `nothing waited for money`.
  public let that: String
  /// Of what: all, or a pool.
  public let scope: Scope
  /// In how many replications it was so, of those that can tell.
  public let successes, replications: Int
  /// The 95 % interval of Clopper and Pearson for the chance behind it; `nil` for antithetic
  /// replications, which are not independent, and of one observation.
  public let interval: ClosedRange<Double>?

  /// The share of the replications.
  public var share: Double { Double(successes) / Double(replications) }

  /// The same of replications that are all one observation.
  var asOneObservation: ShareRow {
    ShareRow(
      model: model, that: that, scope: scope, successes: min(1, successes), replications: 1,
      interval: nil)
  }
}
