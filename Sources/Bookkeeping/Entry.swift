public import Vocabulary

/// One side of an entry: an amount that an account gains, or loses where it is negative.
public struct Posting: Hashable, Sendable {
  /// The account.
  public let account: AccountID
  /// What it gains, in minor units of its currency.
  public let amount: Int64

  /// An account that gains `amount` minor units.
  public init(_ account: AccountID, _ amount: Int64) {
    (self.account, self.amount) = (account, amount)
  }
}

/// Why an entry was made. The raw values are fixed for ever.
public enum EntryKind: UInt8, CaseIterable, Hashable, Sendable {
  /// The balance with which an account enters the run.
  case opening = 1
  /// A client is debited.
  case debit = 2
  /// A hop settles.
  case settlement = 3
  /// One currency becomes another.
  case exchange = 4
  /// A fee is taken.
  case fee = 5
  /// A beneficiary is credited.
  case credit = 6
  /// Tokens come into being against a deposit.
  case mint = 7
  /// Tokens change hands.
  case tokenTransfer = 8
  /// Tokens end and a deposit takes their place.
  case burn = 9
  /// A payment goes back to its payer.
  case `return` = 10
  /// A treasury transfer between pools.
  case rebalancing = 11
}

/// An entry as the journal keeps it.
public struct Entry: Hashable, Sendable {
  /// When it was posted.
  public let instant: Instant
  /// Why.
  public let kind: EntryKind
  /// The payment it belongs to, in the simulator's numbering.
  public let reference: UInt64
  /// Its two to four sides, which sum to zero in each currency.
  public let postings: [Posting]
}
