/// Tables of plain text, one below the other in the same columns: the first column reads from the
/// left, the others from the right.
///
/// Widths are columns of a terminal, in which ideographs take two.
struct TextTable {
  /// A table with its title.
  struct Group {
    /// What stands above it, cut to the width.
    var title: String
    /// The cells, as many in a row as the heading has.
    var rows: [[String]]
  }

  /// The titles of the columns.
  var heading: [String]
  /// From the top; those that share their columns read as one table.
  var groups: [Group]

  /// The lines of the tables within `width` columns of a terminal.
  ///
  /// The tables have the same columns where all of their labels fit, else each its own; a label
  /// that does not fit then goes on in the next line, and any other cell is cut with an ellipsis.
  ///
  /// - Parameter width: How many columns a line takes at most, 20 at least.
  /// - Returns: Lines without blanks at their ends.
  func lines(width: Int) -> [String] {
    let common = columns(of: groups, width)
    let isTight = groups.flatMap(\.rows).contains { $0[0].columns > common.widths[0] }
    return groups.flatMap { group in
      let own = isTight ? columns(of: [group], width) : common
      return ["", group.title.cut(to: width)]
        + ([heading] + group.rows).flatMap { lines(of: $0, own.widths, gap: own.gap) }
    }
  }

  /// The widths of the columns of some tables, and the gap between two.
  ///
  /// Two blanks between columns, one where two do not fit.
  private func columns(of groups: [Group], _ width: Int) -> (widths: [Int], gap: Int) {
    let needed = heading.indices.map { place in
      groups.flatMap(\.rows).map { $0[place].columns }.max() ?? 0
    }
    let gaps = heading.count - 1
    let gap = needed.reduce(2 * gaps, +) <= width ? 2 : 1
    return (fit(needed, into: width - gap * gaps), gap)
  }

  /// A long label goes on beneath, with its cells beside its first line.
  private func lines(of row: [String], _ widths: [Int], gap: Int) -> [String] {
    let label = row[0].columns > widths[0] ? row[0].wrapped(to: widths[0]) : [row[0]]
    let cells = row.enumerated().map { place, text in
      place == 0
        ? label[0].left(in: widths[0]) : text.cut(to: widths[place]).right(in: widths[place])
    }
    let line = cells.joined(separator: String(repeating: " ", count: gap))
    return [String(line.reversed().drop { $0 == " " }.reversed())] + label.dropFirst()
  }

  /// The widths of the columns: cells get what they need, titles get what is left.
  ///
  /// Past the room the labels give way down to twelve columns, then the widest column, one column
  /// of the terminal at a time.
  private func fit(_ needed: [Int], into room: Int) -> [Int] {
    var widths = needed
    for place in widths.indices.dropFirst() {
      let left = room - widths.reduce(0, +)
      let wanted = min(heading[place].columns, 24) - widths[place]
      if left > 0, wanted > 0 { widths[place] += min(wanted, left) }
    }
    while widths.reduce(0, +) > room {
      let place = widths[0] > 12 ? 0 : widths.indices.max { widths[$0] < widths[$1] } ?? 0
      guard widths[place] > 1 else { break }
      widths[place] -= 1
    }
    return widths
  }
}

extension String {
  /// The text in lines of at most `width` columns, broken at spaces.
  ///
  /// - Returns: No line for a text of blanks; a word longer than a line is cut, with an ellipsis.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      let word = String(word).cut(to: width)
      if line.isEmpty {
        line = word
      } else if line.columns + 1 + word.columns <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
