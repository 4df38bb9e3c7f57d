public import Measures

extension Comparison {
  /// A figure under a model: its mean over the replications with its interval.
  ///
  /// - Parameters:
  ///   - scope: What the figure is of; by default all payments.
  ///   - model: A model's name in files, or `token minus batch` for the paired difference to the
  ///     first model.
  /// - Returns: `nil` where no replication gave the figure, or there is no such model or scope.
  /// - Complexity: O(n) in the number of rows.
  public func estimate(_ metric: Metric, of scope: Scope = .all, under model: String) -> Estimate? {
    rows.first { $0.model == model && $0.metric == metric && $0.scope == scope }?.estimate
  }
}
