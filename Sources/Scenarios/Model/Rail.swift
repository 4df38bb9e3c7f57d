public import Vocabulary

/// How a payment gets from one branch to another, with the terms of that way.
public enum Rail: Hashable, Sendable {
  /// In batches along the scenario's routes of correspondents of correspondents.
  case correspondent
  /// Mint, transfer and burn on the bank's own ledger, at any second.
  case tokenizedDeposit(TokenTerms)
  /// A book transfer between the accounts of two banks at one clearing bank.
  case interbankClearing(ClearingTerms)
  /// Tokens of the bank on a public chain, minted against a deposit and redeemed to one.
  case depositToken(ChainTerms, IssuerTerms)
  /// Coins of an issuer beside the banks, bought and redeemed through them.
  case stablecoin(ChainTerms, IssuerTerms, ReserveTerms)

  /// Which of the rails it is.
  public var kind: RailKind {
    switch self {
    case .correspondent: .correspondent
    case .tokenizedDeposit: .tokenizedDeposit
    case .interbankClearing: .interbankClearing
    case .depositToken: .depositToken
    case .stablecoin: .stablecoin
    }
  }
}

/// The kinds of rails; the words are those of files.
public enum RailKind: String, CaseIterable, Hashable, Sendable {
  /// Batches along routes; also every payment to or from another bank.
  case correspondent
  /// The bank's own ledger.
  case tokenizedDeposit = "tokenized-deposit"
  /// Accounts of banks at one clearing bank.
  case interbankClearing = "interbank-clearing"
  /// The bank's tokens on a public chain.
  case depositToken = "deposit-token"
  /// An issuer's coins on a public chain.
  case stablecoin

  /// Whether it runs on a ledger that can be down as a whole.
  public var hasLedger: Bool {
    switch self {
    case .tokenizedDeposit, .depositToken, .stablecoin: true
    case .correspondent, .interbankClearing: false
    }
  }
}

/// What checks of a scenario ask of a rail; each is a switch, so that a new rail has to answer.
extension Rail {
  /// What one payment costs the payer, by currency, whatever its amount; gas and the fees of an issuer
  /// and of correspondents apart.
  public var fees: [Money] {
    switch self {
    case .tokenizedDeposit(let terms): terms.fees
    case .interbankClearing(let terms): terms.fees
    case .correspondent, .depositToken, .stablecoin: []
    }
  }

  /// Whether it settles a currency in a system that its terms name and that they lack; a rail whose
  /// payments settle in the systems of pools and routes lacks none.
  public func lacksSystem(of currency: Currency) -> Bool {
    switch self {
    case .interbankClearing(let terms): terms.system(of: currency) == nil
    case .correspondent, .tokenizedDeposit, .depositToken, .stablecoin: false
    }
  }
}

extension Model {
  /// Whether a payment can take a rail of this kind.
  public func has(_ kind: RailKind) -> Bool { rails.contains { $0.kind == kind } }

  /// The names of its rails, as files say it: `correspondent+tokenized-deposit`.
  public var railNames: String { rails.map(\.kind.rawValue).joined(separator: "+") }

  /// The terms of the bank's own ledger, where the model has it.
  public var tokenTerms: TokenTerms? {
    for case .tokenizedDeposit(let terms) in rails { return terms }
    return nil
  }
}

/// The terms of the bank's permissioned ledger.
public struct TokenTerms: Hashable, Sendable {
  /// Time between two blocks; a step waits for the next block. Blocks fall on whole multiples
  /// of the interval since 1970.
  public var blockInterval: TimeSpan
  /// Time from the block to its finality: 0 for QBFT, which is final at once.
  public var finality: TimeSpan
  /// The share of steps (mint, transfer, burn) that get no answer, 0 ..< 1.
  public var stepFailure: Double
  /// After this time without an answer a step is given up and the payment undone.
  public var timeOut: TimeSpan
  /// What one payment costs the payer, by currency; nothing where none is given.
  public var fees: [Money]
}
