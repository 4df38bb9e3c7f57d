import Outcomes

/// The rows of a comparison by model, metric and scope, and the models as readers know them.
struct Findings {
  let comparison: Comparison
  private let places: [Key: Int]

  private struct Key: Hashable {
    var model, metric, scope: String
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
  func row(_ model: String, _ metric: String, _ scope: String = "all") -> OutcomeRow? {
    places[Key(model: model, metric: metric, scope: scope)].map { comparison.rows[$0] }
  }

  /// The paired difference of a later model to the first.
  func difference(
    _ later: ModelHeader, _ metric: String, _ scope: String = "all"
  ) -> OutcomeRow? {
    models.first.flatMap { row("\(later.name) minus \($0.name)", metric, scope) }
  }

  /// What a metric says of a later model beside the first; `nil` where one of the two has no value.
  func contrast(
    _ later: ModelHeader, _ metric: String, _ scope: String = "all"
  ) -> Contrast? {
    guard let first = models.first,
      let before = row(first.name, metric, scope), let after = row(later.name, metric, scope),
      before.estimate.mean.isFinite, after.estimate.mean.isFinite
    else { return nil }
    return Contrast(
      first: before, later: after, difference: difference(later, metric, scope))
  }

  /// Every scope that starts with `prefix`, in the order in which the rows first name it.
  func scopes(startingWith prefix: String) -> [String] {
    var seen: Set<String> = []
    return comparison.rows.map(\.scope).filter { $0.hasPrefix(prefix) && seen.insert($0).inserted }
  }
}

extension ModelHeader {
  /// What readers call the model: its title, else its name.
  var readable: String { (title.isEmpty ? name : title).printable }
}
