import Outcomes

/// The definitions of the figures that the run has, each with its name in `outcomes.csv`.
enum GlossarySection {
  /// The section; none where the run has no figure.
  static func view(_ findings: Findings?) -> [GlossaryView] {
    guard let findings else { return [] }
    var seen: Set<String> = []
    let terms = findings.comparison.rows.compactMap { row -> TermView? in
      guard seen.insert(row.metric).inserted,
        let definition = Glossary.definition(of: row.metric)
      else { return nil }
      return TermView(
        id: LinkView.id(of: row.metric), title: MetricTitle.title(of: row.metric),
        name: row.metric, unit: unit(row.unit), definition: definition)
    }
    guard !terms.isEmpty else { return [] }
    let models = findings.models.map {
      FactView(name: "model \($0.readable)", value: $0.name.printable)
    }
    return [GlossaryView(models: models + scopes, terms: terms)]
  }

  private static let scopes = [
    FactView(name: "of all payments or pools: scope", value: "all"),
    FactView(name: "of a corridor or a pool", value: "corridor NYC>SIN USD, pool NYC USD"),
  ]

  private static func unit(_ unit: String) -> String {
    switch unit {
    case "s": "in seconds"
    case "h": "in hours"
    case "share": "as a share of one"
    case "count": "as a number"
    default: "in units of a currency"
    }
  }
}

extension LinkView {
  /// The link to a metric's definition; none where it has none.
  static func to(_ metric: String?) -> [LinkView] {
    guard let metric, let text = Glossary.definition(of: metric) else { return [] }
    return [LinkView(id: id(of: metric), hint: text)]
  }

  /// Where the page defines a metric.
  static func id(of metric: String) -> String { "m-" + metric }
}
