import Measures
public import Outcomes
import Vocabulary

/// The effect of a warm-up as one JSON document, for programs: `--json`.
public enum WarmUpJSON {
  /// The figures, the cut and the series; `format` counts changes of the shape.
  public static func text(_ effect: WarmUpEffect) -> String {
    let cut = effect.series.truncation
    let document = JSONText.object([
      ("format", .integer(2)), ("scenario", .string(effect.scenario)),
      ("model", .string(effect.model)), ("metric", .string(effect.metric.name)),
      ("unit", .string(effect.unit.name)),
      ("replications", .integer(UInt64(max(0, effect.replications)))),
      ("stretch_hours", .integer(UInt64(max(0, effect.series.hours)))),
      ("window", .integer(UInt64(max(0, effect.window)))),
      (
        "mser5",
        .object([
          ("stretches", .integer(UInt64(max(0, cut.stretches)))),
          ("trusted", .truth(cut.isTrusted)),
          ("observations", .integer(UInt64(max(0, cut.observations)))),
          ("censored", .integer(UInt64(max(0, cut.censored)))),
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

  private static func member(_ figure: WarmUpEffect.Figure) -> JSONText {
    .object(
      [
        ("warm_up", .string(figure.name)),
        ("hours", .number(Double(figure.warmUp.microseconds) / 3_600_000_000)),
      ] + Estimate.members(figure.estimate))
  }
}
