public import Outcomes

/// `quantiles.csv`: the 5th percentile, the median and the 95th of a figure over the replications.
///
/// Values are order statistics (rank ⌈p·n⌉, censored replications behind all others) with the
/// interval of order statistics, which holds for every distribution (Hahn and Meeker 1991, 5.2).
/// `report` reads the file back: sentences speak of the median where there is no mean.
public enum QuantilesCSV {
  /// A quantile while it is read; `needs` is not, since the probability gives it.
  ///
  /// Numbers are optional while they are read: what must be there is asked for at the end, so
  /// that all problems of a row are told.
  struct Draft: Sendable {
    var figure = FigureDraft()
    var probability, value, low, high, atLeast: Double?
    var replications, censored: Int?
    var note = ""
  }

  /// The columns: what the figure is of, then one quantile of it.
  ///
  /// - Invariant: The first columns are those of outcomes.csv, so that both files join on them.
  static let table = Table<QuantileRow, Draft>(
    "quantiles.csv",
    FigureDraft.columns(
      of: QuantileRow.self, model: "the model's name",
      metric: "a time to credit, or what pools lack: a metric of the list above"
    ).map { $0.of({ $0 }, into: \.figure) } + quantile + standing)

  /// The quantile with its interval; every end may be missing by itself.
  ///
  /// A mean of a time that is later than the horizon in some replications does not exist; its
  /// quantiles often do.
  private static let quantile: [Column<QuantileRow, Draft>] = [
    .number(
      "probability", "share",
      "the share of the replications that do not pass the value: 0.05, 0.5, 0.95",
      into: { $0.probability = $1 }
    ) { $0.estimate.probability },
    .number(
      "value", "as `unit` says",
      "the value of rank ⌈p·n⌉, those later than the horizon behind all others",
      empty: "where it falls among them", into: { $0.value = $1 }
    ) { $0.estimate.value },
    .number(
      "low95", "as `unit` says", "the lower end of its 95 % interval",
      empty: "below `needs` values; antithetic replications; where it falls among those later than "
        + "the horizon", into: { $0.low = $1 }
    ) { $0.estimate.low },
    .number("high95", "as `unit` says", "the upper end", empty: "likewise", into: { $0.high = $1 })
    {
      $0.estimate.high
    },
  ]

  /// What the quantile rests on.
  private static let standing: [Column<QuantileRow, Draft>] = [
    .count("replications", "how many replications have a value", into: { $0.replications = $1 }) {
      $0.estimate.count
    },
    .count(
      "censored", "in how many the figure is later than the horizon", into: { $0.censored = $1 }
    ) {
      $0.estimate.censored
    },
    .number(
      "at_least", "as `unit` says", "below what the quantile cannot lie",
      empty: "where it has a value", into: { $0.atLeast = $1 }
    ) { $0.estimate.atLeast },
    // It follows from the probability.
    .count(
      "needs",
      "how many values an interval needs: 6 for the median, 72 for the 5th and 95th percentile"
    ) { $0.estimate.needs },
    .text(
      "note", "why there is no interval, or no upper end of it", empty: "where there is one",
      into: { $0.note = $1 }
    ) { $0.estimate.note ?? "" },
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  ///
  /// - Complexity: O(rows); memory O(1) beside them.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    try table.write(comparison.quantiles, to: sink)
  }

  /// Reads the file back to the bit; problems are noted.
  ///
  /// - Returns: Rows in the order of the file, without those that have a problem.
  static func read(_ text: String, _ reading: inout TableReading) -> [QuantileRow] {
    table.read(text, from: Draft(), &reading) { draft, _, _ in
      guard let metric = draft.figure.metric, let scope = draft.figure.scope,
        let unit = draft.figure.unit, let probability = draft.probability,
        let count = draft.replications, let censored = draft.censored
      else { return nil }
      return QuantileRow(
        model: draft.figure.model, metric: metric, scope: scope, unit: unit,
        estimate: QuantileEstimate(
          probability: probability, value: draft.value, atLeast: draft.atLeast, low: draft.low,
          high: draft.high, count: count, censored: censored, note: draft.note))
    }
  }
}
