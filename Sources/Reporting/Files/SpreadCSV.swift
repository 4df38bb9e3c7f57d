import Measures
public import Outcomes
import Vocabulary

/// `quantiles.csv`: the 5th percentile, the median and the 95th of a figure over the replications.
public enum QuantilesCSV {
  /// The columns in their order; `censored` replications are later than the horizon, `needs` is how
  /// many values an interval takes, `note` says why an end is missing.
  public static let columns = [
    "model", "metric", "scope", "unit", "probability", "value", "low95", "high95", "replications",
    "censored", "at_least", "needs", "note",
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in comparison.quantiles {
      let estimate = row.estimate
      try text.row(
        [
          CSVText.field(row.model), CSVText.field(row.metric.name), CSVText.field(row.scope.name),
          CSVText.field(row.unit.name), CSVText.field(estimate.probability),
          CSVText.field(estimate.value), CSVText.field(estimate.low),
          CSVText.field(estimate.high), String(estimate.count), String(estimate.censored),
          CSVText.field(estimate.atLeast), String(estimate.needs),
          CSVText.field(estimate.note ?? ""),
        ], to: sink)
    }
    try text.flush(to: sink)
  }
}

/// `shares.csv`: in how many replications something was so, with the interval of Clopper and
/// Pearson.
public enum SharesCSV {
  /// The columns in their order.
  public static let columns = [
    "model", "that", "scope", "share", "low95", "high95", "successes", "replications",
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in comparison.shares {
      try text.row(
        [
          CSVText.field(row.model), CSVText.field(row.that), CSVText.field(row.scope.name),
          CSVText.field(row.share), CSVText.field(row.interval?.lowerBound),
          CSVText.field(row.interval?.upperBound), String(row.successes), String(row.replications),
        ], to: sink)
    }
    try text.flush(to: sink)
  }
}
