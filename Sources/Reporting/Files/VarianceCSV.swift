public import Outcomes

/// `variance.csv`: what antithetic pairs or a control saved of the variance of each mean.
///
/// A row a mean that they touch, in the order of `outcomes.csv`; the file is there only where the
/// experiment has a design. The ratio compares with as many independent replications, which were
/// not run: both variances are estimates, and above 1 the design does harm.
public enum VarianceCSV {
  /// The columns: what the mean is of, with the design, without it, and what that saves.
  static let table = Table<VarianceRow, Void>(
    "variance.csv",
    FigureDraft.columns(of: VarianceRow.self).map { $0.of { $0 } } + [
      .text("technique", "`antithetic`, `control`, or `antithetic and control`") { $0.technique },
      .number("mean", "as `unit` says", "the mean, corrected where there is a control") {
        $0.estimate.mean
      },
      .number(
        "low95", "as `unit` says",
        "the lower end of its 95 % interval, over pairs or by the regression on the control",
        empty: "below two values"
      ) { $0.estimate.interval?.lowerBound },
      .number("high95", "as `unit` says", "the upper end", empty: "likewise") {
        $0.estimate.interval?.upperBound
      },
      .number("plain_mean", "as `unit` says", "the mean without the correction") { $0.plainMean },
      .number(
        "variance_ratio", "–",
        "the variance of the mean over that of as many independent replications, both estimated; "
          + "above 1 the design does harm"
      ) { $0.ratio },
      .count("replications", "how many replications have a value") { $0.estimate.replications },
    ])

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    try table.write(comparison.variances, to: sink)
  }
}
