public import Vocabulary

/// A system in which payments of a currency settle, with its hours and where they are known from.
public struct SettlementSystem: Sendable {
  /// The name: `Fedwire Funds`.
  public let name: String
  /// The currency; `nil` for a system of several (CLS).
  public let currency: Currency?
  /// The hours.
  public let hours: OperatingHours
  /// What kind of settlement it is: `RTGS`, `instant`.
  public let kind: String
  /// Where the hours are known from.
  public let source: String
  /// How far the hours can be trusted; a weak fact says so.
  public let confidence: String
  /// What the hours leave out.
  public let notes: String

  /// A system under its name.
  public init(
    name: String, currency: Currency?, hours: OperatingHours, kind: String = "", source: String,
    confidence: String = "", notes: String = ""
  ) {
    (self.name, self.currency, self.hours, self.kind) = (name, currency, hours, kind)
    (self.source, self.confidence, self.notes) = (source, confidence, notes)
  }

  /// The code of the currency, or `MULTI`.
  public var currencyCode: String { currency?.code ?? "MULTI" }
}
