/// Tables of plain text, one below the other in the same columns: the first column reads from the
/// left, the others from the right.
struct TextTable {
  /// A table with its title.
  struct Group {
    var title: String
    /// The cells, as many in a row as the heading has.
    var rows: [[String]]
  }

  /// The titles of the columns.
  var heading: [String]
  var groups: [Group]

  /// The lines of the tables within `width` columns of a terminal; what does not fit is cut with
  /// an ellipsis, labels first.
  func lines(width: Int) -> [String] {
    let needed = heading.indices.map { place in
      groups.flatMap(\.rows).map { $0[place].columns }.max() ?? 0
    }
    let gaps = heading.count - 1
    let gap = needed.reduce(2 * gaps, +) <= width ? 2 : 1
    let widths = fit(needed, into: width - gap * gaps)
    return groups.flatMap { group in
      ["", group.title.cut(to: width)]
        + ([heading] + group.rows).map { line(of: $0, widths, gap: gap) }
    }
  }

  private func line(of row: [String], _ widths: [Int], gap: Int) -> String {
    let cells = row.enumerated().map { place, text in
      let cut = text.cut(to: widths[place])
      return place == 0 ? cut.left(in: widths[0]) : cut.right(in: widths[place])
    }
    let line = cells.joined(separator: String(repeating: " ", count: gap))
    return String(line.reversed().drop { $0 == " " }.reversed())
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
