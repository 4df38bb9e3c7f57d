public import Outcomes

/// `outcomes.csv`: one figure a row, in the order of the comparison.
///
/// Its columns stand in `sweep.csv`, behind those of the cell, and as members of what `compare
/// --json` and `sweep --json` print too.
public enum OutcomesCSV {
  /// An outcome while it is read.
  struct Draft: Sendable {
    var figure = FigureDraft()
    var estimate = EstimateDraft()
  }

  /// The columns: what the figure is of, then its mean, or what is known of it.
  static let table = Table<OutcomeRow, Draft>(
    "outcomes.csv",
    FigureDraft.columns(
      of: OutcomeRow.self, metric: "a metric of the list below",
      scope: "what it is of: `all`, `corridor NYC>SIN USD` (with a conversion `USD/SGD`), "
        + "`currency USD`, `day 2026-03-07` (of instruction, UTC), `pool NYC USD`",
      unit: "`s`, `h`, `share`, `count`, or the code of a currency in major units"
    ).map { $0.of({ $0 }, into: \.figure) }
      + Estimate.columns().map { $0.of({ $0.estimate }, into: \.estimate) })

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    try table.write(comparison.rows, to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String { table.text(comparison.rows) }

  /// Reads the file back to the bit; problems are noted.
  static func read(_ text: String, _ reading: inout TableReading) -> [OutcomeRow] {
    table.read(text, from: Draft(), &reading) { draft, reading, record in
      guard let metric = draft.figure.metric, let scope = draft.figure.scope,
        let unit = draft.figure.unit, let estimate = draft.estimate.estimate(&reading, record)
      else { return nil }
      return OutcomeRow(
        model: draft.figure.model, metric: metric, scope: scope, unit: unit, estimate: estimate)
    }
  }
}
