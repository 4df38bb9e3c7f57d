import Measures

/// What the templates of the page show; every text is escaped by the template, every picture is
/// markup already.
///
/// Lists with one element or none stand for what may be missing, since the templates know lists and
/// no conditions. Everything is text: what is escaped, and what is markup already, the template
/// says.
struct PageView {
  var title, style: String
  /// What the page may load and run.
  var policy = PageScript.policy
  /// At most one each.
  var question, description: [String]
  var sentences: [String]
  /// What the brackets of the sentences are: at most one.
  var notes: [String]
  /// The key figures in one list, or no list.
  var tiles: [TilesView]
  var sections: [SectionView]
  /// What the reader may not conclude, subject by subject; none where there is nothing to say.
  var limits: [LimitsView]
  /// What every figure of the page means.
  var glossary: [GlossaryView]
  var script = PageScript.text
  var again: [FactView]
  var command: String
}

/// What the reader may not conclude, all of it.
struct LimitsView {
  var groups: [LimitsGroupView]
}

/// What the reader may not conclude, on one subject.
struct LimitsGroupView {
  var title: String
  var items: [String]
}

/// The definitions of what the page shows.
struct GlossaryView {
  var models: [FactView]
  var terms: [TermView]
}

/// A metric with its name in files; other places of the page link to it by `id`.
struct TermView {
  var id, title, name, unit, definition: String
}

/// A link to a definition, which says it on hovering.
struct LinkView {
  var id, hint: String
}

/// The key figures.
struct TilesView {
  var items: [TileView]
}

/// A name with its value.
struct FactView {
  var name, value: String
}

/// A key figure: one line for each model, one for each difference.
struct TileView {
  var text: String
  /// Its definition, or nothing.
  var links: [LinkView] = []
  var values: [FactView]
  var remarks: [String]
}

/// A part of the page with its pictures and tables.
struct SectionView {
  var id, title: String
  var remarks: [String] = []
  /// The key in one list, or no list.
  var legends: [LegendView] = []
  var figures: [FigureView] = []
  /// Small pictures in one grid, or no grid.
  var grids: [GridView] = []
  var tables: [TableView] = []
}

/// The key to a section's pictures.
struct LegendView {
  var entries: [Legend.Entry]
}

/// Small pictures beside each other.
struct GridView {
  var cards: [FigureView]
}

/// A picture, drawn once for each width, with its finding in words.
struct FigureView {
  var caption: String
  var pictures: [String]
}

/// A table with a heading to every row.
struct TableView {
  var caption: String
  /// What to press to see it, where it is folded away; else nothing.
  var folds: [String] = []
  /// Notes on the cells.
  var notes: [String]
  var corner: String
  /// Whether a row has two headings: what it is of, and the model.
  var isPaired = false
  /// Whether its cells are words, which wrap, more than figures.
  var isProse = false
  /// Whether its rows are of a kind, so that they can be put in another order.
  var isSortable = false
  private(set) var heads: [HeadView]
  var rows: [TableRowView]

  /// A table whose columns have these titles, those of metrics with their definitions.
  init(
    caption: String, folds: [String] = [], notes: [String], corner: String, isPaired: Bool = false,
    isProse: Bool = false, isSortable: Bool = false, columns: [String],
    metrics: [String: Metric] = [:], rows: [TableRowView]
  ) {
    (self.caption, self.folds, self.notes, self.corner) = (caption, folds, notes, corner)
    (self.isPaired, self.isProse, self.isSortable) = (isPaired, isProse, isSortable)
    heads = columns.map { HeadView(text: $0, links: LinkView.to(metrics[$0])) }
    self.rows = rows
  }
}

/// The title of a column.
struct HeadView {
  var text: String
  /// Its definition, or nothing.
  var links: [LinkView] = []
}

/// A cell, with the number by which its column is sorted, or nothing.
struct CellView {
  var text: String
  var orders: [String] = []
}

/// A row; a heading over several rows spans them, and the rows after its first have none.
struct TableRowView {
  var headings: [HeadingView]
  private(set) var cells: [CellView]

  /// A row of texts.
  init(headings: [HeadingView], cells: [String]) {
    self.headings = headings
    self.cells = cells.map { CellView(text: $0) }
  }

  /// A row of texts with what orders them.
  init(headings: [HeadingView], ordered: [(text: String, value: Double?)]) {
    self.headings = headings
    cells = ordered.map { text, value in
      CellView(text: text, orders: value.map { [CellView.order($0)] } ?? [])
    }
  }
}

extension CellView {
  /// A number for the script, which has no use for more than six digits.
  static func order(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let places = value.magnitude < 1 ? 6 : value.magnitude < 1_000 ? 3 : 0
    return value.fixed(places, trimmed: true)
  }
}

/// The heading of one or more rows.
struct HeadingView {
  var text: String
  /// How many rows it heads where it is more than its own; templates see stored values alone.
  private(set) var spans: [Int]
  /// Its definition, or nothing.
  var links: [LinkView]

  /// A heading of `span` rows.
  init(text: String, span: Int = 1, links: [LinkView] = []) {
    (self.text, self.links) = (text, links)
    spans = span > 1 ? [span] : []
  }
}
