import Measures
public import Outcomes
import Vocabulary

/// `Baselines/<scenario>.csv`: the committed figures of a scenario.
///
/// Committed beside a scenario and compared by `check`: a figure moves where it leaves the
/// tolerance around the committed mean, whatever its interval. Who accepts a change renews the file
/// with a reason (`nostro check --update --because`).
public enum BaselineCSV {
  /// The columns in their order.
  ///
  /// The first three with `replications` are the key of a row: no two are alike.
  public static let columns = [
    "model", "metric", "scope", "unit", "replications", "mean", "low95", "high95", "censored",
    "at_least",
  ]

  /// The file, in the order given.
  ///
  /// Means are written with all their digits, so that the same figure is the same text; bounds,
  /// which only tell how far chance reaches, with those that mean something.
  ///
  /// - Returns: Lines ended by LF; the file of no figures has its heading.
  public static func text(_ figures: [BaselineFigure]) -> String {
    var text = ""
    var csv = CSVText()
    csv.row(columns) { text += $0 }
    for figure in figures {
      let row = figure.row
      csv.row(
        [
          CSVText.field(row.model), CSVText.field(row.metric.name), CSVText.field(row.scope.name),
          CSVText.field(row.unit.name), String(figure.replications),
          CSVText.field(row.estimate.mean),
          bound(row.estimate.interval?.lowerBound, of: row.estimate),
          bound(row.estimate.interval?.upperBound, of: row.estimate),
          String(row.estimate.censored), CSVText.field(row.estimate.atLeast),
        ]) { text += $0 }
    }
    csv.flush { text += $0 }
    return text
  }

  /// A bound with as many decimals as the width of its interval deserves: four digits of it.
  ///
  /// - Returns: Nothing without an interval; all digits where it has no width.
  private static func bound(_ value: Double?, of estimate: Estimate) -> String {
    guard let value, let interval = estimate.interval else { return "" }
    let width = interval.upperBound - interval.lowerBound
    guard width > 0 else { return CSVText.field(value) }
    var places = 0
    var unit = width
    while unit < 1_000, places < 15 {
      unit *= 10
      places += 1
    }
    return value.fixed(places, trimmed: true)
  }

  /// Reads the file; one without `censored` and `at_least`, from before they were, has no figure
  /// that is later than the horizon.
  ///
  ///     try BaselineCSV.read(text)  // throws: line 7: mean: found 'x', expected a decimal number
  ///
  /// - Throws: `TableProblems` with every problem and its line.
  public static func read(_ text: String) throws(TableProblems) -> [BaselineFigure] {
    var table = try CommittedTable(text, columns: columns, missing: ["0", ""])
    var figures: [BaselineFigure] = []
    var known: [[String]: Int] = [:]
    for row in table.rows {
      guard let figure = figure(row, &table) else { continue }
      let key = Array(row.fields[0..<3]) + [row.fields[4]]
      if let first = known[key] {
        let count = figure.replications.counted("replication")
        let what = "\(row.fields[0..<3].joined(separator: ", ")), \(count)"
        table.noteTwice(row, of: what, first: first)
      } else {
        known[key] = row.line
        figures.append(figure)
      }
    }
    try table.finish()
    return figures
  }

  /// - Returns: `nil` where a field is not what it should be, of which all are noted.
  private static func figure(_ row: CommittedTable.Row, _ table: inout CommittedTable)
    -> BaselineFigure?
  {
    let model = table.name(row, 0, columns[0])
    let metric = table.value(row, 1, columns[1], "a metric") { Metric(name: $0) }
    let scope = table.value(row, 2, columns[2], "a scope") { Scope(name: $0) }
    let unit = table.value(row, 3, columns[3], "a unit") { Unit(name: $0) }
    let replications = table.count(row, 4, columns[4], in: 1...1_000_000)
    guard let replications else { return nil }
    let estimate = estimate(row, of: replications, &table)
    guard let model, let metric, let scope, let unit, let estimate else { return nil }
    return BaselineFigure(
      replications: replications,
      row: OutcomeRow(model: model, metric: metric, scope: scope, unit: unit, estimate: estimate))
  }

  /// The estimate: a mean with its interval, or in how many replications it is censored.
  ///
  /// Either a mean, with an interval or without, or a number of replications in which the figure is
  /// later than the horizon, with a bound or without: never both.
  private static func estimate(
    _ row: CommittedTable.Row, of replications: Int, _ table: inout CommittedTable
  ) -> Estimate? {
    guard let censored = table.count(row, 8, columns[8], in: 0...replications) else { return nil }
    guard censored > 0 else {
      let mean = table.number(row, 5, columns[5])
      guard let interval = interval(row, &table), let mean else { return nil }
      return Estimate(mean: mean, interval: interval.bounds, replications: replications)
    }
    guard row.fields[5..<8].allSatisfy(\.isEmpty) else {
      table.note(row, columns[5], found: row.fields[5], expected: "nothing where it is censored")
      return nil
    }
    let hasBound = !row.fields[9].isEmpty
    let bound = hasBound ? table.number(row, 9, columns[9]) : nil
    guard !hasBound || bound != nil else { return nil }
    return Estimate(censored: censored, replications: replications - censored, atLeast: bound)
  }

  /// The interval, which may be left out; `nil` where it is none.
  ///
  /// A bound without the other is a fault: both stand or neither.
  private static func interval(_ row: CommittedTable.Row, _ table: inout CommittedTable)
    -> (bounds: ClosedRange<Double>?, Void)?
  {
    if row.fields[6].isEmpty, row.fields[7].isEmpty { return (nil, ()) }
    guard let low = table.number(row, 6, columns[6]), let high = table.number(row, 7, columns[7])
    else { return nil }
    guard low <= high else {
      table.note(row, columns[7], found: row.fields[7], expected: "no less than low95")
      return nil
    }
    return (low...high, ())
  }
}
