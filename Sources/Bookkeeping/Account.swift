public import Vocabulary

/// The place of an account in its ledger.
public typealias AccountID = EntityID<Account>

/// What an account stands for.
public enum AccountKind: UInt8, CaseIterable, Hashable, Sendable {
  /// The liquidity of one branch in one currency.
  case pool
  /// What a branch owes its clients.
  case clients
  /// Money on its way at a correspondent.
  case correspondent
  /// Everybody else: the other side of whatever enters or leaves the bank.
  case outside
  /// Tokens in transit.
  case tokens
  /// Money whose owner is not yet settled: held, returned, under review.
  case suspense
  /// Fees earned or paid.
  case fees
  /// The dealer's book between two currencies.
  case foreignExchange
}

/// One account of the books, in one currency.
public struct Account: Hashable, Sendable {
  /// The name that traps and reports show.
  public let name: String
  /// The currency of every amount on it.
  public let currency: Currency
  /// What it stands for.
  public let kind: AccountKind
  /// The lowest balance allowed, in minor units: minus the credit line; `nil` without limit.
  public let floor: Int64?

  /// An account of a name in a currency.
  public init(name: String, currency: Currency, kind: AccountKind, floor: Int64? = nil) {
    (self.name, self.currency, self.kind, self.floor) = (name, currency, kind, floor)
  }
}
