extension DocumentSchemas {
  /// How a scenario stands to what is committed beside it.
  ///
  /// A fingerprint that moved says in its state how far the change reached: `order` of events
  /// alone, entries in the `books`, or `outcomes` of payments. Each takes in the ones before it.
  static let committed = DocumentShape.object([
    DocumentShape.Member(
      "file_changed", .optional(.truth),
      "Whether the scenario's file is another than the committed one; null where none is."),
    DocumentShape.Member(
      "fingerprints",
      .list(
        .object([
          DocumentShape.Member("model", .text, "The model."),
          DocumentShape.Member(
            "state", .text, "same, not-compared, or what moved: order, books, outcomes."),
          DocumentShape.Member(
            "committed_seed", .optional(.whole), "The seed of the committed one; null without one."),
        ])), "One for each model."),
    DocumentShape.Member(
      "not_compared", .list(.text), "What is not compared and why, a sentence each."),
    DocumentShape.Member(
      "compared_figures", .whole, "How many committed figures were compared."),
    DocumentShape.Member("moved_figures", .list(movedFigure), "The most telling first."),
  ])

  /// A figure that lies outside of its tolerance, or is on one side alone.
  private static let movedFigure = DocumentShape.object([
    DocumentShape.Member("model", .text, "The model."),
    DocumentShape.Member("metric", .text, "The metric."),
    DocumentShape.Member("scope", .text, "What it is of."),
    DocumentShape.Member("unit", .text, "The unit of both estimates."),
    DocumentShape.Member(
      "before", .optional(.object(estimate)), "What is committed; null for a new figure."),
    DocumentShape.Member(
      "after", .optional(.object(estimate)), "What came now; null where it is given no longer."),
    DocumentShape.Member("sentence", .text, "The same in words."),
  ])
}
