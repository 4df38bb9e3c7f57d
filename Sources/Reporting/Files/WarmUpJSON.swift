import Measures
public import Outcomes
import Vocabulary

/// The effect of a warm-up as one JSON document, for programs: `--json`.
public enum WarmUpJSON {
  /// The figures without a warm-up and with each, the cut of MSER-5 and the series, whose stretches
  /// are the rows of `WarmUpCSV`; `format` counts changes of the shape.
  ///
  /// Its schema is `DocumentSchemas.warmUp`, which a test holds against what is printed.
  ///
  /// - Returns: One document, ended by LF; its schema is `DocumentSchemas.warmUp`.
  public static func text(_ effect: WarmUpEffect) -> String {
    let cut = effect.series.truncation
    let document = JSONNode.object([
      ("format", .whole(2)), ("scenario", .string(effect.scenario)),
      ("model", .string(effect.model)), ("metric", .string(effect.metric.name)),
      ("unit", .string(effect.unit.name)),
      ("replications", .whole(effect.replications)),
      ("stretch_hours", .whole(effect.series.hours)),
      ("window", .whole(effect.window)),
      (
        "mser5",
        .object([
          ("stretches", .whole(cut.stretches)),
          ("trusted", .boolean(cut.isTrusted)),
          ("observations", .whole(cut.observations)),
          ("censored", .whole(cut.censored)),
        ])
      ),
      ("figures", .array(effect.figures.map(member))),
      (
        "stretches",
        .array(WarmUpCSV.rows(effect).map { .object(WarmUpCSV.table.members($0)) })
      ),
    ])
    return document.text() + "\n"
  }

  /// A figure with the warm-up that was left out of it, in hours.
  ///
  /// Null where no replication has a value, as everywhere.
  private static func member(_ figure: WarmUpEffect.Figure) -> JSONNode {
    .object(
      [
        ("warm_up", .string(figure.name)),
        ("hours", .number(Double(figure.warmUp.microseconds) / 3_600_000_000)),
      ] + Estimate.members(figure.estimate))
  }
}
