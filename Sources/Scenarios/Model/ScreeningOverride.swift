public import Vocabulary

/// Other terms of screening for some payments.
public struct ScreeningOverride: Hashable, Sendable {
  /// The rail that they take; `nil` for any.
  public var rail: RailKind?
  /// Who pays; `nil` for everybody.
  public var from: [Party]?
  /// Who is paid; `nil` for everybody.
  public var to: [Party]?
  /// The currency sent; `nil` for any.
  public var currency: Currency?
  /// The terms, those in general where the file says nothing else.
  public var terms: Screening

  /// Whether it holds for the payments of a corridor that take a rail.
  public func covers(_ corridor: Corridor, _ kind: RailKind) -> Bool {
    rail.map { $0 == kind } ?? true && from.map { $0.contains(corridor.from) } ?? true
      && to.map { $0.contains(corridor.to) } ?? true
      && currency.map { $0 == corridor.currency } ?? true
  }
}
