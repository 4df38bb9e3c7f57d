public import Measures
public import Scenarios
public import Vocabulary

/// What a sweep ran: the facts a reader needs to run it again.
public struct SweepHeader: Hashable, Sendable {
  /// The scenario's name, title and question.
  public var name, title, question: String
  /// What changed, in the order of the columns.
  public var axes: [Axis]
  /// The models by name, in their order, with their titles.
  public var models: [Model]
  /// How many cells were run.
  public var cells: Int
  /// Which: `grid` or `sobol:64`.
  public var points: String
  /// The seed of every stream.
  public var seed: UInt64
  /// How many replications were run of each cell, at most where it stops when it is precise enough.
  public var replications: Int
  /// Whether a cell may stop earlier.
  public var stopsWhenPrecise: Bool
  /// The digest of the scenario as it stands.
  public var scenarioDigest: Digest
  /// The metrics that the terminal shows.
  public var shown: [Metric]

  /// An axis by its name and what it changes.
  public struct Axis: Hashable, Sendable {
    /// The name, that of a column.
    public var name: String
    /// The ways to what it changes.
    public var paths: [String]

    /// An axis.
    public init(name: String, paths: [String]) { (self.name, self.paths) = (name, paths) }
  }

  /// A model by its name in files and for readers.
  public struct Model: Hashable, Sendable {
    /// The name in files, and for readers.
    public var name, title: String

    /// A model.
    public init(name: String, title: String) { (self.name, self.title) = (name, title) }
  }

  /// How many metrics the terminal shows at most.
  static let mostShown = 3

  /// What is run of a scenario and its sweep.
  public init(_ scenario: Scenario, _ sweep: Sweep, points: Sweep.Points, cells: Int) {
    (name, title, question) = (scenario.name, scenario.title, scenario.question)
    axes = sweep.axes.map { Axis(name: $0.name, paths: $0.paths) }
    models = scenario.models.map { Model(name: $0.name, title: $0.title) }
    self.cells = cells
    switch points {
    case .grid: self.points = "grid"
    case .sobol(let count): self.points = "sobol:\(count)"
    }
    (seed, replications) = (scenario.experiment.seed, scenario.experiment.replications)
    stopsWhenPrecise = scenario.experiment.precision != nil
    scenarioDigest = scenario.digest
    let metrics = sweep.metrics.isEmpty ? [.medianTime] : sweep.metrics
    shown = Array(metrics.prefix(SweepHeader.mostShown))
  }
}

/// What came out of one cell of a sweep.
public struct CellOutcome: Hashable, Sendable {
  /// Its number, from 0.
  public var number: Int
  /// The value of each axis, as the file would write it.
  public var values: [String]
  /// The digest of its scenario.
  public var digest: Digest
  /// Its figures, those of the metrics and scopes that the sweep gives; those of later cells with
  /// their paired differences to the first.
  public var rows: [OutcomeRow]

  /// What differs between its replications.
  public var variation = Variation.payments

  /// The figures of a cell.
  public init(number: Int, values: [String], digest: Digest, rows: [OutcomeRow]) {
    (self.number, self.values) = (number, values)
    (self.digest, self.rows) = (digest, rows)
  }

  /// What a sweep gives of a cell's comparison, then its paired differences to the first cell.
  public init(
    _ cell: Sweep.Cell, _ comparison: Comparison, _ series: CellSeries, first: CellSeries?
  ) {
    let rows = comparison.rows.filter { series.gives($0.metric, $0.scope) }
    self.init(
      number: cell.number, values: cell.values, digest: comparison.header.scenarioDigest,
      rows: rows + (first.map { series.differences(to: $0, number: 0) } ?? []))
    variation = comparison.variation
  }

  /// What rows of paired differences to a cell have for a model: `batch minus cell 0`.
  public static func difference(_ model: String, to number: Int) -> String {
    "\(model) minus cell \(number)"
  }
}
