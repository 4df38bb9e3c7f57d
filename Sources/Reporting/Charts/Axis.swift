/// The part of a picture that shows values, between its axes.
struct PlotArea {
  /// Its edges, in units of the picture.
  ///
  /// From the upper left corner, in units of the picture.
  var left, top, right, bottom: Double
}

/// A horizontal axis below a plot; several of them stand one below the other.
struct HorizontalAxis {
  /// What it counts or whose clock it is.
  ///
  /// What stands at its left, cut to the margin; empty for none.
  var title: String
  /// Those outside of the scale's domain are not drawn.
  var ticks: [Tick]
}

extension Drawing {
  /// Adds horizontal axes from `area.bottom` on, each with its title at the left; the first one
  /// carries the grid.
  mutating func add(
    _ axes: [HorizontalAxis], on scale: Scale, in area: PlotArea, fontSize: Double
  ) {
    for (place, axis) in axes.enumerated() {
      let y = area.bottom + Double(place) * HorizontalAxis.height(fontSize: fontSize)
      let shown = axis.ticks.filter { scale.domain.contains($0.value) }
      for tick in place == 0 ? shown : [] {
        line(scale(tick.value), area.top, scale(tick.value), area.bottom, "rule")
      }
      for tick in shown { line(scale(tick.value), y, scale(tick.value), y + 3, "axis") }
      // A label at an end of the axis moves inwards rather than over the title or the edge.
      let room = (axis.title.isEmpty ? 0 : area.left)...(area.right + fontSize * 1.5)
      for label in Ticks.labels(shown, on: scale, within: room, fontSize: fontSize) {
        text(label.text, x: label.place, y: y + 6 + fontSize, .middle)
      }
      line(area.left, y, area.right, y, "axis")
      if !axis.title.isEmpty {
        let room = Int((area.left - 6) / (fontSize * 0.56))
        text(axis.title.cut(to: max(3, room)), x: area.left - 6, y: y + 6 + fontSize, .end)
      }
    }
  }

  /// Adds a vertical axis at the left of a plot with a grid across it.
  ///
  /// Zero has a line of its own kind, so that a balance below it is seen.
  mutating func add(vertical ticks: [Tick], on scale: Scale, in area: PlotArea, fontSize: Double) {
    for tick in ticks {
      let y = scale(tick.value)
      line(area.left, y, area.right, y, tick.value == 0 ? "axis" : "rule")
      text(tick.label, x: area.left - 6, y: y + fontSize * 0.35, .end)
    }
  }
}

extension HorizontalAxis {
  /// How much room one axis takes.
  ///
  /// Of one axis with its labels.
  static func height(fontSize: Double) -> Double { fontSize + 10 }
}
