/// An SVG picture in the making; places count from the upper left corner.
///
/// Colours and dashes come from the classes of the page's style, so that a picture follows light,
/// dark and print. Numbers have one decimal at most: a tenth of a unit is below what a screen
/// shows.
///
/// Later elements lie over earlier ones. Colours are classes, never values, so that one style
/// serves light and dark.
struct Drawing {
  /// Where a text stands beside its place.
  enum Anchor: String {
    case start, middle, end
  }

  /// What was drawn so far.
  ///
  /// Grows only; no element is taken back.
  private(set) var markup = ""

  /// A place or a length as SVG writes it.
  ///
  /// A tenth of a unit is less than a pixel of any screen at this scale.
  static func number(_ value: Double) -> String { value.fixed(1, trimmed: true) }

  /// About how wide a text is in a sans-serif face.
  ///
  /// An estimate: 0.6 of the size for each column, which is wide for most letters of the page's
  /// fonts.
  static func width(of text: String, fontSize: Double) -> Double {
    Double(text.columns) * fontSize * 0.6
  }

  /// Adds a straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    let d =
      "M\(Drawing.number(x1)) \(Drawing.number(y1))L\(Drawing.number(x2)) "
      + Drawing.number(y2)
    path(d, style)
  }

  /// Adds a path of `d`, with words to show on hovering where there are any.
  ///
  /// - Parameters:
  ///   - d: The commands of SVG, with numbers by `number`.
  ///   - hover: Is escaped here; names of files may stand in it.
  mutating func path(_ d: String, _ style: String, hover: String = "") {
    let start = "<path class=\"\(style)\" d=\"\(d)\""
    markup += hover.isEmpty ? start + "/>" : "\(start)><title>\(hover.markup)</title></path>"
  }

  /// Adds a rectangle, with words to show on hovering where there are any.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, hover: String = ""
  ) {
    let places = [("x", x), ("y", y), ("width", width), ("height", height)]
    let attributes = places.map { "\($0)=\"\(Drawing.number($1))\"" }.joined(separator: " ")
    let start = "<rect class=\"\(style)\" \(attributes)"
    markup += hover.isEmpty ? start + "/>" : "\(start)><title>\(hover.markup)</title></rect>"
  }

  /// Adds a text whose base line starts, ends or is centred at a place.
  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, _ style: String = ""
  ) {
    let place = "x=\"\(Drawing.number(x))\" y=\"\(Drawing.number(y))\""
    let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let kind = style.isEmpty ? "" : "class=\"\(style)\" "
    markup += "<text \(kind)\(place)\(side)>\(text.markup)</text>"
  }

  /// The picture with the finding in words for those who cannot see it.
  ///
  /// - Parameters:
  ///   - id: A name that no other picture of the page has.
  ///   - style: Classes of the picture as a whole.
  ///
  /// The picture is named and described for screen readers (WCAG 2.2, 1.1.1) by elements whose ids
  /// begin with `id`.
  func svg(
    width: Double, height: Double, id: String, title: String, description: String,
    style: String = ""
  ) -> String {
    let box = "0 0 \(Drawing.number(width)) \(Drawing.number(height))"
    return "<svg class=\"\(style)\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" "
      + "viewBox=\"\(box)\"><title id=\"\(id)-t\">\(title.markup)</title>"
      + "<desc id=\"\(id)-d\">\(description.markup)</desc>\(markup)</svg>"
  }
}

extension String {
  /// The text as HTML and SVG show it: without control characters, markup escaped.
  ///
  /// Fit for an element and for an attribute between quotes.
  var markup: String {
    var result = ""
    for scalar in printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
