/// What the templates of the page show; every text is escaped by the template, every picture is
/// markup already.
struct PageView {
  var title, style: String
  /// At most one each.
  var question, description: [String]
  var sentences: [String]
  var tiles: [TileView]
  var sections: [SectionView]
  /// The limits in one list, or no list.
  var limits: [LimitsView]
  var again: [FactView]
  var command: String
}

/// What the reader may not conclude.
struct LimitsView {
  var items: [String]
}

/// A name with its value.
struct FactView {
  var name, value: String
}

/// A key figure: one line for each model, one for each difference.
struct TileView {
  var title: String
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
  /// Notes on the cells.
  var notes: [String]
  var corner: String
  /// Whether a row has two headings: what it is of, and the model.
  var isPaired = false
  /// Whether its cells are words, which wrap, more than figures.
  var isProse = false
  var columns: [String]
  var rows: [TableRowView]
}

/// A row; a heading over several rows spans them, and the rows after its first have none.
struct TableRowView {
  var headings: [HeadingView]
  var cells: [String]
}

/// The heading of one or more rows.
struct HeadingView {
  var text: String
  var span = 1
}
