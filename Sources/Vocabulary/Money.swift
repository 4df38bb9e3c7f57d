/// An amount of one currency, in its minor units.
///
/// Adding two currencies traps, and so does an overflow of 2⁶³ minor units: sums that can pass
/// it are kept in `Int128`.
public struct Money: Hashable, Sendable {
  /// The amount in minor units of the currency (cents; yen for JPY).
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// An amount of `minorUnits` of `currency`.
  public init(minorUnits: Int64, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Nothing, of a currency.
  public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }

  /// The sum of two amounts of one currency.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "adding \(left.currency) and \(right.currency)")
    return Money(minorUnits: left.minorUnits + right.minorUnits, left.currency)
  }
  /// The difference of two amounts of one currency.
  public static func - (left: Money, right: Money) -> Money { left + -right }
  /// The amount with its sign turned.
  public static prefix func - (money: Money) -> Money {
    Money(minorUnits: -money.minorUnits, money.currency)
  }
}

extension Money: CustomStringConvertible {
  /// The amount in major units with its code: `1234.50 USD`.
  public var description: String { "\(decimal) \(currency)" }

  /// The amount in major units without its code: `1234.50`.
  public var decimal: String {
    DecimalNumeral.text(Int128(minorUnits), exponent: currency.exponent)
  }

  /// Reads an amount in major units of `currency`: `40k`, `1.5M`, `2bn`, `1_234.50`, `-5`.
  ///
  ///     Money("0.005", .usd)  // nil: the dollar has two places
  ///     Money("1.5m", .usd)   // nil: M is a million, m is nothing
  public init?(_ text: some StringProtocol, _ currency: Currency) {
    let suffixes: [(String, Int64)] = [
      ("bn", 1_000_000_000), ("M", 1_000_000), ("k", 1_000), ("", 1),
    ]
    guard let (suffix, factor) = suffixes.first(where: { text.hasSuffix($0.0) }),
      let numeral = DecimalNumeral(text.dropLast(suffix.count)),
      let minor = numeral.scaled(by: factor * Int64(DecimalNumeral.power(currency.exponent)))
    else { return nil }
    self.init(minorUnits: minor, currency)
  }
}

extension Money {
  /// The amount split in proportion to `weights`, so that every minor unit has an owner.
  ///
  /// Each part is first rounded towards zero; the units left over go one by one to the parts with
  /// the largest remainder, the earlier part first among equals (the largest-remainder method).
  ///
  ///     Money(minorUnits: 100, .usd).apportioned(by: [1, 1, 1])  // 34, 33, 33
  ///
  /// - Parameter weights: At least one, none negative, not all zero.
  /// - Returns: As many parts as weights; their sum is the amount.
  /// - Complexity: O(n log n) in the number of weights.
  public func apportioned(by weights: [Int64]) -> [Money] {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(total > 0 && weights.allSatisfy { $0 >= 0 }, "weights are shares of a whole")
    let exact = weights.map {
      (Int128(minorUnits) * Int128($0)).quotientAndRemainder(dividingBy: total)
    }
    var parts = exact.map { Int64($0.quotient) }
    let left = minorUnits - parts.reduce(0, +)
    let order = exact.indices.sorted {
      let (first, second) = (exact[$0].remainder.magnitude, exact[$1].remainder.magnitude)
      return first == second ? $0 < $1 : first > second
    }
    for index in order.prefix(Int(left.magnitude)) { parts[index] += left.signum() }
    return parts.map { Money(minorUnits: $0, currency) }
  }
}
