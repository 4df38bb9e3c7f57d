public import Outcomes
import Vocabulary

/// `service-levels.csv`: pre-funding against the service level that is promised, and what it
/// realised where it was tried.
///
/// First the curves, a row for each level that the recorded replications can tell, then the points
/// that were laid out and tried in the third set of replications. Amounts are exact decimals in
/// major units of the currency, all pools of it together.
public enum ServiceLevelsCSV {
  /// The columns: what is promised, then what fresh replications showed of it, which documents hold
  /// as an object of its own.
  static let table = Table<Sizing.Point, Void>(
    "service-levels.csv", promised + realised.map(\.inFileAlone))

  /// What the recorded replications promise.
  ///
  /// What was promised, and what that takes.
  private static let promised: [Column<Sizing.Point, Void>] = [
    .text("model", "the model whose flows were sized", about: "The model.") { $0.model },
    .exact("currency", "ISO 4217", "the currency of the pools", about: "ISO 4217.") {
      $0.currency.code
    },
    .text(
      "arrangement", "`none`, `policy`, `bound` or `token`, as in `sizing.csv`",
      about: "none, policy, bound or token."
    ) { $0.arrangement },
    .rounded("service_level", "share", "what is promised", about: "What is promised, 0 to 1.") {
      $0.level.levelDigits
    },
    .exact(
      "prefunding", "major units",
      "all pools together: of a point that was tried, what was allocated; of a curve, what to hold in "
        + "the proportions that are laid out for the next level from it on; of a bound, its quantile",
      about: "All pools together, a decimal."
    ) { $0.currency.decimal($0.prefunding) }.orNull,
  ]

  /// What replications showed that had no part in the promise.
  ///
  /// What fresh replications showed; all empty of a point of a curve.
  private static let realised: [Column<Sizing.Point, Void>] = [
    .number(
      "realised", "share",
      "how often nothing waited for money in the third set, by the recorded flows where runs agree "
        + "with them, else by runs", empty: "where it was not tried"
    ) { $0.realised?.share },
    .number(
      "low95", "share", "the lower end of its 95 % interval (Clopper and Pearson)",
      empty: "where it was not tried; one observation"
    ) { $0.realised?.low },
    .number("high95", "share", "the upper end", empty: "likewise") { $0.realised?.high },
    .count(
      "fresh_replications",
      "out of how many fresh replications; 1 where all are one observation",
      empty: "where it was not tried"
    ) { $0.realised?.count },
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ sizing: Sizing, to sink: (String) throws -> Void) rethrows {
    try table.write(sizing.curves, to: sink)
  }

  /// The whole file.
  public static func text(_ sizing: Sizing) -> String { table.text(sizing.curves) }
}
