import Chance
import Vocabulary

extension ScenarioReader {
  /// The largest amount of a generated payment, in minor units: up to 2⁵³ a `Double` is exact.
  static let largestAmount: Int64 = 1 << 53

  /// An amount that one payment can have: above 0, up to the largest.
  static func payable(_ text: String, _ currency: Currency, upTo most: Int64 = largestAmount)
    -> Money?
  {
    Money(text, currency).flatMap { (1...most).contains($0.minorUnits) ? $0 : nil }
  }

  /// The largest amount of a payment that is credited in a currency, of which neither side passes
  /// the largest, in minor units of the currency sent.
  func largestAmount(of currency: Currency, creditedIn other: Currency) -> Int64 {
    rates?.rate(between: currency, and: other)?
      .largest(of: currency, upTo: ScenarioReader.largestAmount) ?? ScenarioReader.largestAmount
  }

  /// How the amounts of a flow are spread.
  struct AmountTerms {
    let distribution: Distribution
    let bounds: ClosedRange<Int64>
  }

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
