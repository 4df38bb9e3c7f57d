public import Outcomes

/// `curves.csv`: the share of the payments that were credited within a time, a point a row.
///
/// Over all due payments of all replications together; `CreditCurve` has the times. `report` reads
/// the file back for the pictures of the page.
public enum CurvesCSV {
  /// A point with its model.
  struct Row {
    let model: String
    /// Seconds since instruction and the share credited by then.
    let point: CreditCurve.Point
  }

  /// A point while it is read; its fields are `nil` where they are no numbers.
  struct Draft: Sendable {
    var model = ""
    var seconds, share: Double?
  }

  /// The columns; of a model, seconds rise and shares never fall.
  ///
  /// Rows of a model stand together, ascending in both.
  static let table = Table<Row, Draft>(
    "curves.csv",
    [
      .text("model", "the model's name", into: { $0.model = $1 }) { $0.model },
      .number(
        "seconds", "s",
        "the time since instruction: twelve in each factor of ten from 1 s to about eleven days, and "
          + "the times that people name", into: { $0.seconds = $1 }
      ) { $0.point.seconds },
      .number("share", "share", "the share credited within it", into: { $0.share = $1 }) {
        $0.point.share
      },
    ])

  /// Writes the file in chunks; errors of the sink pass through.
  ///
  /// - Complexity: O(models × points).
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    let rows = comparison.curves.lazy.flatMap { curve in
      curve.points.lazy.map { Row(model: curve.model, point: $0) }
    }
    try table.write(rows, to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison) { whole += $0 }
    return whole
  }

  /// Reads the file back to the bit, points of a model that follow each other as one curve;
  /// problems are noted.
  ///
  /// - Returns: A curve for each model, in the order of the file.
  /// - Complexity: O(rows).
  static func read(_ text: String, _ reading: inout TableReading) -> [CreditCurve] {
    var curves: [CreditCurve] = []
    _ = table.read(text, from: Draft(), &reading) { draft, reading, record -> Void? in
      guard let seconds = draft.seconds, let share = draft.share else { return nil }
      if curves.last?.model != draft.model {
        curves.append(CreditCurve(model: draft.model, points: []))
      }
      let last = curves[curves.count - 1].points.last
      guard seconds > last?.seconds ?? 0, ((last?.share ?? 0)...1).contains(share) else {
        reading.note(record, "expected rising seconds above 0 and shares in 0...1 that never fall")
        return nil
      }
      curves[curves.count - 1].points.append(CreditCurve.Point(seconds: seconds, share: share))
      return ()
    }
    return curves
  }
}
