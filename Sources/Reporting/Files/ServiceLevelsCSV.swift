public import Outcomes
import Vocabulary

/// `service-levels.csv`: pre-funding against the service level that is promised, and what it
/// realised where it was tried.
public enum ServiceLevelsCSV {
  /// The columns in their order; `prefunding` is in major units of the currency.
  public static let columns = [
    "model", "currency", "arrangement", "service_level", "prefunding", "realised", "low95",
    "high95", "fresh_replications",
  ]

  /// Writes the file in chunks.
  ///
  /// `realised`, its interval and `fresh_replications` are empty for a point of a curve that was
  /// not tried. Errors of the sink pass through.
  public static func write(_ sizing: Sizing, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for point in sizing.curves {
      try text.row(
        [
          CSVText.field(point.model), point.currency.code, CSVText.field(point.arrangement),
          point.level.levelDigits, point.currency.decimal(point.prefunding),
          CSVText.field(point.realised?.share), CSVText.field(point.realised?.low),
          CSVText.field(point.realised?.high), point.realised.map { String($0.count) } ?? "",
        ], to: sink)
    }
    try text.flush(to: sink)
  }

  /// The whole file.
  public static func text(_ sizing: Sizing) -> String {
    var whole = ""
    write(sizing) { whole += $0 }
    return whole
  }
}
