import Measures
public import Outcomes
import Vocabulary

/// The series of a warm-up as CSV: one stretch of instruction a row.
public enum WarmUpCSV {
  /// The columns in their order; `moving_average` is Welch's, `truncated` what MSER-5 cuts off.
  public static let columns =
    ["model", "metric", "unit", "from_utc"] + EstimateColumns.names + [
      "moving_average", "truncated",
    ]

  /// The whole file; numbers are empty where a stretch has no value.
  public static func text(_ effect: WarmUpEffect) -> String {
    var (text, whole) = (CSVText(), "")
    let cut = effect.series.truncation.stretches
    text.row(columns) { whole += $0 }
    for (place, stretch) in effect.series.stretches(window: effect.window).enumerated() {
      let figure =
        stretch.estimate.map(EstimateColumns.fields) ?? ["", "", "", "0", "0", ""]
      text.row(
        [
          CSVText.field(effect.model), effect.metric.name, effect.unit.name,
          stretch.start.description,
        ]
          + figure + [CSVText.field(stretch.smoothed), place < cut ? "yes" : "no"]
      ) { whole += $0 }
    }
    text.flush { whole += $0 }
    return whole
  }
}
