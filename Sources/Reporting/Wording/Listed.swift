extension [String] {
  /// The items as a phrase: `a`, `a and b`, `a, b and c`.
  var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Quantity {
  /// A service level in per cent with the places that it has: `99.9 %`.
  static func level(_ share: Double) -> String { bareLevel(share) + " %" }

  /// A service level in per cent without its unit: `99.9`.
  static func bareLevel(_ share: Double) -> String { (share * 100).fixed(7, trimmed: true) }

  /// A share in per cent, with more places the closer it comes to the whole: `81.0 %`, `99.95 %`,
  /// `100 %` for nothing but the whole.
  static func share(_ share: Double) -> String {
    let places = share < 0.99 ? 1 : share < 0.999 ? 2 : 4
    let text = (share * 100).fixed(places, trimmed: share >= 0.999 || share == 0)
    return (share < 1 && text == "100" ? "99.9999" : text) + " %"
  }
}
