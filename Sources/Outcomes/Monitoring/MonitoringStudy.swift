import Scenarios
import Vocabulary

/// The monitored measures of all models over the replications so far.
///
/// Shape of the means: `[model][value]`, in the order of `MonitoringFigures.keys`; empty for a
/// model that has noted no days.
struct MonitoringStudy: Sendable {
  private let keys: [MonitoringFigures.Key]
  private let models: [String]
  /// For each model, the running mean of each value.
  private var means: [[RunningMean]]

  /// A study of a scenario without replications.
  init(_ scopes: Scopes) {
    keys = MonitoringFigures.keys(scopes)
    models = scopes.scenario.models.map(\.name)
    means = models.map { _ in [] }
  }

  /// How many values a replication has.
  var count: Int { keys.count }

  /// Adds the next replication of a model; one that noted no days adds nothing. A value that is
  /// `nil` is left out of its mean, which is then over fewer replications.
  mutating func add(_ values: [Double?], model: Int) {
    guard !values.isEmpty else { return }
    precondition(values.count == keys.count, "monitored values come in a fixed order")
    if means[model].isEmpty {
      means[model] = Array(repeating: RunningMean(), count: keys.count)
    }
    for (place, value) in values.enumerated() {
      if let value { means[model][place].add(value) }
    }
  }

  /// One row for each value that some replication gave.
  ///
  /// Model by model; where a value was never there is no row.
  var rows: [MonitoringRow] {
    zip(models, means).flatMap { model, means in
      zip(keys, means).compactMap { key, mean in
        guard mean.count > 0 else { return nil }
        return MonitoringRow(
          model: model, branch: key.branch, currency: key.currency, measure: key.measure,
          statistic: key.statistic, estimate: mean.estimate(in: key.measure.range))
      }
    }
  }
}
