public import Outcomes
import Vocabulary

/// The series of a warm-up as CSV: one stretch of instruction a row.
public enum WarmUpCSV {
  /// The columns in their order; `moving_average` is Welch's, `truncated` what MSER-5 cuts off.
  public static let columns = [
    "model", "metric", "unit", "from_utc", "mean", "low95", "high95", "replications",
    "moving_average", "truncated",
  ]

  /// The whole file; numbers are empty where a stretch has no value.
  public static func text(_ effect: WarmUpEffect) -> String {
    var (text, whole) = (CSVText(), "")
    let cut = effect.series.truncation.stretches
    text.row(columns) { whole += $0 }
    for (place, stretch) in effect.series.stretches(window: effect.window).enumerated() {
      let interval = stretch.estimate?.interval
      text.row([
        CSVText.field(effect.model), effect.metric, effect.unit,
        stretch.start.description, CSVText.field(stretch.estimate?.mean),
        CSVText.field(interval?.lowerBound), CSVText.field(interval?.upperBound),
        String(stretch.estimate?.replications ?? 0), CSVText.field(stretch.smoothed),
        place < cut ? "yes" : "no",
      ]) { whole += $0 }
    }
    text.flush { whole += $0 }
    return whole
  }
}
