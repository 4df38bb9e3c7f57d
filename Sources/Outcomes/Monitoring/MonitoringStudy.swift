import Scenarios
import Vocabulary

/// The monitored measures of all models over the replications so far.
struct MonitoringStudy: Sendable {
  private let keys: [MonitoringFigures.Key]
  private let models: [String]
  /// For each model, the running mean of each value.
  private var means: [[RunningMean]]

  init(_ scopes: Scopes) {
    keys = MonitoringFigures.keys(scopes)
    models = scopes.scenario.models.map(\.name)
    means = models.map { _ in [] }
  }

  /// How many values a replication has.
  var count: Int { keys.count }

  /// Adds the next replication of a model; one that noted no days adds nothing.
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
