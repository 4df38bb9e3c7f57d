import Measures
public import Scenarios
import Vocabulary

/// What a sweep gives of one cell, replication by replication, so that another cell can be held
/// against it on the same payments.
///
/// Memory grows with replications times figures, 9 bytes each.
public struct CellSeries: Sendable {
  /// The models of the cell, whose names the first cell may lack.
  private let models: [String]
  /// What the sweep gives; every metric where it is empty.
  private let metrics: Set<Metric>
  private let kinds: Set<Scope.Kind>
  /// The figures of the first replication that the sweep gives, with their places.
  private var names: [(place: Int, figure: Figure)] = []
  /// Model by model and figure by figure, one replication after the other: values and lower bounds,
  /// NaN where nothing was observed.
  private var values: [Double] = []
  /// Which of them are bounds.
  private var areCensored: [Bool] = []
  /// Whether the replications are one observation.
  private var likeness = Likeness()

  /// No replication yet of a cell.
  public init(_ sweep: Sweep, _ scenario: Scenario) {
    models = scenario.models.map(\.name)
    metrics = Set(sweep.metrics)
    kinds = Set(sweep.scopes)
  }

  /// Whether the sweep gives figures of a metric and a scope.
  func gives(_ metric: Metric, _ scope: Scope) -> Bool {
    (metrics.isEmpty || metrics.contains(metric))
      && (scope.kind.map(kinds.contains) ?? false)
  }

  /// Adds the next replication.
  ///
  /// - Parameter figures: Those of each model, in the order of the models.
  public mutating func add(_ figures: [ReplicationFigures]) {
    if values.isEmpty, let first = figures.first {
      for (place, figure) in first.figures.enumerated() where gives(figure.metric, figure.scope) {
        names.append((place, figure))
      }
    }
    for model in figures {
      for (place, _) in names {
        values.append(model.figures[place].observation.bound ?? .nan)
        areCensored.append(model.figures[place].observation.isCensored)
      }
    }
    likeness.add(figures)
  }

  /// The paired differences to another cell, model by model: rows of `batch minus cell 0`.
  ///
  /// Figures are paired by name, since cells may differ in their pools; replications by number, as
  /// many as both cells have.
  ///
  /// - Parameter number: That of the other cell, for the names of the rows.
  /// - Returns: No row for a figure that one of the cells lacks. Means are plain ones, whatever the
  ///   design of the experiment.
  /// - Complexity: O(replications × figures).
  func differences(to first: CellSeries, number: Int) -> [OutcomeRow] {
    let others = Dictionary(
      first.names.enumerated().map { (Name($1.figure), $0) }, uniquingKeysWith: { one, _ in one })
    let (stride, otherStride) = (models.count * names.count, first.models.count * first.names.count)
    guard stride > 0, otherStride > 0 else { return [] }
    let count = min(values.count / stride, first.values.count / otherStride)
    var rows: [OutcomeRow] = []
    for (model, name) in models.enumerated() {
      guard let otherModel = first.models.firstIndex(of: name) else { continue }
      for (place, figure) in names.map(\.figure).enumerated() {
        guard let other = others[Name(figure)] else { continue }
        var mean = FigureMean(.plain)
        for replication in 0..<count {
          let own = observation(replication * stride + model * names.count + place)
          let others = first.observation(
            replication * otherStride + otherModel * first.names.count + other)
          if let sample = FigureMean.Sample(own.minus(others)) { mean.add(sample, control: nil) }
        }
        guard mean.count > 0 else { continue }
        let areOne = likeness.isOneObservation && first.likeness.isOneObservation
        rows.append(
          OutcomeRow(
            model: CellOutcome.difference(name, to: number), metric: figure.metric,
            scope: figure.scope, unit: figure.unit,
            estimate: areOne ? mean.estimate.asOneObservation : mean.estimate))
      }
    }
    return rows
  }

  /// What was observed at a place of `values`.
  private func observation(_ place: Int) -> Observation {
    if values[place].isNaN { return .nothing }
    return areCensored[place] ? .laterThan(values[place]) : .value(values[place])
  }

  /// A figure by what it is, wherever it stands.
  private struct Name: Hashable {
    let metric: Metric
    let scope: Scope
    let unit: Unit

    init(_ figure: Figure) {
      (metric, scope, unit) = (figure.metric, figure.scope, figure.unit)
    }
  }
}
