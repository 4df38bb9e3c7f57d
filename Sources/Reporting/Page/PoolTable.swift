import Measures
import Outcomes

/// The pools as a table: one line for each model under one heading.
enum PoolTable {
  /// The table of the pools; `nil` where the run has no figure of one.
  ///
  /// Columns are the metrics of the topic of pools that some model has, so that a run without
  /// tokens has no columns of tokens.
  static func table(_ findings: Findings) -> TableView? {
    let scopes = findings.scopes(of: .pool)
    guard !scopes.isEmpty else { return nil }
    let metrics = ModelRows.known(Topic.Place.pools.metrics, in: scopes, findings)
    let shown = scopes.prefix(ModelRows.most / max(1, findings.models.count))
    return TableView(
      caption: "Pools",
      notes: ["Means over replications, in the currency of the pool; intervals in outcomes.csv."]
        + ModelRows.rest(shown.count, of: scopes.count),
      corner: "pool", isPaired: true, isSortable: true,
      columns: ["model"] + metrics.map(\.title),
      metrics: ModelRows.definitions(metrics),
      rows: shown.flatMap { scope in
        ModelRows.rows(title: title(scope), findings) { model in
          metrics.map { metric in
            let row = findings.row(model.name, metric, scope)
            return (row?.bareMeanText ?? "–", row?.estimate.mean)
          }
        }
      })
  }

  /// `NYC USD` of the pool of that branch.
  private static func title(_ scope: Scope) -> String {
    guard case .pool(let branch, let currency) = scope else { return scope.name }
    return "\(branch) \(currency)"
  }
}

/// The corridors: how long a payment takes in each, model below model.
enum CorridorTable {
  /// How many, how fast at the middle and at the tail, how many in a day, how many too late:
  /// assumed to be what is asked of a corridor.
  private static let metrics: [Metric] = [
    .instructed, .medianTime, .time95, .within24Hours, .late,
  ]

  /// The section; `nil` where the run has no figure of a corridor.
  ///
  /// The matrix comes first where there are corridors enough for one.
  static func section(_ findings: Findings) -> SectionView? {
    let scopes = findings.scopes(of: .corridor)
    guard !scopes.isEmpty else { return nil }
    let metrics = ModelRows.known(metrics, in: scopes, findings)
    let shown = scopes.prefix(ModelRows.most / max(1, findings.models.count))
    let table = TableView(
      caption: "Corridors",
      notes: [TopicTable.note(findings)]
        + shown.flatMap { scope in
          (findings.models.map(\.name)).flatMap { model in
            metrics.compactMap { findings.row(model, $0, scope) }
          }
        }.notes + ModelRows.rest(shown.count, of: scopes.count),
      corner: "corridor", isPaired: true, isSortable: true,
      columns: ["model"] + metrics.map(\.title)
        + (findings.laterModels.isEmpty ? [] : ["median minus that of the first model"]),
      metrics: ModelRows.definitions(metrics),
      rows: shown.flatMap { scope in
        ModelRows.rows(title: title(scope), findings) { model in
          metrics.map { metric in
            let row = findings.row(model.name, metric, scope)
            return (row?.meanAndHalfWidth ?? "–", row?.estimate.mean)
          } + difference(model, scope, findings)
        }
      })
    var section = SectionView(id: "corridors", title: "Corridor by corridor", tables: [table])
    if let matrix = CorridorMatrix.grid(findings) {
      section.legends = [matrix.legend]
      section.grids = [matrix.grid]
      section.remarks = [matrix.remark]
    }
    return section
  }

  /// The paired difference of the median to that of the first model, empty in the first model's own
  /// row; no cell at all in a run of one model.
  private static func difference(
    _ model: ModelHeader, _ scope: Scope, _ findings: Findings
  ) -> [ModelRows.Cell] {
    guard let first = findings.models.first, findings.models.count > 1 else { return [] }
    guard model.name != first.name else { return [("", nil)] }
    let row = findings.difference(model, .medianTime, scope)
    return [(TopicTable.difference(row), row?.estimate.mean)]
  }

  /// `NYC → SIN USD` of `corridor NYC>SIN USD`.
  private static func title(_ scope: Scope) -> String {
    CorridorScope(scope)?.title ?? scope.name
  }
}

/// Rows of one heading, one for each model.
enum ModelRows {
  /// How many rows a table of the page has at most.
  ///
  /// Assumed: three printed pages of pools. Models share it, so that more models mean fewer
  /// headings.
  static let most = 60

  /// A cell and what orders it in its column.
  ///
  /// `value` orders the rows by that column; a cell without one stands last.
  typealias Cell = (text: String, value: Double?)

  /// The metrics of which some model has a figure in some scope.
  ///
  /// - Complexity: O(metrics × scopes × models), each a lookup.
  static func known(_ metrics: [Metric], in scopes: [Scope], _ findings: Findings) -> [Metric] {
    metrics.filter { metric in
      scopes.contains { scope in
        findings.models.contains { findings.row($0.name, metric, scope) != nil }
      }
    }
  }

  /// The metrics by their titles, which lead to the definitions.
  static func definitions(_ metrics: [Metric]) -> [String: Metric] {
    Dictionary(metrics.map { ($0.title, $0) }) { first, _ in first }
  }

  /// Where the rows are that the page leaves out.
  static func rest(_ shown: Int, of all: Int) -> [String] {
    shown < all ? ["The first \(shown) of \(all.grouped); all of them in outcomes.csv."] : []
  }

  /// - Parameters:
  ///   - title: The heading, which spans the rows of all models.
  ///   - cells: Those of a model, as many as the table has columns after that of the model.
  static func rows(
    title: String, _ findings: Findings, cells: (ModelHeader) -> [Cell]
  ) -> [TableRowView] {
    findings.models.enumerated().map { place, model in
      let first = [HeadingView(text: title.printable, span: findings.models.count)]
      return TableRowView(
        headings: (place == 0 ? first : []) + [HeadingView(text: model.readable.cut(to: 28))],
        ordered: cells(model))
    }
  }
}

extension Int {
  /// The number with commas between the thousands.
  fileprivate var grouped: String { Double(self).grouped }
}
