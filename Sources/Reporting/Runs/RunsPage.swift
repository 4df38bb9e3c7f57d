import Outcomes

/// Runs side by side as one page: `nostro report DIR DIR --out DIR`.
public enum RunsPage {
  /// The page; a section for each model that all runs have.
  ///
  /// - Parameter runs: Two at least; differences are to the first.
  /// - Returns: A page that needs nothing beside itself, the same bytes for the same runs.
  public static func html(_ runs: [FinishedRun]) -> String {
    let beside = RunsBeside(runs: runs)
    let title = runs.map { $0.label.printable }.joined(separator: " beside ")
    return PageTemplate.render(
      PageView(
        title: title, style: PageStyle.text,
        question: runs.first.map { [$0.parts.header.question.printable] } ?? [], description: [],
        sentences: runs.map(RunsTable.facts), notes: [], tiles: [],
        sections: beside.models.enumerated().map { section($0, $1, beside) }, limits: [],
        glossary: GlossarySection.view(beside.models.first.map(beside.findings)), again: [],
        command: "nostro report " + runs.map { $0.label.printable }.joined(separator: " ")))
  }

  /// The tables of topics with the runs in the place of models; notes say that their samples are
  /// taken for independent.
  private static func section(_ place: Int, _ model: ModelHeader, _ beside: RunsBeside)
    -> SectionView
  {
    let findings = beside.findings(of: model)
    var section = SectionView(id: "model-\(place)", title: model.readable)
    section.remarks = [beside.note]
    section.tables = [.speed, .way, .hours, .money(findings)].flatMap { (topic: Topic) in
      TopicTable.tables(topic, findings)
    }.map { table in
      var table = table
      table.notes =
        ["Mean over replications ± half the 95 % interval. " + beside.note]
        + ComparisonTable.shown(findings).notes
      return table
    }
    return section
  }
}
