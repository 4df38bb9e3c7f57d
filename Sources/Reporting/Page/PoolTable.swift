import Outcomes

/// The pools and the corridors as tables: one line for each model under one heading.
enum PoolTable {
  private static let metrics = [
    "pool.opening_balance", "pool.peak_use", "pool.lowest_balance", "pool.idle_balance",
    "pool.funding_cost", "pool.credit_cost", "pool.turnover", "pool.transferred_in",
    "pool.queued_hours",
  ]

  /// The table of the pools; `nil` where the run has no figure of one.
  static func table(_ findings: Findings) -> TableView? {
    let scopes = findings.scopes(startingWith: "pool ")
    guard !scopes.isEmpty else { return nil }
    let metrics = ModelRows.known(metrics, in: scopes, findings)
    return TableView(
      caption: "Pools",
      notes: ["Means over replications, in the currency of the pool; intervals in outcomes.csv."],
      corner: "pool", isPaired: true, columns: ["model"] + metrics.map(MetricTitle.title(of:)),
      rows: scopes.flatMap { scope in
        ModelRows.rows(title: String(scope.dropFirst(5)), findings) { model in
          metrics.map { metric in
            findings.row(model.name, metric, scope).map {
              Quantity(value: $0.estimate.mean, unit: $0.unit).bareText
            } ?? "–"
          }
        }
      })
  }
}

/// The corridors: how long a payment takes in each, model below model.
enum CorridorTable {
  /// How many corridors the page shows; the others stand in `outcomes.csv`.
  static let shown = 100

  private static let metrics = [
    "payments.instructed", "time_to_credit.p50", "time_to_credit.p95", "within.24h", "late",
  ]

  /// The section; `nil` where the run has no figure of a corridor.
  static func section(_ findings: Findings) -> SectionView? {
    let scopes = findings.scopes(startingWith: "corridor ")
    guard !scopes.isEmpty else { return nil }
    let metrics = ModelRows.known(metrics, in: scopes, findings)
    let table = TableView(
      caption: "Corridors",
      notes: [TopicTable.note(findings)] + rest(scopes.count),
      corner: "corridor", isPaired: true,
      columns: ["model"] + metrics.map(MetricTitle.title(of:))
        + (findings.laterModels.isEmpty ? [] : ["median minus that of the first model"]),
      rows: scopes.prefix(shown).flatMap { scope in
        ModelRows.rows(title: title(scope), findings) { model in
          metrics.map { findings.row(model.name, $0, scope)?.meanAndHalfWidth ?? "–" }
            + difference(model, scope, findings)
        }
      })
    return SectionView(id: "corridors", title: "Corridor by corridor", tables: [table])
  }

  private static func rest(_ count: Int) -> [String] {
    count <= shown ? [] : ["The first \(shown) of \(count); all of them in outcomes.csv."]
  }

  private static func difference(
    _ model: ModelHeader, _ scope: String, _ findings: Findings
  ) -> [String] {
    guard let first = findings.models.first, findings.models.count > 1 else { return [] }
    guard model.name != first.name else { return [""] }
    return [TopicTable.difference(findings.difference(model, "time_to_credit.p50", scope))]
  }

  /// `NYC → SIN USD` of `corridor NYC>SIN USD`.
  private static func title(_ scope: String) -> String {
    scope.dropFirst(9).split(separator: ">").joined(separator: " → ")
  }
}

/// Rows of one heading, one for each model.
enum ModelRows {
  /// The metrics of which some model has a figure in some scope.
  static func known(_ metrics: [String], in scopes: [String], _ findings: Findings) -> [String] {
    metrics.filter { metric in
      scopes.contains { scope in
        findings.models.contains { findings.row($0.name, metric, scope) != nil }
      }
    }
  }

  static func rows(
    title: String, _ findings: Findings, cells: (ModelHeader) -> [String]
  ) -> [TableRowView] {
    findings.models.enumerated().map { place, model in
      let first = [HeadingView(text: title.printable, span: findings.models.count)]
      return TableRowView(
        headings: (place == 0 ? first : []) + [HeadingView(text: model.readable.cut(to: 28))],
        cells: cells(model))
    }
  }
}
