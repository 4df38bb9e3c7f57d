import Measures
public import Outcomes

/// `shares.csv`: in how many replications something was so, with the interval of Clopper and
/// Pearson (Biometrika 26, 1934), which covers at least as often as it says.
///
/// A row a fact of a model or of one of its pools; of antithetic replications, which are not
/// independent, and of one observation there is no interval.
public enum SharesCSV {
  /// The columns: what was so of what, how often, and the interval of the chance behind it.
  static let table = Table<ShareRow, Void>(
    "shares.csv",
    [
      .text("model", "the model's name") { $0.model },
      .text(
        "that",
        "`all payments credited` by the horizon, `no payment late`, `nothing waited for money` in a "
          + "pool"
      ) { $0.that },
      .text("scope", "`all`, or a pool") { $0.scope.name },
      .number("share", "share", "the share of the replications") { $0.share },
      .number(
        "low95", "share", "the lower end of its 95 % interval (Clopper and Pearson)",
        empty: "antithetic replications; one observation"
      ) { $0.interval?.lowerBound },
      .number("high95", "share", "the upper end", empty: "likewise") { $0.interval?.upperBound },
      .count("successes", "in how many replications it was so") { $0.successes },
      .count("replications", "of how many that can tell") { $0.replications },
    ])

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    try table.write(comparison.shares, to: sink)
  }
}
