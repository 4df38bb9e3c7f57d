import Measures
public import Outcomes
import Vocabulary

/// `batches.csv`: the figures of one long run with intervals from its batches.
public enum BatchesCSV {
  /// The columns in their order; `note` says why there is no interval, or why not to trust it.
  public static let columns = [
    "model", "metric", "scope", "unit", "value", "low95", "high95", "batches", "lag1", "note",
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in comparison.batches {
      let interval = row.means.estimate.interval
      try text.row(
        [
          CSVText.field(row.model), CSVText.field(row.metric.name), CSVText.field(row.scope.name),
          CSVText.field(row.unit.name), CSVText.field(row.means.estimate.mean),
          CSVText.field(interval?.lowerBound), CSVText.field(interval?.upperBound),
          String(row.means.count), CSVText.field(row.means.lag1),
          CSVText.field(row.means.doubt ?? ""),
        ], to: sink)
    }
    try text.flush(to: sink)
  }
}

/// `variance.csv`: what antithetic pairs or a control saved of the variance of each mean.
public enum VarianceCSV {
  /// The columns in their order; `variance_ratio` is that of the mean over that of as many
  /// independent replications, both estimated.
  public static let columns = [
    "model", "metric", "scope", "unit", "technique", "mean", "low95", "high95", "plain_mean",
    "variance_ratio", "replications",
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in comparison.variances {
      let estimate = row.estimate
      try text.row(
        [
          CSVText.field(row.model), CSVText.field(row.metric.name), CSVText.field(row.scope.name),
          CSVText.field(row.unit.name), CSVText.field(row.technique), CSVText.field(estimate.mean),
          CSVText.field(estimate.interval?.lowerBound),
          CSVText.field(estimate.interval?.upperBound), CSVText.field(row.plainMean),
          CSVText.field(row.ratio), String(estimate.replications),
        ], to: sink)
    }
    try text.flush(to: sink)
  }
}
