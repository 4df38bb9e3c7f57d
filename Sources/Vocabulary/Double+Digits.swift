extension Double {
  /// The shortest digits that read back as the same value, never with an exponent; `-0` is `0`.
  ///
  /// - Precondition: The value is finite.
  public var plainDigits: String {
    guard self != 0 else { return "0" }
    let parts = "\(magnitude)".split(separator: "e")
    let decimal = parts[0].split(separator: ".")
    let fraction = decimal.count == 2 && decimal[1] != "0" ? decimal[1] : ""
    var digits = String(decimal[0] + fraction)
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    // The point stands after this many digits.
    var point = decimal[0].count + exponent
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
    let whole = digits.prefix(point)
    let rest = digits.dropFirst(point)
    return (self < 0 ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
  }
}
