/// Horizontal bars, one below the other, each made of parts.
///
/// Bars share one axis; a bar's parts add up to its total.
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
    /// What stands above the bar: whose it is, and its length in words. The title is cut where both
    /// do not fit.
    var title, total: String
    /// From left to right; a part of no length is left out, and so is one thinner than a twentieth
    /// of a unit.
    var parts: [Part]
  }

  /// Width of the picture and size of letters, in its units.
  var width, fontSize: Double
  /// What stands beneath the axis; empty for none, which also takes its room away.
  var axisTitle: String
  /// Of the axis that all bars share: it reaches from the least to the largest of them.
  var ticks: [Tick]
  /// From the top.
  var bars: [Bar]

  /// Everything is measured in the size of the letters, so that a picture for a phone is a smaller
  /// one and not a narrower one.
  private var barHeight: Double { fontSize * 2.2 }
  /// From the top of a bar's title to that of the next.
  private var pitch: Double { barHeight + fontSize * 2.2 }

  /// The picture.
  ///
  /// - Parameters:
  ///   - id: Unique on the page.
  ///   - description: What it shows, for those who do not see it.
  ///   - style: The class under which the page shows it, `wide`, `narrow` or `small`.
  /// - Complexity: O(parts).
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

  /// A label is written into a part only where it fits with four units on either side, by the
  /// estimated width of its letters.
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
  ///
  /// Colours come again after twelve places; a hatch tells those apart that have one colour (WCAG
  /// 2.2, 1.4.1: not by colour alone).
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
