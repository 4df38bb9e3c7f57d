/// What tells one line or bar from another: a colour, and a dash or a hatch, so that nobody has to
/// rely on the colour.
enum Series {
  /// The classes of the line of the model at `place`; after eight they come round again.
  ///
  /// Eight styles of colour and dash, then again from the first.
  static func line(_ place: Int) -> String { "line s\(place % 8)" }

  /// The classes of a mark of the series at `place`, hollow or filled.
  static func mark(_ place: Int, isHollow: Bool = false) -> String {
    "mark m\(place % 8)" + (isHollow ? " hollow" : "")
  }

  /// The classes of the area of the cause at `place` of all causes.
  ///
  /// Twelve colours, some of them hatched.
  static func area(_ place: Int) -> String { "area c\(place % 12)" }

  /// Whether the area shares its colour with another and is told apart by a hatch: holidays from
  /// nights, outages from liquidity, posting from processing.
  ///
  /// Those whose colours people with colour blindness confuse with a neighbour's.
  static func isHatched(_ place: Int) -> Bool { [4, 9, 10].contains(place % 12) }
}

/// The key to the lines or bars of a picture, which the page sets as a list beside it.
struct Legend {
  /// One line of the key.
  struct Entry {
    /// A small picture of the line or bar, as markup.
    ///
    /// A small picture in SVG, hidden from screen readers, which read the label.
    var key: String
    /// What it stands for.
    var label: String
  }

  var entries: [Entry]

  /// The key to lines.
  static func lines(_ labels: [String]) -> Legend {
    Legend(
      entries: labels.enumerated().map { place, label in
        Entry(key: small("<path class=\"\(Series.line(place))\" d=\"M0 6H28\"/>"), label: label)
      })
  }

  /// The key to areas: the places of the causes with their names.
  static func areas(_ areas: [(place: Int, label: String)]) -> Legend {
    Legend(
      entries: areas.map { area in
        var drawing = Drawing()
        drawing.area(x: 0.5, y: 0.5, width: 27, height: 11, place: area.place)
        return Entry(key: small(drawing.markup), label: area.label)
      })
  }

  /// The key to the colours of a heat map, those that it has.
  ///
  /// Only steps that some value has.
  static func steps(_ steps: HeatSteps, of values: [Double]) -> Legend {
    let used = Set(values.map(steps.step))
    return Legend(
      entries: steps.labels.enumerated().filter { used.contains($0.offset) }.map {
        key(to: "h\($0.offset)", label: $0.element)
      })
  }

  /// The key to rectangles of a class of the page's style.
  static func key(to style: String, label: String) -> Entry {
    var drawing = Drawing()
    drawing.rectangle(x: 0.5, y: 0.5, width: 27, height: 11, style)
    return Entry(key: small(drawing.markup), label: label)
  }

  /// The key to a path of a class of the page's style.
  static func key(to style: String, path: String, label: String) -> Entry {
    Entry(key: small("<path class=\"\(style)\" d=\"\(path)\"/>"), label: label)
  }

  /// The key to the ends of a mark, of no series in particular.
  static func marks(from: String, to: String) -> [Entry] {
    var (hollow, filled) = (Drawing(), Drawing())
    hollow.shape(of: 0, x: 14, y: 6, Series.mark(6, isHollow: true))
    filled.path("M3 6H25M3 3V9M25 3V9", "spread m6")
    filled.shape(of: 0, x: 14, y: 6, Series.mark(6))
    return [
      Entry(key: small(hollow.markup), label: from), Entry(key: small(filled.markup), label: to),
    ]
  }

  /// 28 × 12 units, whatever it shows.
  private static func small(_ markup: String) -> String {
    "<svg class=\"key\" viewBox=\"0 0 28 12\" aria-hidden=\"true\">\(markup)</svg>"
  }
}
