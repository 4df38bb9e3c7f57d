public import Measures

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
    /// The model.
    public var model: String
    /// The metric.
    public var metric: Metric
    /// What it is of.
    public var scope: Scope

    /// The name of a figure.
    public init(model: String, metric: Metric, scope: Scope) {
      (self.model, self.metric, self.scope) = (model, metric, scope)
    }
  }

  /// Of how many pools of a model figures are committed; of more they would fill the repository,
  /// and the totals of their currencies tell the same.
  static let mostPools = 40
  /// What of a comparison is committed: the figures of each model over all payments, and some by
  /// currency and by pool; none by corridor or day, nor the differences that follow from them.
  public static func all(of comparison: Comparison) -> [BaselineFigure] {
    let models = Set(comparison.models.map(\.name))
    let pools = comparison.rows.map(\.scope).filter { $0.kind == .pool }
    let hasManyPools = Set(pools).count > mostPools
    return comparison.rows.filter { row in
      guard models.contains(row.model) else { return false }
      switch row.scope {
      case .all: return true
      case .pool: return !hasManyPools && row.metric.traits.contains(.committedByPool)
      case .currency: return row.metric.traits.contains(.committedByCurrency)
      case .corridor, .day, .batch: return false
      }
    }.map { BaselineFigure(replications: comparison.header.replications, row: $0) }
  }
}

extension OutcomeRow {
  /// The name of the figure.
  public var name: BaselineFigure.Name {
    BaselineFigure.Name(model: model, metric: metric, scope: scope)
  }
}
