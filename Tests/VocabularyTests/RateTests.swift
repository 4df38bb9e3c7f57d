import Testing
import Vocabulary

@Suite("Rates")
struct RateTests {
  @Test(
    "A pair converts both ways, in minor units",
    arguments: [
      // 1 USD = 150.25 JPY; 1 EUR = 1.0850 USD; 1 KWD = 3.25 USD.
      ("USD", "JPY", "150.25", 10_000, "USD", 0, 15_025),
      ("USD", "JPY", "150.25", 15_025, "JPY", 0, 10_000),
      ("EUR", "USD", "1.0850", 100_000, "EUR", 0, 108_500),
      ("EUR", "USD", "1.0850", 108_500, "USD", 0, 100_000),
      ("KWD", "USD", "3.25", 1_000, "KWD", 0, 325),
      ("KWD", "USD", "3.25", 325, "USD", 0, 1_000),
      // 25 basis points of 1085.00 are 2.7125, so 1082.2875 remain.
      ("EUR", "USD", "1.0850", 100_000, "EUR", 25, 108_229),
      ("EUR", "USD", "1.0850", -100_000, "EUR", 0, -108_500),
    ] as [(String, String, String, Int64, String, Int64, Int64)])
  func converts(
    base: String, quote: String, price: String, amount: Int64, of: String, spread: Int64,
    expected: Int64
  ) throws {
    let pair = (try #require(Currency(base)), try #require(Currency(quote)))
    let numeral = try #require(DecimalNumeral(price))
    let rate = try #require(ExchangeRate(base: pair.0, quote: pair.1, price: numeral))
    let money = Money(minorUnits: amount, try #require(Currency(of)))
    let result = rate.converted(money, spreadBasisPoints: spread, .halfToEven)
    #expect(result.minorUnits == expected)
    #expect(result.currency == (money.currency == pair.0 ? pair.1 : pair.0))
  }

  @Test(
    "The largest amount converts to no more than the limit, and the next one would",
    arguments: [
      ("EUR", "USD", "1.0850"), ("USD", "JPY", "150.25"), ("KWD", "USD", "3.25"),
      ("USD", "IDR", "16000"), ("GBP", "USD", "0.000000000001"),
    ])
  func largest(base: String, quote: String, price: String) throws {
    let pair = (try #require(Currency(base)), try #require(Currency(quote)))
    let numeral = try #require(DecimalNumeral(price))
    let rate = try #require(ExchangeRate(base: pair.0, quote: pair.1, price: numeral))
    let limit = Int64(1) << 53
    for currency in [pair.0, pair.1] {
      let largest = rate.largest(of: currency, upTo: limit)
      #expect(largest <= limit)
      #expect(rate.converted(Money(minorUnits: largest, currency), .floor).minorUnits <= limit)
      if largest < limit {
        let next = rate.converted(Money(minorUnits: largest + 1, currency), .ceiling).minorUnits
        #expect(next > limit)
      }
    }
  }

  @Test("There and back loses at most one minor unit of the coarser side")
  func thereAndBack() throws {
    let numeral = try #require(DecimalNumeral("1.0853"))
    let rate = try #require(ExchangeRate(base: .eur, quote: .usd, price: numeral))
    for amount in stride(from: Int64(1), to: 100_000, by: 997) {
      let money = Money(minorUnits: amount, .eur)
      let back = rate.converted(rate.converted(money, .halfToEven), .halfToEven)
      #expect(abs(back.minorUnits - amount) <= 1)
    }
  }

  @Test(
    "A price is above zero, of two currencies, and short",
    arguments: ["0", "-1", "1000000000000", "0.1234567890123"])
  func noRate(price: String) throws {
    let numeral = try #require(DecimalNumeral(price))
    #expect(ExchangeRate(base: .eur, quote: .usd, price: numeral) == nil)
    #expect(ExchangeRate(base: .eur, quote: .eur, price: try #require(DecimalNumeral("1"))) == nil)
  }

  @Test(
    "Holding money costs by calendar time",
    arguments: [
      // 1,000,000.00 for 3 days at 5 %: 1,000,000 × 0.05 × 3/360 = 416.67 and 3/365 = 410.96.
      (DayCount.actual360, 41_666.667), (.actual365Fixed, 41_095.890),
    ])
  func funding(dayCount: DayCount, minorUnits: Double) {
    let rate = FundingRate(basisPoints: 500, dayCount)
    let held = Int128(100_000_000) * Int128(TimeSpan.days(3).microseconds)
    #expect(abs(rate.cost(ofHolding: held) - minorUnits) < 0.001)
  }

  @Test(
    "Decimal numerals are exact",
    arguments: [
      ("12.50", 1_250, 2), ("-0.001", -1, 3), ("12_500", 12_500, 0), ("0", 0, 0), ("007", 7, 0),
    ])
  func numerals(text: String, digits: Int, scale: Int) throws {
    let numeral = try #require(DecimalNumeral(text))
    #expect(numeral.digits == Int128(digits))
    #expect(numeral.scale == scale)
  }

  @Test(
    "What is no decimal numeral is refused",
    arguments: ["", "-", ".", "1.", ".1", "1.2.3", "1e5", "+1", "_1", "1 ", "0x1"])
  func noNumeral(text: String) {
    #expect(DecimalNumeral(text) == nil)
  }
}
