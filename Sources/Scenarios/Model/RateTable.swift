public import Chance
public import Vocabulary

/// The mid rates of a scenario: fixed as given, but for steps of a file and a walk at random.
///
/// Totals across currencies stay at the rates as given.
public struct RateTable: Hashable, Sendable {
  /// The rates as given, one per pair.
  public var rates: [ExchangeRate]
  /// The currency of totals across currencies.
  public var reportingCurrency: Currency
  /// The steps of pairs that move as a file says, by pair and instant; the rate as given holds
  /// before the first.
  public var steps: [RateStep] = []
  /// How the pairs move at random, a price for each; `nil` where none does.
  public var walk: RateWalk?

  /// A table of `rates` that reports in `reportingCurrency`.
  public init(rates: [ExchangeRate], reportingCurrency: Currency) {
    (self.rates, self.reportingCurrency) = (rates, reportingCurrency)
  }

  /// The rate between two currencies in either direction, or `nil` where the file gives none.
  public func rate(between one: Currency, and other: Currency) -> ExchangeRate? {
    rates.first {
      ($0.base == one && $0.quote == other) || ($0.base == other && $0.quote == one)
    }
  }

  /// What one minor unit of `currency` is worth in minor units of the reporting currency, at mid.
  ///
  /// - Returns: A factor for statistics, or `nil` where no rate joins the two.
  public func reportingValue(ofMinorUnitOf currency: Currency) -> Double? {
    guard currency != reportingCurrency else { return 1 }
    guard let rate = rate(between: currency, and: reportingCurrency) else { return nil }
    let price = rate.price.approximation
    let perUnit = rate.base == currency ? price : 1 / price
    return perUnit * Double(reportingCurrency.minorUnitsPerUnit)
      / Double(currency.minorUnitsPerUnit)
  }
}

/// The mid rate of a pair from an instant on.
public struct RateStep: Hashable, Sendable {
  /// The place of the pair in `RateTable.rates`.
  public var pair: Int
  /// When it begins.
  public var from: Instant
  /// The rate.
  public var rate: ExchangeRate
}
