public import Vocabulary

/// The terms of a public chain.
///
/// A transfer on it has three separate facts: the *preconfirmation* by whoever orders the
/// transactions, the *block* that includes it, and the block's *finality*, before which a
/// reorganisation may undo it. `paidAt` says which of them counts as paid.
public struct ChainTerms: Hashable, Sendable {
  /// From the hand-over of a transfer to its preconfirmation; 0 where the chain gives none.
  public var preconfirmation: TimeSpan
  /// Time between two blocks, above zero. Blocks fall on whole multiples of it since 1970; a
  /// transfer is in the first block after its preconfirmation.
  public var blockInterval: TimeSpan
  /// Time from a block to its finality.
  public var finality: TimeSpan
  /// What the payer pays for a transfer; converted at mid to the currency of the payment, rounded
  /// up to its minor unit.
  public var gas: Money
  /// Which fact counts as paid.
  public var paidAt: PaidAt
  /// The share of included transfers that a reorganisation undoes before finality, 0 ..< 1; they
  /// are handed over again at that instant, without further gas.
  public var reorganisation: Double
}

/// Which fact counts as paid: from it on the payee has the money and no time is the payment's.
///
/// The first three are facts of the chain: the payee is paid in tokens, in its wallet. With
/// `deposit` the payee is paid when its bank has credited the money that the tokens were redeemed
/// for. A payment that is converted, and one that the payee's side sends back, is never paid in
/// tokens.
public enum PaidAt: String, CaseIterable, Hashable, Sendable {
  /// Whoever orders the transactions has promised to include the transfer.
  case preconfirmation
  /// A block includes the transfer; a reorganisation may still undo it.
  case block
  /// No reorganisation can undo the transfer.
  case finality
  /// The tokens have been redeemed and the payee's account is credited.
  case deposit
}

extension Model {
  /// The terms of the public chain, where one of its rails has one.
  public var chainTerms: ChainTerms? {
    for rail in rails {
      switch rail {
      case .depositToken(let chain, _), .stablecoin(let chain, _, _): return chain
      case .correspondent, .tokenizedDeposit, .interbankClearing: continue
      }
    }
    return nil
  }

  /// The terms of whoever mints and redeems on the chain.
  public var issuerTerms: IssuerTerms? {
    for rail in rails {
      switch rail {
      case .depositToken(_, let issuer), .stablecoin(_, let issuer, _): return issuer
      case .correspondent, .tokenizedDeposit, .interbankClearing: continue
      }
    }
    return nil
  }

  /// What stands behind the stablecoin, where one of its rails is one.
  public var reserveTerms: ReserveTerms? {
    for case .stablecoin(_, _, let reserve) in rails { return reserve }
    return nil
  }
}
