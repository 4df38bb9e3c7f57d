extension Int {
  /// The number with its noun, commas between the thousands: `1 branch`, `1,000 replications`.
  ///
  /// - Parameter plural: The noun of more than one; with an `s` after the singular where none is
  ///   given.
  public func counted(_ singular: String, _ plural: String? = nil) -> String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return "\(text) \(magnitude == 1 ? singular : plural ?? singular + "s")"
  }
}
