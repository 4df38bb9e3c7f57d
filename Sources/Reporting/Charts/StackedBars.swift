/// Horizontal bars, one below the other, each made of parts.
struct StackedBars {
  /// A part of a bar.
  struct Part {
    /// Its length in the unit of the axis.
    var value: Double
    /// Its place among the areas, which decides colour and hatch.
    var place: Int
    /// What stands in it where there is room, and what it says on hovering.
    var label, hover: String
  }

  /// A bar with its title and its total above.
  struct Bar {
    var title, total: String
    var parts: [Part]
  }

  /// Width of the picture and size of letters, in its units.
  var width, fontSize: Double
  var axisTitle: String
  var ticks: [Tick]
  var bars: [Bar]

  private var barHeight: Double { fontSize * 2.2 }
  private var pitch: Double { barHeight + fontSize * 2.2 }

  /// The picture.
  func svg(id: String, title: String, description: String, style: String) -> String {
    let area = PlotArea(
      left: 2, top: 2, right: width - fontSize * 2, bottom: 2 + pitch * Double(bars.count))
    let values = ticks.map(\.value)
    let across = Scale(
      .linear, (values.min() ?? 0)...(values.max() ?? 1), from: area.left, to: area.right)
    var drawing = Drawing()
    drawing.add(
      [HorizontalAxis(title: "", ticks: ticks)], on: across, in: area, fontSize: fontSize)
    for (place, bar) in bars.enumerated() {
      draw(bar, top: area.top + pitch * Double(place), across, into: &drawing)
    }
    let foot =
      area.bottom + HorizontalAxis.height(fontSize: fontSize)
      + (axisTitle.isEmpty ? 0 : fontSize * 1.3)
    if !axisTitle.isEmpty { drawing.text(axisTitle, x: area.left, y: foot - fontSize * 0.3) }
    return drawing.svg(
      width: width, height: foot, id: id, title: title, description: description, style: style)
  }

  private func draw(
    _ bar: Bar, top: Double, _ across: Scale, into drawing: inout Drawing
  ) {
    let total = ": " + bar.total
    let room = Int((across.to - across.from) / (fontSize * 0.6)) - total.columns
    drawing.text(
      bar.title.cut(to: max(8, room)) + total, x: across.from, y: top + fontSize * 1.4, .start,
      "strong")
    let y = top + fontSize * 1.9
    var sum = 0.0
    for part in bar.parts where part.value > 0 {
      let (start, end) = (across(sum), across(sum + part.value))
      sum += part.value
      guard end - start >= 0.05 else { continue }
      drawing.area(
        x: start, y: y, width: end - start, height: barHeight, place: part.place,
        hover: part.hover)
      if !part.label.isEmpty,
        Drawing.width(of: part.label, fontSize: fontSize) + 8 < end - start
      {
        drawing.text(
          part.label, x: (start + end) / 2, y: y + barHeight / 2 + fontSize * 0.35, .middle,
          "on c\(part.place % 12)t")
      }
    }
  }
}

extension Drawing {
  /// Adds an area in the colour of `place`, and the hatch that the style may lay over it.
  mutating func area(
    x: Double, y: Double, width: Double, height: Double, place: Int, hover: String = ""
  ) {
    rectangle(x: x, y: y, width: width, height: height, Series.area(place), hover: hover)
    guard Series.isHatched(place) else { return }
    var d = ""
    var foot = x - height
    while foot < x + width {
      // A stroke from lower left to upper right, cut to the rectangle.
      let (start, end) = (max(foot, x), min(foot + height, x + width))
      if end > start {
        d += "M\(Drawing.number(start)) \(Drawing.number(y + height - (start - foot)))"
        d += "L\(Drawing.number(end)) \(Drawing.number(y + height - (end - foot)))"
      }
      foot += 6
    }
    path(d, "hatch")
  }
}
