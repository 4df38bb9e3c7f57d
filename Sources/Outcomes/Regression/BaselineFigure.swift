/// A figure as it is committed: what so many replications of a model gave.
public struct BaselineFigure: Hashable, Sendable {
  /// How many replications were run.
  public var replications: Int
  /// The figure with its interval.
  public var row: OutcomeRow

  /// What so many replications gave.
  public init(replications: Int, row: OutcomeRow) {
    (self.replications, self.row) = (replications, row)
  }

  /// Where a figure stands: of one model, metric and scope there is one.
  public struct Name: Hashable, Sendable {
    /// The model, the metric and what it is of.
    public var model, metric, scope: String

    /// The name of a figure.
    public init(model: String, metric: String, scope: String) {
      (self.model, self.metric, self.scope) = (model, metric, scope)
    }
  }

  /// Of how many pools of a model figures are committed; of more they would fill the repository,
  /// and the totals of their currencies tell the same.
  static let mostPools = 40
  /// The figures of a pool that are committed; the others follow from them and from the scenario.
  static let poolMetrics: Set<String> = [
    "pool.peak_use", "pool.idle_balance", "pool.turnover", "pool.queued_hours",
  ]

  /// The figures of a currency that are committed: how many, how fast, how much, with what money.
  static let currencyMetrics: Set<String> = [
    "payments.credited", "time_to_credit.mean", "value.credited", "pools.peak_use",
    "pools.sum_of_peaks",
  ]

  /// What of a comparison is committed: the figures of each model over all payments, and some by
  /// currency and by pool; none by corridor or day, nor the differences that follow from them.
  public static func all(of comparison: Comparison) -> [BaselineFigure] {
    let models = Set(comparison.models.map(\.name))
    let pools = comparison.rows.filter { $0.metric == "pool.peak_use" }.map(\.scope)
    let hasManyPools = Set(pools).count > mostPools
    return comparison.rows.filter { row in
      guard models.contains(row.model) else { return false }
      if row.scope.hasPrefix("pool ") { return !hasManyPools && poolMetrics.contains(row.metric) }
      if row.scope.hasPrefix("currency ") { return currencyMetrics.contains(row.metric) }
      return row.scope == "all"
    }.map { BaselineFigure(replications: comparison.header.replications, row: $0) }
  }
}

extension OutcomeRow {
  /// The name of the figure.
  public var name: BaselineFigure.Name {
    BaselineFigure.Name(model: model, metric: metric, scope: scope)
  }
}
