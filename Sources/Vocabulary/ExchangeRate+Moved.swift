extension ExchangeRate {
  /// How far a rate can move from where it was given, either way: so far that the conversion of
  /// the largest payment still fits 64 bits.
  private static let mostMoved = 512.0

  /// The rate with its price multiplied by a factor, to ten significant digits.
  ///
  /// - Parameter factor: Above 0; below 1/512 it counts as that, above 512 likewise.
  /// - Returns: The rate itself for a factor of 1.
  public func moved(by factor: Double) -> ExchangeRate {
    precondition(factor > 0, "a price stays above zero")
    guard factor != 1 else { return self }
    let within = min(max(factor, 1 / ExchangeRate.mostMoved), ExchangeRate.mostMoved)
    let price = price.approximation * within
    var (scale, digits) = (0, price)
    while digits < 1e9, scale < 12 { (scale, digits) = (scale + 1, digits * 10) }
    let whole = min(max(digits.rounded(.toNearestOrEven), 1), 999_999_999_999)
    guard
      let moved = ExchangeRate(
        base: base, quote: quote, price: DecimalNumeral(digits: Int128(whole), scale: scale))
    else { preconditionFailure("a moved price has at most 12 digits") }
    return moved
  }
}
