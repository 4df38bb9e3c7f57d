/// The price of one unit of a base currency in a quote currency, as an exact decimal.
public struct ExchangeRate: Hashable, Sendable {
  /// The currency that is priced.
  public let base: Currency
  /// The currency of the price.
  public let quote: Currency
  /// The price: units of quote per unit of base, `digits × 10^−scale`, above zero.
  public let price: DecimalNumeral

  /// A price above zero for a pair of two currencies, or `nil`.
  ///
  /// At most 12 digits and 12 places, so that every conversion fits 128 bits.
  public init?(base: Currency, quote: Currency, price: DecimalNumeral) {
    guard price.digits > 0, price.digits < DecimalNumeral.power(12), price.scale <= 12,
      base != quote
    else { return nil }
    (self.base, self.quote, self.price) = (base, quote, price)
  }

  /// An amount of one currency of the pair in the other, `spread` of a basis point worse than mid
  /// for whoever converts.
  ///
  /// - Parameters:
  ///   - money: An amount of base or of quote.
  ///   - spreadBasisPoints: What the dealer keeps, in hundredths of a per cent of the result,
  ///     0 ..< 10,000.
  ///   - rounding: The rounding to the minor unit of the result.
  /// - Returns: The amount in the other currency.
  public func converted(_ money: Money, spreadBasisPoints: Int64 = 0, _ rounding: Rounding)
    -> Money
  {
    precondition(money.currency == base || money.currency == quote, "\(money) is not of the pair")
    precondition((0..<10_000).contains(spreadBasisPoints), "a spread is below the whole")
    let target = money.currency == base ? quote : base
    let (numerator, denominator) = factor(of: money.currency)
    let sold = Int128(money.minorUnits) * Int128(10_000 - spreadBasisPoints)
    let bought = rounding.quotient(sold * numerator, by: 10_000 * denominator)
    guard let result = Int64(exactly: bought) else {
      preconditionFailure("\(money) at \(price) passes 2⁶³ minor units of \(target)")
    }
    return Money(minorUnits: result, target)
  }

  /// The largest amount of a currency of the pair, in minor units, of which neither itself nor what
  /// it comes to at mid passes `limit` minor units.
  public func largest(of currency: Currency, upTo limit: Int64) -> Int64 {
    let (numerator, denominator) = factor(of: currency)
    return Int64(min(Int128(limit), Int128(limit) * denominator / numerator))
  }

  /// What one minor unit of a currency of the pair is worth in minor units of the other.
  private func factor(of currency: Currency) -> (numerator: Int128, denominator: Int128) {
    let other = currency == base ? quote : base
    let places = DecimalNumeral.power(price.scale)
    let shift = other.exponent - currency.exponent
    let (more, less) = (DecimalNumeral.power(max(0, shift)), DecimalNumeral.power(max(0, -shift)))
    return currency == base
      ? (price.digits * more, places * less) : (places * more, price.digits * less)
  }
}
