public import Vocabulary

/// The terms on which tokens of a public chain are minted and redeemed.
public struct IssuerTerms: Hashable, Sendable {
  /// The branch in whose business hours the issuer works and whose business days it counts; `nil`
  /// where the file names none.
  public var branch: BranchID?
  /// Whether it mints and redeems at any second, and not in those hours.
  public var isAlwaysOpen: Bool
  /// What the payer pays for a mint, in basis points of the amount, rounded up to the minor unit.
  public var mintFeeBasisPoints: Int64
  /// What the payee pays for a redemption, likewise.
  public var redemptionFeeBasisPoints: Int64
  /// What payees do with their tokens.
  public var redeems: Redeems
}

/// What payees do with the tokens that they receive.
public enum Redeems: String, CaseIterable, Hashable, Sendable {
  /// They redeem them to a deposit once the transfer is final.
  case atOnce = "at-once"
  /// They hold them in their wallets; only what is converted is redeemed.
  case never
}

/// What stands behind a stablecoin, and how it gets back to money.
public struct ReserveTerms: Hashable, Sendable {
  /// The reserve of each currency in which there are coins, each currency once.
  public var reserves: [Reserve]
  /// After how many business days of the issuer's branch securities that are sold are cash, at
  /// the opening; 1 or more. They are sold on the business day on which the queue lacks cash, or,
  /// where the branch has closed, on the next.
  public var securitiesLag: Int
  /// Where payees turn coins into money.
  public var offRamp: OffRamp
  /// What a coin lacks against par in the market, by the instant from which it holds, ascending;
  /// nothing before the first.
  public var depeg: [Depeg]
  /// Other holders who want their money back.
  public var run: RedemptionRun?
}

/// The reserve behind the coins of one currency; as many coins are in other hands at the start.
public struct Reserve: Hashable, Sendable {
  /// What redemptions are paid from.
  public var cash: Money
  /// What becomes cash after a lag.
  public var securities: Money
}

/// Where coins become money.
public enum OffRamp: String, CaseIterable, Hashable, Sendable {
  /// At the issuer, at par less its fee, in its hours, in the order of the requests.
  case issuer
  /// In the market, at any second, at par less the spread.
  case market
}

/// A spread of the market and since when it holds.
public struct Depeg: Hashable, Sendable {
  /// The first instant.
  public var from: Instant
  /// What a coin lacks against par, in basis points, 0 ..< 10,000.
  public var spreadBasisPoints: Int64
}

/// A redemption run: other holders ask for part of their coins in equal requests, evenly spaced.
public struct RedemptionRun: Hashable, Sendable {
  /// When the first request comes.
  public var at: Instant
  /// The share of the coins that others hold at the start, in millionths.
  public var millionths: Int64
  /// How long it takes; the n-th of N requests comes n/N of it after the first.
  public var over: TimeSpan
  /// How many requests there are in each currency, at least 1.
  public var requests: Int
}
