public import Outcomes

/// `curves.csv`: the share of the payments that were credited within a time, a point a row.
public enum CurvesCSV {
  /// The columns in their order.
  public static let columns = ["model", "seconds", "share"]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(
    _ comparison: Comparison, to sink: (String) throws -> Void
  ) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for curve in comparison.curves {
      for point in curve.points {
        try text.row(
          [
            CSVText.field(curve.model), CSVText.field(point.seconds), CSVText.field(point.share),
          ], to: sink)
      }
    }
    try text.flush(to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison) { whole += $0 }
    return whole
  }
}
