/// A currency by its ISO 4217 code, or CNH.
///
/// The value is an index into the table of `Currency.all`, one byte, so that hot records stay
/// small; it is the same in every run of one version.
public struct Currency: Hashable, Sendable {
  /// The place of the currency in the table, in alphabetical order of the codes.
  let index: UInt8

  /// The currency of `code` (`USD`, in capitals), or `nil` where the table has none.
  public init?(_ code: some StringProtocol) {
    guard let index = Currency.table.firstIndex(where: { $0.code == code }) else { return nil }
    self.index = UInt8(index)
  }

  /// The code: `USD`.
  public var code: String { Currency.table[Int(index)].code }

  /// How many decimal places the minor unit has: 2 for USD, 0 for JPY, 3 for KWD.
  public var exponent: Int { Currency.table[Int(index)].exponent }

  /// How many minor units make one of the currency.
  public var minorUnitsPerUnit: Int64 { Int64(DecimalNumeral.power(exponent)) }

  /// All currencies of the table, in alphabetical order of their codes.
  public static var all: [Currency] { table.indices.map { Currency(index: UInt8($0)) } }

  private init(index: UInt8) {
    self.index = index
  }
}

extension Currency: Comparable, CustomStringConvertible {
  /// Whether the left comes before the right.
  public static func < (left: Currency, right: Currency) -> Bool { left.index < right.index }

  /// The code.
  public var description: String { code }
}
