import Foundation
import Testing
import Vocabulary

@Suite("Currencies")
struct CurrencyTests {
  /// ISO 4217 list one of 2026-01-01 (SIX): code and minor units, `N.A.` for none.
  static let listOne: [(code: String, minorUnits: String)] = {
    let url = Bundle.module.url(forResource: "Reference/iso4217.csv", withExtension: nil)!
    let file = try! CSVFile(String(contentsOf: url, encoding: .utf8))
    return file.records.map { ($0.fields[0], $0.fields[1]) }
  }()

  @Test("The table is list one of ISO 4217 and CNH")
  func codes() {
    #expect(Currency.all.map(\.code).filter { $0 != "CNH" } == Self.listOne.map(\.code))
    #expect(Currency("CNH")?.exponent == 2)
    #expect(Currency.all.count == 179)
  }

  @Test("Each has the exponent of the list", arguments: listOne.map(\.code))
  func exponent(code: String) throws {
    let minorUnits = try #require(Self.listOne.first { $0.code == code }).minorUnits
    #expect(Currency(code)?.exponent == (minorUnits == "N.A." ? 0 : Int(minorUnits)))
  }

  @Test(
    "A code is written in capitals, and known", arguments: ["usd", "US", "BGN", "ZZZ", "", "USD "])
  func unknown(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test("Minor units", arguments: [("JPY", 1), ("USD", 100), ("KWD", 1_000), ("CLF", 10_000)])
  func minorUnits(code: String, expected: Int64) throws {
    #expect(try #require(Currency(code)).minorUnitsPerUnit == expected)
  }

  @Test("Currencies sort by their codes")
  func order() {
    #expect(Currency.all.sorted() == Currency.all)
    #expect(Currency.all.map(\.code).sorted() == Currency.all.map(\.code))
  }
}
