/// A grid of cells whose colour says a value: hours by weekdays, ends of corridors, cells of a
/// sweep.
///
/// Steps of colour stand for ranges, not for values: the key says which.
struct HeatMap {
  /// What the rows and the columns are, from the top and from the left.
  ///
  /// Titles may be empty; what is too long is cut to its room.
  var rows, columns: [String]
  /// The values, row by row; `nil` where there is none and the cell stays empty.
  ///
  /// Shape: as many rows as `rows`, each as long as `columns`.
  var values: [[Double?]]
  /// Which colour a value has; shared by pictures that are to be compared.
  var steps: HeatSteps
  /// Width of the picture, height of a cell and size of letters, in units of the picture.
  var width, cellHeight, fontSize: Double
  /// What stands in a cell; nothing where the cells are too small for words.
  var label: ((Double) -> String)?

  /// How much room the titles of the rows take.
  private var leftMargin: Double {
    let widest = rows.map { Drawing.width(of: $0, fontSize: fontSize) }.max() ?? 0
    return min(widest + 10, width * 0.35)
  }

  /// The picture; its cells are one path for each colour, so that a thousand of them stay small.
  func svg(id: String, title: String, description: String, style: String) -> String {
    let top = fontSize + 6
    let across = Scale(
      .linear, 0...Double(max(1, columns.count)), from: leftMargin, to: width - 2)
    var drawing = Drawing()
    addTitles(across, top: top, to: &drawing)
    for step in 0..<steps.count {
      let path = cells(of: step, across, top: top)
      if !path.isEmpty { drawing.path(path, "h\(step)") }
    }
    addLabels(across, top: top, to: &drawing)
    return drawing.svg(
      width: width, height: top + Double(rows.count) * cellHeight + 2, id: id, title: title,
      description: description, style: style)
  }

  /// Titles of columns that would touch are left out, every second or more of them, as those of an
  /// axis are.
  private func addTitles(_ across: Scale, top: Double, to drawing: inout Drawing) {
    let ticks = columns.enumerated().map { Tick(value: Double($0.offset) + 0.5, label: $0.element) }
    let room = (across(1) - across(0)) / (fontSize * 0.56)
    let shown = ticks.map { Tick(value: $0.value, label: $0.label.cut(to: max(3, Int(room)))) }
    for label in Ticks.labels(shown, on: across, within: 0...width, fontSize: fontSize) {
      drawing.text(label.text, x: label.place, y: fontSize, .middle)
    }
    let places = Int((leftMargin - 8) / (fontSize * 0.56))
    for (row, title) in rows.enumerated() {
      let middle = top + (Double(row) + 0.5) * cellHeight
      drawing.text(
        title.cut(to: max(3, places)), x: leftMargin - 4, y: middle + fontSize * 0.35, .end)
    }
  }

  /// The cells of a colour as one path, the neighbours of a row together.
  ///
  /// - Complexity: O(cells) for each colour. A cell is a unit lower than its row, which leaves a
  ///   line between rows.
  private func cells(of step: Int, _ across: Scale, top: Double) -> String {
    var path = ""
    for (row, values) in values.enumerated() {
      let y = top + Double(row) * cellHeight
      var column = 0
      while column < values.count {
        let start = column
        while column < values.count, let value = values[column], steps.step(of: value) == step {
          column += 1
        }
        if column > start {
          let (left, right) = (across(Double(start)), across(Double(column)))
          path += "M\(Drawing.number(left)) \(Drawing.number(y))H\(Drawing.number(right))"
          path += "v\(Drawing.number(cellHeight - 1))H\(Drawing.number(left))z"
        } else {
          column += 1
        }
      }
    }
    return path
  }

  /// The letters of a cell have the class of its colour, which the style gives a contrast of 4.5 at
  /// least (WCAG 2.2, 1.4.3).
  private func addLabels(_ across: Scale, top: Double, to drawing: inout Drawing) {
    guard let label else { return }
    for (row, values) in values.enumerated() {
      for (column, value) in values.enumerated() {
        guard let value else { continue }
        drawing.text(
          label(value), x: across(Double(column) + 0.5),
          y: top + (Double(row) + 0.5) * cellHeight + fontSize * 0.35, .middle,
          "t\(steps.step(of: value))")
      }
    }
  }
}
