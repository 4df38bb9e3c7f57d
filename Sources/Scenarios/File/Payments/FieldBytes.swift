import Vocabulary

/// Values in their usual form, read from bytes; `nil` leaves the field to the reader of texts.
///
/// What is read here is a part of what the reader of texts takes, with the same value, so that it
/// never decides whether a field is good.
enum FieldBytes {
  private static let zero = UInt8(ascii: "0")

  /// Whether the bytes are a name of 1 to 100 visible characters of ASCII. Blanks, and names beyond
  /// ASCII, go the way of a text.
  static func isPlainName(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...100).contains(bytes.count) && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// One digit: a priority from 0 to 9.
  static func digit(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes.count == 1, let byte = bytes.first, byte >= zero, byte <= zero + 9 else {
      return nil
    }
    return byte - zero
  }

  /// An amount like `1250` or `1250.50`, above 0, with no more places than the currency has.
  /// Suffixes and underscores go the way of a text.
  static func amount(_ bytes: ArraySlice<UInt8>, _ currency: Currency) -> Money? {
    guard (1...16).contains(bytes.count), bytes.first != UInt8(ascii: ".") else { return nil }
    var units: Int64 = 0
    var places: Int?
    for byte in bytes {
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
        continue
      }
      guard byte >= zero, byte <= zero + 9 else { return nil }
      units = units * 10 + Int64(byte - zero)
      places = places.map { $0 + 1 }
    }
    let missing = currency.exponent - (places ?? 0)
    guard places != 0, missing >= 0, missing <= 4 else { return nil }
    let most = ScenarioReader.largestAmount
    for _ in 0..<missing where units <= most { units *= 10 }
    guard units > 0, units <= most else { return nil }
    return Money(minorUnits: units, currency)
  }
}
