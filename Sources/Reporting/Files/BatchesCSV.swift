public import Outcomes

/// `batches.csv`: the figures of one long run with intervals from its batches.
public enum BatchesCSV {
  /// The columns.
  static let table = Table<BatchRow, Void>(
    "batches.csv",
    FigureDraft.columns(of: BatchRow.self, scope: "`all`").map { $0.of { $0 } } + [
      .number(
        "value", "as `unit` says",
        "the figure of the whole run; one that is later than the horizon has no row"
      ) { $0.means.estimate.mean },
      .number(
        "low95", "as `unit` says",
        "the lower end of its 95 % interval (Student's t over batches)",
        empty: "where a batch has no value"
      ) { $0.means.estimate.interval?.lowerBound },
      .number("high95", "as `unit` says", "the upper end", empty: "likewise") {
        $0.means.estimate.interval?.upperBound
      },
      .count("batches", "how many batches have a value") { $0.means.count },
      .number(
        "lag1", "–", "the lag-1 autocorrelation of the batches by von Neumann's ratio",
        empty: "likewise"
      ) { $0.means.lag1 },
      .text(
        "note", "why there is no interval, or why not to trust it",
        empty: "where it can be trusted"
      ) { $0.means.doubt ?? "" },
    ])

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    try table.write(comparison.batches, to: sink)
  }
}
