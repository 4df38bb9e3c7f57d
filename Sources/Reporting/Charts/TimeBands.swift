/// Rows of bands over time: when systems are open, what a payment did when. Rows that live by one
/// clock stand together above its axis.
///
/// One scale of time serves every row, whatever clock stands beneath it.
struct TimeBands {
  /// A stretch of a row.
  struct Band {
    /// Where it begins and ends, in the unit of `domain`; what lies outside is cut by the picture's
    /// frame.
    var from, to: Double
    var style: Style
    /// What it says on hovering.
    var hover: String
  }

  /// How a band looks.
  enum Style {
    /// By a class of the page's style, over the whole height of the row or along its middle.
    case whole(String), thin(String)
    /// In the colour of a cause, by its place.
    case cause(Int)
  }

  /// A row with its bands and the marks over them: cut-offs.
  struct Row {
    /// Whose row it is, cut to the room at the left.
    var title: String
    /// In any order; later ones lie over earlier ones of another style.
    var bands: [Band]
    /// Places of short strokes, in the unit of `domain`; those outside are left out.
    var marks: [Double] = []
  }

  /// Rows above their axes, with lines through all of them: changes of the clock.
  struct Group {
    /// From the top.
    var rows: [Row]
    /// Beneath the rows, the nearest first.
    var axes: [HorizontalAxis]
    /// Lines through the rows with a label above, which takes room only where there is one.
    var changes: [Tick] = []
  }

  /// Width, height of a row and size of letters, in units of the picture.
  var width, rowHeight, fontSize: Double
  /// Room for the titles of the rows.
  var leftMargin: Double
  /// The time that is shown, seconds since 1970; not empty.
  var domain: ClosedRange<Double>
  /// From the top.
  var groups: [Group]

  /// How much room a group takes.
  private func height(_ group: Group) -> Double {
    Double(group.rows.count) * rowHeight
      + Double(group.axes.count) * HorizontalAxis.height(fontSize: fontSize) + fontSize * 0.8
      + (group.changes.isEmpty ? 0 : fontSize * 1.2)
  }

  /// The scale of time, which charts below this one share.
  var across: Scale {
    Scale(.linear, domain, from: leftMargin, to: width - fontSize * 1.6)
  }

  /// The picture.
  func svg(id: String, title: String, description: String, style: String) -> String {
    var drawing = Drawing()
    let height = add(to: &drawing)
    return drawing.svg(
      width: width, height: height, id: id, title: title, description: description, style: style)
  }

  /// Draws all groups, one below the other.
  ///
  /// - Returns: The lower end of the last one.
  func add(to drawing: inout Drawing) -> Double {
    var top = 2.0
    for group in groups {
      draw(group, top: top + (group.changes.isEmpty ? 0 : fontSize * 1.2), into: &drawing)
      top += height(group)
    }
    return top
  }

  /// Titles stand at the right end of the margin, so that names of any length end at their bands.
  private func draw(_ group: Group, top: Double, into drawing: inout Drawing) {
    let across = across
    let bottom = top + Double(group.rows.count) * rowHeight
    let area = PlotArea(left: leftMargin, top: top, right: across.to, bottom: bottom)
    drawing.add(group.axes, on: across, in: area, fontSize: fontSize)
    let places = Int((leftMargin - 8) / (fontSize * 0.62))
    for (number, row) in group.rows.enumerated() {
      let y = top + Double(number) * rowHeight
      draw(row.bands, across, y: y, into: &drawing)
      let marks = row.marks.filter(domain.contains).map {
        "M\(Drawing.number(across($0))) \(Drawing.number(y + 1))v\(Drawing.number(rowHeight - 2))"
      }
      if !marks.isEmpty { drawing.path(marks.joined(), "cut") }
      drawing.text(
        row.title.cut(to: max(3, places)), x: leftMargin - 6,
        y: y + rowHeight / 2 + fontSize * 0.35, .end)
    }
    for change in group.changes where domain.contains(change.value) {
      let x = across(change.value)
      drawing.line(x, top - 2, x, bottom, "change")
      let half = Drawing.width(of: change.label, fontSize: fontSize) / 2
      drawing.text(
        change.label, x: max(leftMargin + half, min(x, width - half)), y: top - fontSize * 0.4,
        .middle, "strong")
    }
  }

  /// The bands of a row; those of one style are one path, which keeps weeks of hours small.
  private func draw(_ bands: [Band], _ across: Scale, y: Double, into drawing: inout Drawing) {
    var paths: [(style: String, d: String)] = []
    for band in bands {
      let (from, to) = (across(band.from), across(band.to))
      guard to - from >= 0.05 else { continue }
      let (style, inset): (String, Double)
      switch band.style {
      case .whole(let own): (style, inset) = (own, rowHeight * 0.15)
      case .thin(let own): (style, inset) = (own, rowHeight * 0.38)
      case .cause(let place):
        drawing.area(
          x: from, y: y + rowHeight * 0.15, width: to - from, height: rowHeight * 0.7,
          place: place, hover: band.hover)
        continue
      }
      let height = Drawing.number(rowHeight - 2 * inset)
      let left = Drawing.number(from)
      let d =
        "M\(left) \(Drawing.number(y + inset))H\(Drawing.number(to))v\(height)H\(left)z"
      if let known = paths.firstIndex(where: { $0.style == style }) {
        paths[known].d += d
      } else {
        paths.append((style, d))
      }
    }
    for (style, d) in paths { drawing.path(d, style) }
  }
}
