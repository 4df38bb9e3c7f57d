import Scenarios

/// How the replications of an experiment are drawn and judged.
struct StudyDesign: Hashable, Sendable {
  /// Whether replications come in antithetic pairs, of which the mean is one value.
  let isPaired: Bool
  /// The expectation of the control; `nil` where there is none.
  let expectation: Double?

  /// The design of an experiment.
  ///
  /// - Parameter expectation: That of the control, where the scenario has one.
  init(_ experiment: Experiment, expectation: Double?) {
    isPaired = experiment.variates == .antithetic
    self.expectation = experiment.control == nil ? nil : expectation
  }

  /// What it is called in files: `antithetic`, `control`, both, or `nil` for plain replications.
  var name: String? {
    let names = (isPaired ? ["antithetic"] : []) + (expectation == nil ? [] : ["control"])
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }
}

/// The design of a run for readers, where it is not one of plain replications.
public struct RunDesign: Hashable, Sendable, Codable {
  /// Into how many batches the one long run is divided.
  public let batches: Int?
  /// `antithetic`, `control`, or `antithetic and control`.
  public let technique: String?

  /// The design of a study; `nil` where it has none.
  init?(_ design: StudyDesign, batches: Int?) {
    guard batches != nil || design.name != nil else { return nil }
    (self.batches, technique) = (batches, design.name)
  }
}

/// Makes rows of replications: one of each, or one of each antithetic pair.
struct RowMaker: Sendable {
  private let isPaired: Bool
  /// The first of a pair whose second is still to come.
  private var first: [ReplicationFigures]?
  private var control: Int?

  init(_ design: StudyDesign) {
    isPaired = design.isPaired
  }

  /// The row that a replication completes, if it does.
  mutating func row(of figures: [ReplicationFigures]) -> Row? {
    if control == nil {
      control = figures[0].figures.firstIndex { $0.metric == .instructed && $0.scope == "all" }
    }
    guard isPaired else { return Row(figures: figures, second: nil, control: control) }
    guard let first else {
      self.first = figures
      return nil
    }
    self.first = nil
    return Row(figures: first, second: figures, control: control)
  }
}

/// The figures of all models in one replication, or in two as one.
struct Row {
  /// The figures, of a pair their means.
  let figures: [ReplicationFigures]
  /// By how much the two of a pair differ; nothing without a pair.
  private let distances: [[Double]]
  /// What the control gave.
  let control: Double?

  fileprivate init(figures: [ReplicationFigures], second: [ReplicationFigures]?, control: Int?) {
    guard let second else {
      self.figures = figures
      distances = []
      self.control = control.flatMap { figures[0].figures[$0].value }
      return
    }
    let means = zip(figures, second).map { $0.mean(with: $1) }
    distances = zip(figures, second).map { first, second in
      zip(first.figures, second.figures).map { ($0.value ?? 0) - ($1.value ?? 0) }
    }
    self.figures = means
    self.control = control.flatMap { means[0].figures[$0].value }
  }

  /// What a figure of a model gave.
  func sample(_ model: Int, _ place: Int) -> FigureMean.Sample? {
    figures[model].figures[place].value.map { value in
      FigureMean.Sample(mean: value, distance: distances.isEmpty ? 0 : distances[model][place])
    }
  }

  /// What a figure of a later model gave less that of the first.
  func difference(_ later: Int, _ place: Int) -> FigureMean.Sample? {
    guard let value = sample(later, place), let base = sample(0, place) else { return nil }
    return FigureMean.Sample(
      mean: value.mean - base.mean, distance: value.distance - base.distance)
  }
}

extension ReplicationFigures {
  /// The figures of a pair: the mean where both have a value, else none.
  fileprivate func mean(with other: ReplicationFigures) -> ReplicationFigures {
    func mean(_ first: Double?, _ second: Double?) -> Double? {
      guard let first, let second else { return nil }
      return (first + second) / 2
    }
    var means = figures
    for place in means.indices {
      means[place].value = mean(figures[place].value, other.figures[place].value)
    }
    return ReplicationFigures(
      figures: means, creditedWithin: [], expected: 0,
      monitoring: zip(monitoring, other.monitoring).map(mean), digests: [],
      hoursOfWeek: HourTally(), balances: [],
      journeys: [])
  }
}
