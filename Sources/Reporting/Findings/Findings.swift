import Measures
import Outcomes

/// The rows of a comparison by model, metric and scope, and the models as readers know them.
///
/// Shape: a row for each model, metric and scope, and for each paired difference under `later minus
/// first`.
struct Findings {
  /// What came out, as it is written into the files.
  let comparison: Comparison
  /// Where the row of a model, metric and scope stands, so that a page of thousands of figures
  /// takes O(1) for each.
  private let places: [Key: Int]

  private struct Key: Hashable {
    var model: String
    var metric: Metric
    var scope: Scope
  }

  /// Indexes the rows; of two rows alike the first counts.
  init(_ comparison: Comparison) {
    self.comparison = comparison
    var places: [Key: Int] = [:]
    for (place, row) in comparison.rows.enumerated() {
      let key = Key(model: row.model, metric: row.metric, scope: row.scope)
      if places[key] == nil { places[key] = place }
    }
    self.places = places
  }

  /// The models in their order.
  var models: [ModelHeader] { comparison.models }

  /// The models that are compared with the first.
  var laterModels: ArraySlice<ModelHeader> { models.dropFirst() }

  /// The figure of a model.
  func row(_ model: String, _ metric: Metric, _ scope: Scope = .all) -> OutcomeRow? {
    places[Key(model: model, metric: metric, scope: scope)].map { comparison.rows[$0] }
  }

  /// The paired difference of a later model to the first.
  func difference(
    _ later: ModelHeader, _ metric: Metric, _ scope: Scope = .all
  ) -> OutcomeRow? {
    models.first.flatMap { row("\(later.name) minus \($0.name)", metric, scope) }
  }

  /// What a metric says of a later model beside the first; `nil` where one of the two has no mean.
  func contrast(
    _ later: ModelHeader, _ metric: Metric, _ scope: Scope = .all
  ) -> Contrast? {
    guard let first = models.first,
      let before = row(first.name, metric, scope), let after = row(later.name, metric, scope),
      let from = before.estimate.mean, let to = after.estimate.mean, from.isFinite, to.isFinite
    else { return nil }
    return Contrast(
      first: before, later: after, from: from, to: to,
      difference: difference(later, metric, scope))
  }

  /// The median over the replications of a figure of all payments: `10.0 min`, `≥ 17.5 h`; `nil`
  /// where the run does not tell.
  func medianText(_ row: OutcomeRow) -> String? {
    let quantile = comparison.quantiles.first {
      $0.model == row.model && $0.metric == row.metric && $0.scope == row.scope
        && $0.estimate.probability == 0.5
    }?.estimate
    if let value = quantile?.value { return Quantity(value: value, unit: row.unit).text }
    return quantile?.atLeast.map { "≥ " + Quantity(value: $0, unit: row.unit).text }
  }

  /// What a sentence says of a figure that has no mean: `lies beyond the horizon in 61 of 200
  /// replications (median over the replications 10.0 min)`.
  func beyondText(_ row: OutcomeRow) -> String {
    let place = row.estimate.horizonText.dropFirst("later than".count)
    guard row.estimate.expected > 1, let median = medianText(row) else {
      let bound = row.estimate.atLeast.map { " (≥ \(Quantity(value: $0, unit: row.unit).text))" }
      return "lies beyond\(place)\(bound ?? "")"
    }
    return "lies beyond\(place) (median over the replications \(median))"
  }

  /// Every scope of a kind, in the order in which the rows first name it.
  func scopes(of kind: Scope.Kind) -> [Scope] {
    var seen: Set<Scope> = []
    return comparison.rows.map(\.scope).filter { $0.kind == kind && seen.insert($0).inserted }
  }
}

extension ModelHeader {
  /// What readers call the model: its title, else its name.
  var readable: String { (title.isEmpty ? name : title).printable }
}
