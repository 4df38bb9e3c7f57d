import Chance
import Vocabulary

extension ScenarioReader {
  /// The largest amount of a generated payment, in minor units: up to 2⁵³ a `Double` is exact.
  ///
  /// About 90 trillion dollars: no bound that a payment of the world meets.
  static let largestAmount: Int64 = 1 << 53

  /// An amount that one payment can have: above 0, up to the largest.
  ///
  /// - Returns: `nil` for more decimals than the currency has, too.
  static func payable(_ text: String, _ currency: Currency, upTo most: Int64 = largestAmount)
    -> Money?
  {
    Money(text, currency).flatMap { (1...most).contains($0.minorUnits) ? $0 : nil }
  }

  /// The largest amount of a payment that is credited in a currency, of which neither side passes
  /// the largest, in minor units of the currency sent.
  ///
  /// A bound for a million yen is another than for a million dollars: what is bought counts in its
  /// own minor units.
  func largestAmount(of currency: Currency, creditedIn other: Currency) -> Int64 {
    rates?.rate(between: currency, and: other)?
      .largest(of: currency, upTo: ScenarioReader.largestAmount) ?? ScenarioReader.largestAmount
  }

  /// How the amounts of a flow are spread.
  struct AmountTerms {
    /// The amounts, in major units of the currency sent.
    let distribution: Distribution
    /// The least and the most, in minor units; a draw beyond takes the bound, so that the mean of a
    /// heavy tail is below that of its distribution.
    let bounds: ClosedRange<Int64>
  }

  /// The amounts of a section with their bounds: one minor unit and `most` where it gives none.
  ///
  ///     flows.suppliers.maximum: found '1bn', expected an amount above 0 like 250, 40k, 1.5M, …
  ///
  /// - Parameter most: What neither side of a payment may pass, in minor units of the currency
  ///   sent.
  func amountTerms(_ section: Section, _ currency: Currency, upTo most: Int64) -> AmountTerms? {
    let unit = Double(currency.minorUnitsPerUnit)
    let distribution = section["amount"].flatMap { written in
      self.distribution(written, ScenarioReader.amountDistributionShape) { text in
        Money(text, currency).flatMap { money in
          money.minorUnits >= 0 ? Double(money.minorUnits) / unit : nil
        }
      }
    }
    let low = bound(section, "minimum", currency, upTo: most, otherwise: 1)
    let high = bound(section, "maximum", currency, upTo: most, otherwise: most)
    guard let distribution, let low, let high else { return nil }
    guard low <= high else {
      problems.add(
        section["minimum"] ?? section.value,
        "the minimum lies above the maximum, "
          + Money(minorUnits: high, currency).decimal)
      return nil
    }
    return AmountTerms(distribution: distribution, bounds: low...high)
  }

  /// A bound of the amounts in minor units.
  private func bound(
    _ section: Section, _ key: String, _ currency: Currency, upTo most: Int64, otherwise: Int64
  ) -> Int64? {
    guard section.has(key) else { return otherwise }
    return section.read(key, hint: ScenarioReader.decimals(of: currency, upTo: most)) { text in
      ScenarioReader.payable(text, currency, upTo: most)?.minorUnits
    }
  }
}
