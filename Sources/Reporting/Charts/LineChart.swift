/// Lines over one horizontal scale with one or more axes below.
///
/// Lines differ in colour and dash, so that a print without colour tells them apart.
struct LineChart {
  /// One line; its place decides colour and dash.
  struct Line {
    /// Values of the horizontal and the vertical scale, in ascending order of the first.
    ///
    /// In the units of the axes, ascending in x.
    var points: [(x: Double, y: Double)]
    /// Whether a value holds until the next one (a balance) or leads to it (a curve).
    var isStepped: Bool
  }

  /// Width, height of the plot and size of letters, in units of the picture.
  var width, plotHeight, fontSize: Double
  /// Room for the labels of the vertical axis.
  var leftMargin: Double
  var horizontal: Scale.Kind
  /// The ends of the horizontal scale.
  ///
  /// In the unit of the horizontal axis; above zero where that is logarithmic.
  var domain: ClosedRange<Double>
  /// Beneath the plot; the ticks of the first are drawn through it.
  var axes: [HorizontalAxis]
  /// The ends of the vertical scale, and its ticks, of which those between them are shown.
  var verticalDomain: ClosedRange<Double>
  var verticalTicks: [Tick]
  /// The place of a line decides its colour and dash, also where it has no points.
  var lines: [Line]
  /// Points beside the lines, drawn over them.
  var marks: [Mark] = []
  /// Where values were expected, drawn behind the lines.
  ///
  /// Bars beneath the lines.
  var expected: [ExpectedRange] = []

  /// The picture.
  ///
  /// - Parameter id: Unique on the page.
  /// - Complexity: O(points).
  func svg(id: String, title: String, description: String, style: String) -> String {
    let area = PlotArea(
      left: leftMargin, top: fontSize * 0.8, right: width - fontSize * 1.6,
      bottom: fontSize * 0.8 + plotHeight)
    let across = Scale(horizontal, domain, from: area.left, to: area.right)
    let up = Scale(.linear, verticalDomain, from: area.bottom, to: area.top)
    var drawing = Drawing()
    drawing.add(
      vertical: verticalTicks.filter { verticalDomain.contains($0.value) }, on: up, in: area,
      fontSize: fontSize)
    drawing.add(axes, on: across, in: area, fontSize: fontSize)
    for range in expected { drawing.add(range, across, up) }
    for (place, line) in lines.enumerated() {
      let path = LineChart.path(line, across, up)
      if !path.isEmpty { drawing.path(path, Series.line(place)) }
    }
    for mark in marks { drawing.add(mark, across, up) }
    let axesHeight = Double(axes.count) * HorizontalAxis.height(fontSize: fontSize)
    return drawing.svg(
      width: width, height: area.bottom + axesHeight, id: id, title: title,
      description: description, style: style)
  }

  /// The path of a line; points that fall on the place of the one before are left out.
  ///
  /// Points that fall on one place of the picture (a tenth of a unit) are written once, so that a
  /// curve of a year is as small as one of a week.
  ///
  /// - Returns: Nothing for a line without points.
  static func path(_ line: Line, _ across: Scale, _ up: Scale) -> String {
    var path = ""
    var last = (x: "", y: "")
    for point in line.points {
      let place = (x: Drawing.number(across(point.x)), y: Drawing.number(up(point.y)))
      if path.isEmpty {
        path = "M\(place.x) \(place.y)"
      } else if line.isStepped {
        if place.y == last.y { continue }
        path += "H\(place.x)V\(place.y)"
      } else if place != last {
        path += "L\(place.x) \(place.y)"
      }
      last = place
    }
    guard line.isStepped, let end = line.points.last, line.points.count > 1 else { return path }
    return path + "H" + Drawing.number(across(end.x))
  }
}
