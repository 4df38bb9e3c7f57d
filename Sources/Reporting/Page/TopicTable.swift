import Outcomes

/// The table of a topic: one line for each metric, models and differences beside each other.
enum TopicTable {
  /// The table; `nil` where the run has no figure of the topic.
  static func table(_ topic: Topic, _ findings: Findings) -> TableView? {
    let lines = topic.shown(in: findings)
    guard !lines.isEmpty, let first = findings.models.first else { return nil }
    let differences = findings.laterModels.map {
      findings.models.count == 2 ? "difference" : "\($0.readable) minus \(first.readable)"
    }
    return TableView(
      caption: topic.title,
      notes: [note(findings)],
      corner: topic.kind, columns: findings.models.map(\.readable) + differences,
      rows: lines.map { line in
        TableRowView(
          headings: [HeadingView(text: line.title, links: LinkView.to(line.metric))],
          cells: cells(of: line, findings))
      })
  }

  private static func cells(of line: Topic.Line, _ findings: Findings) -> [String] {
    findings.models.map { model in
      findings.row(model.name, line.metric, line.scope)?.meanAndHalfWidth ?? "–"
    }
      + findings.laterModels.map { later in
        difference(findings.difference(later, line.metric, line.scope))
      }
  }

  /// A difference with its mark.
  static func difference(_ row: OutcomeRow?) -> String {
    guard let row else { return "–" }
    return row.differenceAndHalfWidth + (row.estimate.differsFromZero ? " *" : "")
  }

  /// What the signs in the cells mean.
  static func note(_ findings: Findings) -> String {
    let interval = "Mean over replications ± half the 95 % interval."
    guard findings.models.count > 1 else { return interval }
    return interval + " * the interval of the paired difference leaves zero out."
  }
}
