import Measures
import Outcomes

/// The cells of a sweep with two axes, the first down and the second across.
struct SweepGrid {
  /// What was swept: a grid of two axes.
  private let header: SweepHeader
  /// The values of the first axis and of the second, as they are written, in the order in which
  /// cells first have them.
  private let down, across: [String]
  /// By both values.
  private let cells: [[String]: CellOutcome]

  /// The grid of a sweep; `nil` where it has not two axes, or too many values for a terminal.
  ///
  /// Forty values down and four across fit a terminal of 80 columns.
  ///
  /// - Complexity: O(cells × values).
  init?(_ header: SweepHeader, _ cells: [CellOutcome]) {
    guard header.axes.count == 2, header.points == "grid" else { return nil }
    var values: [[String]] = [[], []]
    for cell in cells {
      for axis in 0...1 where !values[axis].contains(cell.values[axis]) {
        guard values[axis].count < SweepTable.mostRows else { return nil }
        values[axis].append(cell.values[axis])
      }
    }
    guard values[1].count <= SweepTable.mostColumns else { return nil }
    (self.header, down, across) = (header, values[0], values[1])
    self.cells = Dictionary(cells.map { ($0.values, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A table for each model, one line where all its cells are alike; cells that were left out are
  /// dashes.
  ///
  /// - Returns: Lines of 80 columns at most, an empty one before each table.
  func lines(_ metric: Metric, _ scope: Scope) -> [String] {
    let title = SweepTable.title(metric, scope)
    return header.models.flatMap { model -> [String] in
      let figures = cells.mapValues {
        $0.figure(model.name, metric, scope) + $0.mark(model.name, metric, scope)
      }
      let name = "\(model.title.printable): \(title)"
      if let figure = figures.values.first, figures.values.allSatisfy({ $0 == figure }) {
        let figure = String(figure.reversed().drop { $0 == " " }.reversed())
        return [""] + "\(name), \(figure) in every cell".wrapped(to: SweepTable.width)
      }
      let rows = down.map { first in
        [first.printable] + across.map { figures[[first, $0]] ?? "–  " }
      }
      let axes = "\(header.axes[0].name) down, \(header.axes[1].name) across"
      return TextTable(
        heading: [""] + across.map { $0.printable + "  " },
        groups: [TextTable.Group(title: "\(name), \(axes)", rows: rows)]
      ).lines(width: SweepTable.width)
    }
  }
}
