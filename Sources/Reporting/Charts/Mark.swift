/// A point that was expected at one value of the horizontal scale and came out at another: a
/// hollow sign, a filled one, and the interval of the latter.
struct Mark {
  /// The place of its series, which decides colour and shape.
  var place: Int
  /// Its value of the vertical scale.
  var y: Double
  /// Where it was expected, and where it came out, on the horizontal scale.
  var from, to: Double
  /// The interval around `to`.
  var spread: ClosedRange<Double>
  /// What it says on hovering.
  var hover: String
}

/// A range in which a curve was expected at one place, as others have published it.
struct ExpectedRange {
  /// The place on the horizontal scale.
  var x: Double
  /// The values of the vertical scale.
  var values: ClosedRange<Double>
  /// What it says on hovering.
  var hover: String
}

extension Drawing {
  /// Adds a range as an upright bar between two feet.
  mutating func add(_ range: ExpectedRange, _ across: Scale, _ up: Scale) {
    let x = across(range.x)
    let (low, high) = (up(range.values.lowerBound), up(range.values.upperBound))
    let feet = [low, high].map { "M\(Drawing.number(x - 6)) \(Drawing.number($0))h12" }
    path(
      "M\(Drawing.number(x)) \(Drawing.number(low))V\(Drawing.number(high))" + feet.joined(),
      "published", hover: range.hover)
  }

  /// Adds a mark over two scales.
  mutating func add(_ mark: Mark, _ across: Scale, _ up: Scale) {
    let y = up(mark.y)
    let (low, high) = (across(mark.spread.lowerBound), across(mark.spread.upperBound))
    let ends = [low, high].map {
      "M\(Drawing.number($0)) \(Drawing.number(y - 3))V\(Drawing.number(y + 3))"
    }
    let bar = "M\(Drawing.number(low)) \(Drawing.number(y))H\(Drawing.number(high))"
    path(bar + ends.joined(), "spread m\(mark.place % 8)")
    shape(of: mark.place, x: across(mark.to), y: y, Series.mark(mark.place), hover: mark.hover)
    shape(
      of: mark.place, x: across(mark.from), y: y, Series.mark(mark.place, isHollow: true),
      hover: mark.hover)
  }

  /// Adds the sign of a series around a place: a disc, a square or a diamond.
  mutating func shape(
    of place: Int, x: Double, y: Double, _ style: String, hover: String = ""
  ) {
    func corner(_ dx: Double, _ dy: Double) -> String {
      "\(Drawing.number(x + dx)) \(Drawing.number(y + dy))"
    }
    let d =
      switch place % 3 {
      case 0: "M\(corner(-3.4, 0))a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0z"
      case 1: "M\(corner(-3, -3))h6v6h-6z"
      default: "M\(corner(0, -4.2))l4.2 4.2l-4.2 4.2l-4.2 -4.2z"
      }
    path(d, style, hover: hover)
  }
}
