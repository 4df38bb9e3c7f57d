import Outcomes

/// The tables of a topic: one line for each metric, models and differences beside each other, or
/// below each other where they would not fit a page.
///
/// Titles lead to the glossary, where the definition stands.
enum TopicTable {
  /// How many differences stand beside the models.
  ///
  /// Assumed: three models and two differences fill the width of A4.
  private static let abreast = 2
  /// How many lines a table has at most.
  ///
  /// Assumed; the rest stands in outcomes.csv, which the table says.
  private static let most = 30

  /// The tables; none where the run has no figure of the topic.
  ///
  /// - Returns: One table or, past two later models, two: figures, then differences.
  static func tables(_ topic: Topic, _ findings: Findings) -> [TableView] {
    let all = topic.shown(in: findings)
    let lines = all.prefix(most)
    guard !lines.isEmpty, let first = findings.models.first else { return [] }
    let later = findings.laterModels
    let minus = " minus \(first.readable)"
    func table(_ caption: String, _ columns: [String], _ cells: (Topic.Line) -> [String])
      -> TableView
    {
      TableView(
        caption: caption,
        notes: [note(findings)] + shown(lines, findings).notes
          + ModelRows.rest(lines.count, of: all.count),
        corner: topic.kind, columns: columns,
        rows: lines.map { line in
          TableRowView(
            headings: [HeadingView(text: line.title, links: LinkView.to(line.metric))],
            cells: cells(line))
        })
    }
    guard later.count > abreast else {
      let titles = later.map { later.count == 1 ? "difference" : $0.readable + minus }
      return [
        table(topic.title, findings.models.map(\.readable) + titles) { line in
          values(of: line, findings) + differences(of: line, findings)
        }
      ]
    }
    return [
      table(topic.title, findings.models.map(\.readable)) { values(of: $0, findings) },
      table("\(topic.title): each\(minus)", later.map(\.readable)) {
        differences(of: $0, findings)
      },
    ]
  }

  /// The rows of some lines, of all models and differences.
  private static func shown(_ lines: ArraySlice<Topic.Line>, _ findings: Findings) -> [OutcomeRow] {
    lines.flatMap { line in
      findings.models.compactMap { findings.row($0.name, line.metric, line.scope) }
        + findings.laterModels.compactMap { findings.difference($0, line.metric, line.scope) }
    }
  }

  /// A cell for each model; `–` where it has no such figure.
  private static func values(of line: Topic.Line, _ findings: Findings) -> [String] {
    findings.models.map { model in
      findings.row(model.name, line.metric, line.scope)?.meanAndHalfWidth ?? "–"
    }
  }

  /// A cell for each later model: its paired difference to the first.
  private static func differences(of line: Topic.Line, _ findings: Findings) -> [String] {
    findings.laterModels.map { difference(findings.difference($0, line.metric, line.scope)) }
  }

  /// A difference with its mark.
  static func difference(_ row: OutcomeRow?) -> String {
    guard let row else { return "–" }
    return row.differenceAndHalfWidth + (row.estimate.differsFromZero ? " *" : "")
  }

  /// What the signs in the cells mean.
  static func note(_ findings: Findings) -> String {
    if findings.comparison.variation == .nothing {
      return "Every figure is one observation, without an interval."
    }
    let interval =
      DesignText(findings.comparison).ofDesign ?? "Mean over replications ± half the 95 % interval."
    guard findings.models.count > 1 else { return interval }
    return interval + " * the interval of the paired difference leaves zero out."
  }
}
