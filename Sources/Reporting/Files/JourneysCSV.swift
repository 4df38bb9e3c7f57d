import Bookkeeping
public import Outcomes
import Vocabulary

/// `journeys.csv`: one segment of one payment a row, at least one of each payment.
public enum JourneysCSV {
  /// The columns in their order; `segment` counts from 1 within its payment.
  public static let columns = [
    "model", "replication", "payment", "segment", "cause", "from_utc", "to_utc",
  ]

  /// Writes the journeys in chunks, so that they need not lie in memory twice; errors of the sink
  /// pass through.
  public static func write(
    _ journeys: some Sequence<RecordedJourney>, header: Bool = true,
    to sink: (String) throws -> Void
  ) rethrows {
    var text = CSVText()
    if header { try text.row(columns, to: sink) }
    for recorded in journeys {
      let model = CSVText.field(recorded.model)
      let payment = CSVText.field(recorded.journey.payment)
      for (place, segment) in rows(of: recorded.journey).enumerated() {
        try text.row(
          [
            model, String(recorded.replication), payment, String(place + 1), segment.cause.name,
            segment.from.description, segment.to.description,
          ], to: sink)
      }
    }
    try text.flush(to: sink)
  }

  /// What a journey is written as: its segments, or one without length where it has none, so that
  /// who counts the payments of the file misses none.
  private static func rows(of journey: Journey) -> [Segment] {
    guard journey.segments.isEmpty else { return journey.segments }
    return [Segment(cause: .processing, from: journey.instructed, to: journey.instructed)]
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison.journeys) { whole += $0 }
    return whole
  }
}
