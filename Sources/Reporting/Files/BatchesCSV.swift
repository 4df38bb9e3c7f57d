public import Outcomes

/// `batches.csv`: the figures of one long run with intervals from its batches.
///
/// A row a figure of all payments, in the order of `outcomes.csv`; the file is there only where the
/// experiment asks for batches. Means by sectioning, intervals by Student's t over the batches,
/// their dependence by von Neumann's ratio: `Outcomes/Statistics/BatchMeans` has the sources.
public enum BatchesCSV {
  /// The columns: what the figure is of, the whole run, its interval, and how far to trust that.
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
