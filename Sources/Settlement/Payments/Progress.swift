import Scenarios
import Vocabulary

/// How far a payment has come on its rail, there or back: what of its money has moved for good.
///
/// Each rail counts in its own words, so that a number of legs is never taken for a step of tokens;
/// a payment that turns round begins anew. Takes 6 bytes, with the rail and the route.
enum Progress {
  /// So many legs of a route have settled.
  case correspondent(route: RouteID, legs: UInt8)
  /// How far its tokens have come on the bank's own ledger.
  case tokenizedDeposit(Tokens)
  /// Its one leg settles or has settled: whether it has is told by where it is.
  case interbankClearing
  /// How far its tokens have come on the chain.
  case depositToken(Tokens)
  /// Where its money is on the way into coins, over the chain and out of them.
  case stablecoin(Coins)

  /// Tokens against a deposit.
  enum Tokens: UInt8 {
    /// There are none.
    case none
    /// They lie where they were minted.
    case minted
    /// They lie at the other end.
    case transferred
    /// They have ended, and the pools have settled.
    case ended
  }

  /// Coins of an issuer.
  enum Coins: UInt8 {
    /// The money lies in a pool of the payer's bank.
    case none
    /// It has reached the issuer's bank.
    case paidIn
    /// Coins lie in the payer's wallet, on the way back in the payee's.
    case bought
    /// They lie in the other wallet.
    case transferred
    /// They are money again, which has to reach a bank.
    case sold
    /// It has.
    case paidOut
  }

  /// A payment begins on a rail, by the preferred route where that has any.
  init(on rail: RailKind, by route: RouteID) {
    self =
      switch rail {
      case .correspondent: .correspondent(route: route, legs: 0)
      case .tokenizedDeposit: .tokenizedDeposit(.none)
      case .interbankClearing: .interbankClearing
      case .depositToken: .depositToken(.none)
      case .stablecoin: .stablecoin(.none)
      }
  }

  /// The rail.
  var rail: RailKind {
    switch self {
    case .correspondent: .correspondent
    case .tokenizedDeposit: .tokenizedDeposit
    case .interbankClearing: .interbankClearing
    case .depositToken: .depositToken
    case .stablecoin: .stablecoin
    }
  }

  /// Whether none of its money has moved: what stands in a clearing's queue has not either, and
  /// what has left that does not ask.
  var isAtStart: Bool {
    switch self {
    case .correspondent(_, let legs): legs == 0
    case .tokenizedDeposit(let tokens), .depositToken(let tokens): tokens == .none
    case .interbankClearing: true
    case .stablecoin(let coins): coins == .none
    }
  }
}

/// What happens to it.
extension Progress {
  /// Its route by correspondents or through the domestic system, and how many legs have settled.
  var alongRoute: (route: RouteID, legs: Int) {
    guard case .correspondent(let route, let legs) = self else {
      preconditionFailure("only correspondents have a route")
    }
    return (route, Int(legs))
  }

  /// It turns round: what was at the end of the route there is at the start of that back.
  mutating func turnRound() {
    self =
      if case .correspondent(let route, _) = self {
        .correspondent(route: route, legs: 0)
      } else {
        Progress(on: rail, by: RouteID(0))
      }
  }

  /// It takes another route before the first leg.
  mutating func take(_ route: RouteID) { self = .correspondent(route: route, legs: 0) }

  /// A settlement between two banks is done.
  mutating func legIsSettled() {
    switch self {
    case .correspondent(let route, let legs): self = .correspondent(route: route, legs: legs + 1)
    case .stablecoin(.none): self = .stablecoin(.paidIn)
    case .stablecoin: self = .stablecoin(.paidOut)
    case .tokenizedDeposit, .interbankClearing, .depositToken:
      preconditionFailure("tokens and clearings have no legs between banks")
    }
  }

  /// Its tokens have come into being, moved or ended.
  mutating func tokens(are tokens: Tokens) {
    switch self {
    case .tokenizedDeposit: self = .tokenizedDeposit(tokens)
    case .depositToken: self = .depositToken(tokens)
    case .stablecoin where tokens == .minted: self = .stablecoin(.bought)
    case .stablecoin where tokens == .transferred: self = .stablecoin(.transferred)
    case .stablecoin, .correspondent, .interbankClearing:
      preconditionFailure("only tokens are minted and moved, only the bank's own end")
    }
  }
}
