extension DocumentSchemas {
  private typealias Member = DocumentShape.Member

  /// What `nostro warm-up --json` prints: what was run, the cut of MSER-5, the figure under each
  /// warm-up, and the series, whose rows are the columns of `warm-up.csv`.
  ///
  /// Stretches are those of warm-up's CSV; figures are of all payments instructed after the
  /// warm-up.
  static let warmUp = DocumentShape.object([
    Member("format", .constant(2), "Counts changes of this shape."),
    Member("scenario", .text, "The name of the scenario."),
    Member("model", .text, "The model."),
    Member("metric", .text, "The metric; Reports/README.md defines them."),
    Member("unit", .text, "s, h, share, count, or a currency in major units."),
    Member("replications", .whole, "How many replications were run."),
    Member("stretch_hours", .whole, "How many hours of instruction a stretch has."),
    Member("window", .whole, "How many stretches lie on each side in Welch's moving average."),
    Member(
      "mser5",
      .object([
        Member("stretches", .whole, "How many stretches MSER-5 leaves out."),
        Member("trusted", .truth, "Whether the cut lies well inside the first half."),
        Member("observations", .whole, "How many observations it was worked out from."),
        Member("censored", .whole, "How many stretches are later than the horizon."),
      ]), "The truncation of MSER-5 (White 1997)."),
    Member(
      "figures",
      .list(
        .object(
          [
            Member("warm_up", .text, "Which warm-up is left out."),
            Member("hours", .number, "How long it is."),
          ] + estimate)), "The figure without a warm-up and with each."),
    Member(
      "stretches", .list(.object(WarmUpCSV.table.members)), "The stretches in the order of time."),
  ])
}
