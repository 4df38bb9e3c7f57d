import Measures
public import Outcomes
import Vocabulary

/// `sweep.html`: the shown metrics of a sweep over its axes, as surfaces and tables.
public enum SweepPage {
  /// How many cells a table shows.
  ///
  /// Assumed: pages of sweeps with thousands of cells stay below 300 kB; all cells stand in
  /// sweep.csv.
  private static let mostRows = 200

  /// The page; it needs nothing beside itself and is the same bytes for the same sweep.
  ///
  /// - Parameters:
  ///   - header: What was swept.
  ///   - cells: The cells in order, with at least the rows of the shown metrics.
  ///
  /// - Complexity: O(cells × rows of a cell) for each shown metric.
  public static func html(_ header: SweepHeader, _ cells: [CellOutcome]) -> String {
    let title = header.title.isEmpty ? header.name : header.title
    let axes = header.axes.map { "\($0.name): \($0.paths.joined(separator: ", "))" }
    return PageTemplate.render(
      PageView(
        title: title.printable, style: PageStyle.text,
        question: [header.question.printable].filter { !$0.isEmpty }, description: [],
        sentences: axes.map(\.printable),
        notes: [
          "\(header.cells.counted("cell")) on the same payments, "
            + "\(header.replications.counted("replication")) each, seed \(header.seed)."
        ] + [cells.sameness(replications: header.replications)].compactMap { $0 }, tiles: [],
        sections: header.shown.enumerated().compactMap { section($0, $1, header, cells) },
        limits: [], glossary: [], again: [], command: "nostro sweep SCENARIO.yaml"))
  }

  /// A metric that no cell has is left out; one of a sweep without a surface has a table alone.
  private static func section(
    _ place: Int, _ metric: Metric, _ header: SweepHeader, _ cells: [CellOutcome]
  ) -> SectionView? {
    guard let scope = SweepTable.scope(of: metric, in: cells) else { return nil }
    let name = SweepTable.title(metric, scope)
    var section = SectionView(id: "sweep-\(place)", title: name)
    if let surfaces = SweepSurface(header, cells) {
      let pictures = surfaces.pictures(metric, scope, id: "surface-\(place)")
      section.legends = pictures.map { [LegendView(entries: $0.legend.entries)] } ?? []
      section.grids = pictures.map { [GridView(cards: $0.cards)] } ?? []
      if pictures != nil { section.remarks = [surfaces.words + empty(metric, scope, cells)] }
    }
    section.tables = [
      TableView(
        caption: "\(name) by \(header.axes.map(\.name).joined(separator: ", "))".printable,
        notes: [
          (cells.areSingleObservations
            ? ""
            : "Mean over replications ± half the 95 % interval. * differs from the first cell: the "
              + "interval of the paired difference leaves zero out. ")
            + (cells.count > mostRows
              ? "The first \(mostRows) of \(cells.count) cells; all" : "All")
            + " figures in sweep.csv."
        ] + cells.flatMap(\.rows).filter { $0.metric == metric }.notes, corner: "cell",
        isSortable: true,
        columns: header.models.map(\.title.printable),
        rows: cells.prefix(mostRows).map { cell in
          TableRowView(
            headings: [HeadingView(text: cell.values.joined(separator: ", ").printable)],
            ordered: header.models.map { model in
              (
                cell.figure(model.name, metric, scope) + cell.mark(model.name, metric, scope),
                cell.row(model.name, metric, scope)?.estimate.mean
              )
            })
        })
    ]
    return section
  }

  /// What a cell without a figure is, where there is one.
  ///
  /// - Returns: A sentence with a blank before it, or nothing.
  private static func empty(_ metric: Metric, _ scope: Scope, _ cells: [CellOutcome]) -> String {
    let isPartial = cells.flatMap(\.rows).contains {
      $0.metric == metric && $0.scope == scope && $0.estimate.mean == nil
    }
    return isPartial ? " An empty cell is later than the horizon in some replications." : ""
  }
}

/// The cells of a grid of one or two axes: the first down, the second across; one axis lies across.
private struct SweepSurface {
  /// What was swept.
  private let header: SweepHeader
  /// The values of the axes as they are written in the file, in the order in which cells first have
  /// them; nothing down where there is one axis.
  private let down, across: [String]
  /// The cells by the values of their axes, which are unlike in a grid.
  private let cells: [[String]: CellOutcome]

  /// - Returns: `nil` for Sobol points and more than two axes, which lie on no surface.
  init?(_ header: SweepHeader, _ cells: [CellOutcome]) {
    guard (1...2).contains(header.axes.count), header.points == "grid" else { return nil }
    self.header = header
    func values(_ axis: Int) -> [String] {
      var seen: Set<String> = []
      return cells.map { $0.values[axis] }.filter { seen.insert($0).inserted }
    }
    (down, across) = header.axes.count == 2 ? (values(0), values(1)) : ([], values(0))
    self.cells = Dictionary(cells.map { ($0.values, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Which axis lies where.
  ///
  /// Names of axes come from the file, and are made printable.
  var words: String {
    header.axes.count == 2
      ? "\(header.axes[0].name) from the top, \(header.axes[1].name) from the left.".printable
      : "\(header.axes[0].name) from the left.".printable
  }

  /// A surface for each model with their common key; `nil` where no cell has a figure.
  ///
  /// Seconds are shown as hours where a mean reaches two hours, so that steps are round to readers.
  /// Cells that are missing, or later than the horizon, stay empty.
  ///
  /// - Parameter id: Unique on the page; each surface appends its number.
  func pictures(_ metric: Metric, _ scope: Scope, id: String) -> (
    legend: Legend, cards: [FigureView]
  )? {
    let grids = header.models.map { model in
      (down.isEmpty ? [[]] : down.map { [$0] }).map { start in
        across.map { cells[start + [$0]]?.row(model.name, metric, scope) }
      }
    }
    let rows = grids.joined().joined().compactMap { $0 }
    guard let own = rows.first?.unit else { return nil }
    // Round hours, where there are some, rather than round seconds.
    let isLong = own == .seconds && rows.contains { $0.estimate.mean ?? 0 >= 7_200 }
    let (unit, size) = isLong ? (Unit.hours, 3_600.0) : (own, 1)
    let known = rows.compactMap(\.estimate.mean).map { $0 / size }.filter(\.isFinite)
    guard !known.isEmpty else { return nil }
    let steps = HeatSteps(over: known) { Quantity(value: $0, unit: unit).text }
    let cards = zip(header.models, grids).enumerated().map { place, pair in
      var map = HeatMap(
        rows: down.isEmpty ? [""] : down.map(\.printable), columns: across.map(\.printable),
        values: pair.1.map { $0.map { $0?.estimate.mean.map { $0 / size } } }, steps: steps,
        width: 300,
        cellHeight: 22, fontSize: 10.5)
      if across.count <= 4 { map.label = { SweepSurface.label($0, unit) } }
      let title = pair.0.title.printable
      return FigureView(
        caption: title,
        pictures: [
          map.svg(
            id: "\(id)-\(place)", title: "\(SweepTable.title(metric, scope)): \(title)",
            description: words, style: "small")
        ])
    }
    return (Legend.steps(steps, of: known), cards)
  }

  /// A figure short enough for a cell.
  ///
  /// - Parameter value: In `unit`.
  private static func label(_ value: Double, _ unit: Unit) -> String {
    switch unit {
    case .seconds: Quantity.shortDuration(value)
    case .hours: Quantity.shortDuration(value * 3_600)
    default: Quantity(value: value, unit: unit).text
    }
  }
}
