import TestSupport
import Testing
import Vocabulary

@Suite("Money")
struct MoneyTests {
  @Test(
    "Amounts are read exactly",
    arguments: [
      ("40k", "USD", 4_000_000), ("1.5M", "USD", 150_000_000), ("2bn", "USD", 200_000_000_000),
      ("1_234.50", "USD", 123_450), ("-5", "USD", -500), ("0.01", "USD", 1),
      ("1.5M", "JPY", 1_500_000),
      ("0.001", "KWD", 1), ("0.0005k", "USD", 50), ("0", "EUR", 0), ("7", "JPY", 7),
    ])
  func reads(text: String, code: String, minorUnits: Int64) throws {
    let currency = try #require(Currency(code))
    #expect(Money(text, currency)?.minorUnits == minorUnits)
  }

  @Test(
    "What is no exact amount is refused",
    arguments: [
      ("0.005", "USD"), ("1.5", "JPY"), ("1.5m", "USD"), ("", "USD"), ("k", "USD"),
      ("1 000", "USD"),
      ("1,000", "USD"), ("1e3", "USD"), ("--5", "USD"), ("5-", "USD"), (".5", "USD"), ("5.", "USD"),
      ("99999999999999999999", "USD"), ("1234567890123456789012345678901", "JPY"), ("٣", "USD"),
    ])
  func refuses(text: String, code: String) throws {
    let currency = try #require(Currency(code))
    #expect(Money(text, currency) == nil)
  }

  @Test(
    "Amounts are written with the places of their currency",
    arguments: [
      (123_450, "USD", "1234.50 USD"), (-5, "USD", "-0.05 USD"), (5, "JPY", "5 JPY"),
      (-1_001, "KWD", "-1.001 KWD"), (0, "EUR", "0.00 EUR"),
      (Int64.min, "USD", "-92233720368547758.08 USD"),
    ])
  func writes(minorUnits: Int64, code: String, expected: String) throws {
    let currency = try #require(Currency(code))
    #expect(Money(minorUnits: minorUnits, currency).description == expected)
  }

  @Test("What is written is read back", arguments: [0, 1, -1, 99, 100, -12_345, .max, .min + 1])
  func roundTrip(minorUnits: Int64) {
    for currency in [Currency.usd, .jpy, Currency("KWD")!] {
      let money = Money(minorUnits: minorUnits, currency)
      #expect(Money(money.decimal, currency) == money)
    }
  }

  @Test(
    "Parts are those of the largest remainder",
    arguments: [
      (100, [1, 1, 1], [34, 33, 33]), (-100, [1, 1, 1], [-34, -33, -33]), (5, [1, 1], [3, 2]),
      (1, [0, 1, 1], [0, 1, 0]), (10, [3, 0, 1], [8, 0, 2]), (0, [1, 2], [0, 0]), (7, [1], [7]),
      (2, [1, 1, 1, 1], [1, 1, 0, 0]), (101, [50, 30, 20], [51, 30, 20]),
    ] as [(Int64, [Int64], [Int64])])
  func parts(minorUnits: Int64, weights: [Int64], expected: [Int64]) {
    let parts = Money(minorUnits: minorUnits, .usd).apportioned(by: weights)
    #expect(parts.map(\.minorUnits) == expected)
  }

  @Test("Parts sum to the whole, and each lies within one unit of its share")
  func partsSum() {
    var dice = Dice(1)
    for _ in 0..<500 {
      let amount = Int64(truncatingIfNeeded: dice.next()) >> 8
      let weights = (0...Int(dice.next() % 7)).map { _ in Int64(dice.next() % 1_000) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let total = Int128(weights.reduce(0, +))
      let parts = Money(minorUnits: amount, .usd).apportioned(by: weights).map(\.minorUnits)
      #expect(parts.reduce(0, +) == amount)
      for (part, weight) in zip(parts, weights) {
        #expect((Int128(part) * total - Int128(amount) * Int128(weight)).magnitude < UInt128(total))
      }
    }
  }

  @Test("Sums and differences of one currency")
  func arithmetic() {
    let sum = Money(minorUnits: 5, .usd) + Money(minorUnits: 7, .usd)
    #expect(sum == Money(minorUnits: 12, .usd))
    #expect(sum - Money(minorUnits: 20, .usd) == Money(minorUnits: -8, .usd))
    #expect(-sum == Money(minorUnits: -12, .usd))
    #expect(Money.zero(.usd) != Money.zero(.eur))
  }
}
