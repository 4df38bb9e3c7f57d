import Measures
public import Outcomes
import Vocabulary

/// The series of a warm-up as CSV: one stretch of instruction a row.
///
/// The stretches follow each other without a gap from the start of the run, no warm-up left out:
/// Welch's moving average and the cut of MSER-5 (White 1997) say how long one should be. Written
/// where `--out` of `nostro warm-up` names a file; no folder of a run has it.
public enum WarmUpCSV {
  /// A stretch with what it is of.
  struct Row {
    let effect: WarmUpEffect
    let stretch: StretchSeries.Stretch
    let isTruncated: Bool
  }

  /// The columns: what the stretch is of, its mean, how it was judged. Documents say once for all
  /// stretches what they are of and how many are cut off.
  static let table = Table<Row, Void>("warm-up.csv", names + estimate + judgement)

  /// What the stretch is of; the same in every row but for its start.
  private static let names: [Column<Row, Void>] = [
    .text("model", "the model") { $0.effect.model }.inFileAlone,
    .text("metric", "as in `outcomes.csv`") { $0.effect.metric.name }.inFileAlone,
    .text("unit", "as in `outcomes.csv`") { $0.effect.unit.name }.inFileAlone,
    .exact(
      "from_utc", "instant", "the first instant of the stretch",
      about: "The first instant of the stretch, ISO 8601."
    ) { $0.stretch.start.description }.inDocuments(as: "from"),
  ]

  private static let estimate = Estimate.columns(
    mean: "without a value, or where some are later than the horizon",
    bound: "where the mean is there"
  ).map { $0.of { (row: Row) in row.stretch.estimate } }

  /// What the series says of the stretch.
  private static let judgement: [Column<Row, Void>] = [
    .number(
      "moving_average", "as `unit` says", "Welch's moving average",
      empty: "near the ends, and where a stretch of it is later than the horizon",
      about: "Welch's; null where there is none."
    ) { $0.stretch.smoothed },
    .text("truncated", "`yes` where MSER-5 cuts the stretch off, `no` otherwise") {
      $0.isTruncated ? "yes" : "no"
    }.inFileAlone,
  ]

  /// The stretches in the order of time.
  static func rows(_ effect: WarmUpEffect) -> [Row] {
    let cut = effect.series.truncation.stretches
    let stretches = effect.series.stretches(window: effect.window)
    return stretches.enumerated().map { place, stretch in
      Row(effect: effect, stretch: stretch, isTruncated: place < cut)
    }
  }

  /// The whole file; numbers are empty where a stretch has no value.
  public static func text(_ effect: WarmUpEffect) -> String { table.text(rows(effect)) }
}
