import Measures
import Outcomes

/// A row of a table of figures: its first columns say what it is of.
///
/// Model, metric, scope and unit are the key of a figure in every file; in one file no two rows
/// agree in all of them, but for a probability or a cell behind them.
protocol FigureRow: Sendable {
  /// Its name, or `later minus first` of a difference.
  var model: String { get }
  var metric: Metric { get }
  var scope: Scope { get }
  /// That of the values of the row; an amount of money names its currency.
  var unit: Unit { get }
}

extension OutcomeRow: FigureRow {}
extension QuantileRow: FigureRow {}
extension BatchRow: FigureRow {}
extension VarianceRow: FigureRow {}

/// What a row of figures is of, while it is read.
struct FigureDraft: Sendable {
  var model = ""
  var metric: Metric?
  var scope: Scope?
  var unit: Unit?

  /// The columns that say what a row is of.
  ///
  /// - Parameters:
  ///   - model, metric, scope, unit: What the dictionary says of each in the table.
  static func columns<Row: FigureRow>(
    of _: Row.Type, model: String = "the model's name, or `later minus first` for a difference",
    metric: String = "a metric of the list above", scope: String = "`all`, a pool or a currency",
    unit: String = "as in `outcomes.csv`"
  ) -> [Column<Row, FigureDraft>] {
    [
      .text(
        "model", model, about: "The model, or `later minus first` for a paired difference.",
        into: { $0.model = $1 }
      ) { $0.model },
      .text("metric", metric, about: "The metric; Reports/README.md defines them.") {
        $0.metric.name
      }.read("a metric", into: \.metric) { Metric(name: $0) },
      .text("scope", scope, about: "What it is of.") { $0.scope.name }
        .read("a scope", into: \.scope) { Scope(name: $0) },
      .text("unit", unit, about: "s, h, share, count, or a currency in major units.") {
        $0.unit.name
      }.read("a unit", into: \.unit) { Unit(name: $0) },
    ]
  }
}
