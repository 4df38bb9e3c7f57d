import Measures
public import Outcomes
import Vocabulary

/// What came out of a sweep for a terminal of 80 columns: the shown metrics over the axes.
///
/// Figures and marks are those of sweep.html.
public enum SweepTable {
  /// How many columns the text takes at most.
  public static let width = 80
  /// How many rows of cells, and how many models side by side, are shown.
  static let mostRows = 40
  static let mostColumns = 4

  /// The text, lines ended by LF.
  ///
  /// Two axes, of which the second has few values, span a table for each model; else each cell is a
  /// row with the models side by side.
  public static func text(_ header: SweepHeader, _ cells: [CellOutcome]) -> String {
    var lines = heading(header)
    let grid = SweepGrid(header, cells)
    for metric in header.shown {
      guard let scope = scope(of: metric, in: cells) else { continue }
      lines +=
        grid.map { $0.lines(metric, scope) } ?? list(header, cells, metric: metric, scope: scope)
    }
    let notes =
      cells.areSingleObservations
      ? []
      : [
        "± is half the 95 % interval over replications (Student t); a figure without it has fewer "
          + "than two.",
        "* differs from the first cell on the same payments: the interval of the paired difference "
          + "leaves zero out.",
      ]
    let shown = cells.flatMap(\.rows).filter { header.shown.contains($0.metric) }
    let sameness = [cells.sameness(replications: header.replications)].compactMap { $0 }
    return (lines + [""] + (sameness + notes + shown.notes).flatMap { $0.wrapped(to: width) })
      .joined(
        separator: "\n") + "\n"
  }

  /// The title, how many cells and replications, and for each axis which values of the file it
  /// sets.
  private static func heading(_ header: SweepHeader) -> [String] {
    let title = header.title.isEmpty ? header.name : header.title
    let cells = header.cells.counted("cell")
    let runs =
      (header.stopsWhenPrecise ? "up to " : "") + header.replications.counted("replication")
    let points = header.points == "grid" ? "" : " of Sobol points"
    let axes = header.axes.map { "\($0.name): \($0.paths.joined(separator: ", "))" }
    return title.printable.wrapped(to: width)
      + "\(cells)\(points), \(runs) each, seed \(header.seed)".wrapped(to: width)
      + axes.flatMap { $0.printable.wrapped(to: width) }
  }

  /// The scope of which a metric is shown: all, else the first that is given.
  static func scope(of metric: Metric, in cells: [CellOutcome]) -> Scope? {
    let scopes = cells.lazy.flatMap(\.rows).filter { $0.metric == metric }.map(\.scope)
    return scopes.first { $0 == .all } ?? scopes.first
  }

  /// The title of a metric and what it is of.
  static func title(_ metric: Metric, _ scope: Scope) -> String {
    metric.title(of: scope).printable
  }

  /// The cells below each other, a model with its difference to the first cell beside the next as
  /// far as they fit.
  ///
  /// - Returns: Lines of 80 columns at most; the first `mostRows` cells, and how many more there
  ///   are in sweep.csv.
  private static func list(
    _ header: SweepHeader, _ cells: [CellOutcome], metric: Metric, scope: Scope
  ) -> [String] {
    let names = header.models.map(\.name)
    let rows = cells.prefix(mostRows)
    let title = title(metric, scope) + " by " + header.axes.map(\.name).joined(separator: ", ")
    var lines: [String] = []
    for start in stride(from: 0, to: names.count, by: mostColumns / 2) {
      let models = names[start..<min(names.count, start + mostColumns / 2)]
      let heading = models.flatMap { [$0.printable, "less first  "] }
      let group = TextTable.Group(
        title: title,
        rows: rows.map { cell in
          [cell.values.joined(separator: ", ").printable]
            + models.flatMap { [cell.figure($0, metric, scope), cell.change($0, metric, scope)] }
        })
      lines += TextTable(heading: [""] + heading, groups: [group]).lines(width: width)
    }
    let left = cells.count - rows.count
    return lines + (left > 0 ? ["and \(left) more"] : [])
  }
}

extension CellOutcome {
  /// The figure of a model, if the cell has it.
  ///
  /// - Complexity: O(rows of the cell).
  func row(_ model: String, _ metric: Metric, _ scope: Scope) -> OutcomeRow? {
    rows.first { $0.model == model && $0.metric == metric && $0.scope == scope }
  }

  /// The row of the paired difference to the first cell, which sweep.csv has under a name of its
  /// own.
  private func difference(_ model: String, _ metric: Metric, _ scope: Scope) -> OutcomeRow? {
    row(CellOutcome.difference(model, to: 0), metric, scope)
  }

  /// A mark where a figure differs from that of the first cell.
  func mark(_ model: String, _ metric: Metric, _ scope: Scope) -> String {
    difference(model, metric, scope)?.estimate.differsFromZero == true ? " *" : "  "
  }

  /// A figure as tables show it, a dash where there is none.
  func figure(_ model: String, _ metric: Metric, _ scope: Scope) -> String {
    row(model, metric, scope)?.meanAndHalfWidth ?? "–"
  }

  /// The paired difference to the first cell as tables show it, with its mark; nothing in the
  /// first.
  fileprivate func change(_ model: String, _ metric: Metric, _ scope: Scope) -> String {
    guard number > 0 else { return "" }
    return (difference(model, metric, scope)?.differenceAndHalfWidth ?? "–")
      + mark(model, metric, scope)
  }
}
