import Outcomes
import Vocabulary

/// What the reader may not conclude, subject by subject.
///
/// Sentences of the scenario's author stand here too: sources and what was assumed. They are text,
/// never markup.
enum ModelCaveats {
  /// The section; none where there is nothing to say.
  ///
  /// - Parameters:
  ///   - limits: What the model leaves out, a sentence each.
  ///   - sources: Which facts of the outside world are weak, and what was assumed.
  static func view(
    _ findings: Findings, limits: [String], sources: [String], sizing: Sizing?
  ) -> [LimitsView] {
    let groups = [
      LimitsGroupView(title: "What the model leaves out", items: limits),
      LimitsGroupView(title: "What it rests on", items: sources),
      LimitsGroupView(title: "What a sizing says", items: SizingSection.limits(sizing)),
      LimitsGroupView(title: "How large the sample is", items: sample(findings)),
    ].map { LimitsGroupView(title: $0.title, items: $0.items.map(\.printable)) }
      .filter { !$0.items.isEmpty }
    return groups.isEmpty ? [] : [LimitsView(groups: groups)]
  }

  /// What chance leaves open.
  ///
  /// How many replications there are, how many differences chance alone would mark (one in twenty),
  /// and which figures rest on fewer replications or lie beyond the horizon.
  private static func sample(_ findings: Findings) -> [String] {
    let rows = findings.comparison.rows
    let count = findings.comparison.header.replications
    guard !rows.isEmpty else { return [] }
    guard count > 1 else {
      return [
        "One replication shows what can happen, not what is to be expected; it has no intervals."
      ]
    }
    var items = [
      "An interval says how well \(count) replications know the mean of this scenario. It says "
        + "nothing of how well the scenario is like the world."
    ]
    let differences = rows.count { $0.model.contains(" minus ") && $0.estimate.interval != nil }
    if differences > 0 {
      items.append(
        "outcomes.csv holds \(differences.counted("difference")). If there were none at all, "
          + "about one in twenty would still bear a star.")
    }
    guard findings.comparison.variation != .nothing else { return items }
    let rare = rows.count { $0.estimate.mean != nil && $0.estimate.replications < count }
    if rare > 0 {
      items.append(
        "\(rare.counted("figure is a mean", "figures are means")) of fewer than \(count) replications: "
          + "in the others there was nothing to measure.")
    }
    let late = rows.count { $0.estimate.mean == nil }
    if late > 0 {
      items.append(
        "\(late.counted("figure has", "figures have")) no mean: later than the horizon in some "
          + "replications; outcomes.csv says in how many.")
    }
    return items
  }
}
