import Bookkeeping
public import Outcomes
import Vocabulary

/// `journeys.csv`: one segment of one payment a row, at least one of each payment.
///
/// By replication, model and payment, in the order in which payments ended; the segments of a
/// payment have no gap. The largest file of a run, hundreds of thousands of rows with `--journeys
/// all`: it is written replication by replication, and no reader of the program reads it back.
public enum JourneysCSV {
  /// A segment with its payment, of which it takes nothing but names.
  struct Row {
    let recorded: RecordedJourney
    /// The place of the segment in its payment, from 1.
    ///
    /// The place of the segment in its payment, from 1.
    let number: Int
    let segment: Segment
  }

  /// The columns; a segment begins where the one before it ends.
  static let table = Table<Row, Void>(
    "journeys.csv",
    [
      .text("model", "the model's name") { $0.recorded.model },
      .count("replication", "the replication, from 0") { $0.recorded.replication },
      .text(
        "payment",
        "the payment: its flow, local day and number, or its given name; `nostro explain` tells its "
          + "story"
      ) { $0.recorded.journey.payment },
      .count("segment", "the place of the segment in its payment, from 1") { $0.number },
      .text("cause", causes) { $0.segment.cause.name },
      .exact("from_utc", "instant", "when the segment begins: the end of the one before it") {
        $0.segment.from.description
      },
      .exact("to_utc", "instant", "when it ends; as `from_utc` where the payment took no time") {
        $0.segment.to.description
      },
    ])

  /// Every cause: `` `processing`, `batch` or `night` ``.
  ///
  /// All causes as a list in words, so that the dictionary knows a new one.
  private static let causes: String = {
    let names = Cause.allCases.map { "`\($0.name)`" }
    return names.dropLast().joined(separator: ", ") + names.suffix(1).map { " or \($0)" }.joined()
  }()

  /// Writes the journeys in chunks, so that they need not lie in memory twice; errors of the sink
  /// pass through.
  public static func write(
    _ journeys: some Sequence<RecordedJourney>, header: Bool = true,
    to sink: (String) throws -> Void
  ) rethrows {
    // Plain loops: sequences of a type that is not known here cost more than the writing itself.
    var text = CSVText()
    if header { try text.row(table.names, to: sink) }
    for recorded in journeys {
      for (place, segment) in segments(of: recorded.journey).enumerated() {
        let row = Row(recorded: recorded, number: place + 1, segment: segment)
        try text.row(table.fields(row), to: sink)
      }
    }
    try text.flush(to: sink)
  }

  /// What a journey is written as: its segments, or one without length where it has none, so that
  /// who counts the payments of the file misses none.
  ///
  /// A payment that took no time, such as one credited at once, still has a row: who counts
  /// payments in the file counts all of them.
  private static func segments(of journey: Journey) -> [Segment] {
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
