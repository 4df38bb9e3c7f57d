/// How a quantity runs over many replications: panels one below the other over common axes, each
/// with a line of medians between a darker and a lighter band.
///
/// A line of medians is no path that any replication took: each stretch has its own order.
struct FanChart {
  /// A panel.
  struct Panel {
    /// What stands above it, cut to its room.
    var title: String
    /// The place of its series, which decides the colour.
    var place: Int
    /// The middle and the ends of the bands, stretch by stretch, in units of the vertical scale; no
    /// bands where one replication is all there is.
    var median: [Double]
    var bands: [(low: [Double], high: [Double])]
    /// Where the lowest value of all lies.
    var lowest: (x: Double, y: Double)
  }

  /// Width, height of a panel and size of letters, in units of the picture.
  var width, panelHeight, fontSize: Double
  /// Room for the labels of the vertical axis.
  var leftMargin: Double
  /// The start of each stretch and the end of the last one.
  var edges: [Double]
  /// Beneath the last panel; the ticks of the first are drawn as lines through all.
  var axes: [HorizontalAxis]
  /// Shared by all panels, so that heights compare; not empty.
  var verticalDomain: ClosedRange<Double>
  /// Those outside of the domain are left out.
  var verticalTicks: [Tick]
  /// From the top.
  var panels: [Panel]

  /// From the top of a panel to that of the next, with room for its title.
  private var pitch: Double { panelHeight + fontSize * 2.5 }

  /// The picture.
  func svg(id: String, title: String, description: String, style: String) -> String {
    let right = width - fontSize * 1.6
    let across = Scale(
      .linear, (edges.first ?? 0)...(edges.last ?? 1), from: leftMargin, to: right)
    var drawing = Drawing()
    var bottom = 0.0
    for (number, panel) in panels.enumerated() {
      let top = Double(number) * pitch + fontSize * 2
      bottom = top + panelHeight
      let area = PlotArea(left: leftMargin, top: top, right: right, bottom: bottom)
      add(panel, across, in: area, to: &drawing)
    }
    // The panels have the rules of the axes already.
    let last = PlotArea(left: leftMargin, top: bottom, right: right, bottom: bottom)
    drawing.add(axes, on: across, in: last, fontSize: fontSize)
    let axesHeight = Double(axes.count) * HorizontalAxis.height(fontSize: fontSize)
    return drawing.svg(
      width: width, height: bottom + axesHeight, id: id, title: title, description: description,
      style: style)
  }

  /// Bands lie beneath the line, the wider first. The lowest value of all replications is a mark of
  /// its own, since the bands leave one in twenty out at either end.
  private func add(
    _ panel: Panel, _ across: Scale, in area: PlotArea, to drawing: inout Drawing
  ) {
    let up = Scale(.linear, verticalDomain, from: area.bottom, to: area.top)
    drawing.add(
      vertical: verticalTicks.filter { verticalDomain.contains($0.value) }, on: up, in: area,
      fontSize: fontSize)
    for tick in axes.first?.ticks ?? [] where across.domain.contains(tick.value) {
      drawing.line(across(tick.value), area.top, across(tick.value), area.bottom, "rule")
    }
    let places = edges.map { across($0).rounded() }
    for band in panel.bands {
      let path = Steps.band(places, band.low.map { up($0) }, band.high.map { up($0) })
      drawing.path(path, "band m\(panel.place % 8)")
    }
    let line = Steps.line(places, panel.median.map { up($0) })
    if !line.isEmpty { drawing.path(line, "line s\(panel.place % 8) whole") }
    let room = Int(area.right / (fontSize * 0.6))
    drawing.text(
      panel.title.cut(to: max(8, room)), x: 2, y: area.top - fontSize * 0.9, .start,
      "strong")
    let mark = (x: across(panel.lowest.x), y: up(panel.lowest.y))
    drawing.shape(of: 2, x: mark.x, y: mark.y, "mark low")
  }
}

/// Paths of what holds from one place to the next: whole units and steps relative to the last one,
/// which keeps long paths short.
enum Steps {
  /// A line of values between places, of which there is one more.
  ///
  /// - Parameters:
  ///   - places: Ascending, one more than values.
  ///   - values: Heights on the page; rounded to whole units.
  static func line(_ places: [Double], _ values: [Double]) -> String {
    guard let first = values.first, let start = places.first else { return "" }
    let from = (x: Int(start), y: Int(first.rounded()))
    var pen = from
    let path = run(Array(zip(places.dropFirst().map { Int($0) }, values)), &pen)
    return "M\(from.x) \(from.y)" + path
  }

  /// The area between two such lines.
  static func band(_ places: [Double], _ low: [Double], _ high: [Double]) -> String {
    guard let start = places.first, let first = high.first, let last = low.last else { return "" }
    var pen = (x: Int(start), y: Int(first.rounded()))
    var path = "M\(pen.x) \(pen.y)"
    path += run(Array(zip(places.dropFirst().map { Int($0) }, high)), &pen)
    path += "V\(Int(last.rounded()))"
    pen.y = Int(last.rounded())
    path += run(Array(zip(places.dropLast().map { Int($0) }, low).reversed()), &pen)
    return path + "z"
  }

  /// Goes to each value and then along it, neighbours of one height together.
  private static func run(_ steps: [(Int, Double)], _ pen: inout (x: Int, y: Int)) -> String {
    var path = ""
    var target = pen.x
    for (x, value) in steps {
      let y = Int(value.rounded())
      if y != pen.y {
        if target != pen.x { path += "h\(target - pen.x)" }
        path += "v\(y - pen.y)"
        pen = (target, y)
      }
      target = x
    }
    if target != pen.x { path += "h\(target - pen.x)" }
    pen.x = target
    return path
  }
}
