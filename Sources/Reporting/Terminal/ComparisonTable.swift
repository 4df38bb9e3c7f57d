public import Outcomes
import Vocabulary

/// The outcome of a run for a terminal of 80 columns: the answer in sentences, then tables of
/// speed, causes and money.
///
/// Rows are those of the topics, whatever a scenario has of them; a figure that no model has takes
/// no line.
///
/// Names of models stand as columns, so that lines fit; sentences use their titles.
public enum ComparisonTable {
  /// How many columns the text takes at most.
  public static let width = 80

  /// The text, lines ended by LF.
  ///
  /// Every later model stands beside the first, in tables of their own where there are more than
  /// two; a model alone stands alone.
  public static func text(_ comparison: Comparison) -> String {
    let findings = Findings(comparison)
    var lines = heading(comparison.header)
    let precision = comparison.precision.map {
      PrecisionText.sentence($0, replications: comparison.header.replications)
    }
    for sentence in Headline(findings).sentences + DesignText(comparison).sentences
      + [precision].compactMap({ $0 })
    {
      lines += [""] + sentence.wrapped(to: width)
    }
    if findings.laterModels.isEmpty {
      lines += sections(findings, later: nil)
    } else {
      for later in findings.laterModels { lines += sections(findings, later: later) }
    }
    return (lines + [""] + legend(findings)).joined(separator: "\n") + "\n"
  }

  /// The title or, where there is none, the name; the time that was simulated, how often, and the
  /// seed.
  private static func heading(_ header: Header) -> [String] {
    let title = header.title.isEmpty ? header.name : header.title
    let runs = header.replications == 1 ? "1 replication" : "\(header.replications) replications"
    let facts = "\(header.from) to \(header.horizon), \(runs), seed \(header.seed)"
    return title.printable.wrapped(to: width) + facts.wrapped(to: width)
  }

  /// The tables of one later model beside the first, or of the first alone.
  ///
  /// - Parameter later: `nil` for the first model alone.
  static func sections(_ findings: Findings, later: ModelHeader?) -> [String] {
    let groups = [.speed, .way, .hours, .money(findings)].compactMap { (topic: Topic) in
      let rows = topic.shown(in: findings).map { cells(of: $0, findings, later: later) }
      return rows.isEmpty ? nil : TextTable.Group(title: topic.title, rows: rows)
    }
    var heading = ["", findings.models.first?.name.printable ?? ""]
    if let later { heading += [later.name.printable, "difference  "] }
    return TextTable(heading: heading, groups: groups).lines(width: width)
  }

  /// The rows that the tables show.
  ///
  /// - Complexity: O(lines × models).
  static func shown(_ findings: Findings) -> [OutcomeRow] {
    [.speed, .way, .hours, .money(findings)].flatMap { (topic: Topic) in
      topic.shown(in: findings).flatMap { line in
        findings.models.compactMap { findings.row($0.name, line.metric, line.scope) }
          + findings.laterModels.compactMap {
            findings.difference($0, line.metric, line.scope)
          }
      }
    }
  }

  /// - Returns: The title of a line, the first model's figure and, beside a later model, that
  ///   model's and the paired difference; `–` where a replication gives none.
  private static func cells(
    of line: Topic.Line, _ findings: Findings, later: ModelHeader?
  ) -> [String] {
    let first = findings.models.first.flatMap {
      findings.row($0.name, line.metric, line.scope)
    }
    let start = [line.title, first?.meanAndHalfWidth ?? "–"]
    guard let later else { return start }
    let second = findings.row(later.name, line.metric, line.scope)
    let difference = findings.difference(later, line.metric, line.scope)
    return start + [
      second?.meanAndHalfWidth ?? "–",
      (difference?.differenceAndHalfWidth ?? "–")
        + (difference?.estimate.differsFromZero == true ? " *" : "  "),
    ]
  }

  /// What the signs in the tables mean.
  ///
  /// What is not in the tables is not explained: without a second model nothing is said of
  /// differences, with one observation nothing of intervals.
  static func legend(_ findings: Findings) -> [String] {
    let interval =
      findings.comparison.variation == .nothing
      ? "Every figure is one observation: no chance made the differences."
      : DesignText(findings.comparison).interval
    let notes = shown(findings).notes.flatMap { $0.wrapped(to: width) }
    guard !findings.laterModels.isEmpty, findings.comparison.variation != .nothing else {
      return interval.wrapped(to: width) + notes
    }
    return interval.wrapped(to: width) + notes
      + ("* the interval of the paired difference leaves zero out; without it, chance could have "
      + "made the difference. pp: percentage points.").wrapped(to: width)
  }
}
