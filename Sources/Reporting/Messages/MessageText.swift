import Vocabulary

/// Texts as the messages of ISO 20022 take them.
///
/// Messages carry simulated instants in UTC, so that the same scenario gives the same bytes on
/// every day.
enum MessageText {
  /// How long an identification may be (Max35Text).
  private static let longest = 35

  /// An identification of at most 35 characters: itself, or its beginning with the digest of the
  /// whole, so that two long ones stay two.
  static func identity(_ text: String) -> String {
    guard text.count > longest else { return text.isEmpty ? "NOTPROVIDED" : text }
    var digest = Digest()
    digest.combine(bytes: Array(text.utf8))
    let tail = "~\(digest)"
    return text.prefix(longest - tail.count) + tail
  }

  /// The amount of an element, its sign left out, with its currency.
  static func amount(_ name: String, _ minorUnits: Int64, _ currency: Currency) -> XMLElement {
    let size = Int128(minorUnits.magnitude)
    return XMLElement(
      name, DecimalNumeral.text(size, exponent: currency.exponent), [("Ccy", currency.code)])
  }

  /// Whether an amount is to the credit or to the debit of an account.
  static func side(_ minorUnits: Int64) -> XMLElement {
    XMLElement("CdtDbtInd", minorUnits < 0 ? "DBIT" : "CRDT")
  }

  /// The root of a message of a version.
  static func document(_ version: String, _ name: String, _ elements: [XMLElement]) -> String {
    let namespace = "urn:iso:std:iso:20022:tech:xsd:\(version)"
    return XMLElement("Document", [XMLElement(name, elements)], [("xmlns", namespace)]).document
  }

  /// The header of a message: its identification, and the simulated time at which it is made.
  static func header(_ identity: String, at instant: Instant) -> XMLElement {
    XMLElement(
      "GrpHdr",
      [
        XMLElement("MsgId", MessageText.identity(identity)),
        XMLElement("CreDtTm", instant.description),
      ])
  }
}
