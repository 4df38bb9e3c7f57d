import Measures
import Outcomes

/// The definitions of the figures that the run has, each with its name in `outcomes.csv`.
enum GlossarySection {
  /// The section; none where the run has no figure.
  ///
  /// In the order in which the rows first name them; each metric once, whatever it is of.
  static func view(_ findings: Findings?) -> [GlossaryView] {
    guard let findings else { return [] }
    var seen: Set<Metric> = []
    let terms = findings.comparison.rows.compactMap { row -> TermView? in
      guard seen.insert(row.metric).inserted else { return nil }
      return TermView(
        id: LinkView.id(of: row.metric), title: row.metric.title,
        name: row.metric.name, unit: unit(row.unit), definition: row.metric.definition)
    }
    guard !terms.isEmpty else { return [] }
    let models = findings.models.map {
      FactView(name: "model \($0.readable)", value: $0.name.printable)
    }
    return [GlossaryView(models: models + scopes, terms: terms)]
  }

  /// How scopes are written in outcomes.csv, by an example of each kind.
  private static let scopes = [
    FactView(name: "of all payments or pools: scope", value: "all"),
    FactView(name: "of a corridor or a pool", value: "corridor NYC>SIN USD, pool NYC USD"),
  ]

  /// In what the files count the figure; pages count times in hours or minutes where those say it
  /// better.
  private static func unit(_ unit: Unit) -> String {
    switch unit {
    case .seconds: "in seconds"
    case .hours: "in hours"
    case .share: "as a share of one"
    case .count: "as a number"
    case .ratio: "as a ratio"
    case .currency: "in units of a currency"
    }
  }
}

extension LinkView {
  /// The link to a metric's definition; none where there is no metric.
  ///
  /// A list, since a template shows what is in one and leaves an empty one out.
  static func to(_ metric: Metric?) -> [LinkView] {
    metric.map { [LinkView(id: id(of: $0), hint: $0.definition)] } ?? []
  }

  /// Where the page defines a metric.
  static func id(of metric: Metric) -> String { "m-" + metric.name }
}
