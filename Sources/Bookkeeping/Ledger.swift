public import Vocabulary

/// The books of one run: double entry, in minor units.
///
/// Every entry's postings sum to zero in each currency, and so do all balances at any time; no
/// account falls below its floor. Breaking either is a mistake of the simulator and traps, in
/// release too, with a sentence that names accounts and amounts (`fatalError`: an optimised
/// `precondition` keeps its sentence to itself). Whether a payment *may* be made is the rail's
/// question, asked before.
public struct Ledger: Sendable {
  /// The accounts, in the order of their identifiers.
  public let accounts: [Account]
  /// The currencies of the accounts, in alphabetical order.
  public let currencies: [Currency]
  /// The digest of every posting so far: instant, account, amount, in their order.
  public private(set) var digest = Digest()
  /// How many entries have been posted.
  public private(set) var entryCount: UInt64 = 0
  /// Every entry so far, or `nil` where the journal is off.
  public private(set) var journal: [Entry]?
  /// The account whose entries the journal keeps; `nil` for all.
  private let journalled: AccountID?

  /// What posting needs of an account, side by side.
  struct Row: Sendable {
    var balance: Int64 = 0
    let floor: Int64
    /// The place of the currency in `currencies`.
    let currency: UInt8
  }

  var rows: ContiguousArray<Row>
  /// Tokens minted and burned so far, by place in `currencies`.
  var minted: [Int128]
  var burned: [Int128]

  /// Books with a balance of zero on every account.
  ///
  /// - Parameters:
  ///   - accounts: The accounts, in the order of their identifiers.
  ///   - keepsJournal: Whether every entry is kept: memory then grows with their number.
  ///   - journalled: The account whose entries alone are kept, if not all.
  public init(
    accounts: [Account], keepsJournal: Bool = false, journalOf journalled: AccountID? = nil
  ) {
    self.accounts = accounts
    let currencies = Set(accounts.map(\.currency)).sorted()
    self.currencies = currencies
    rows = ContiguousArray(
      accounts.map { account in
        let place = currencies.firstIndex(of: account.currency) ?? 0
        return Row(floor: account.floor ?? .min, currency: UInt8(place))
      })
    minted = Array(repeating: 0, count: currencies.count)
    burned = minted
    journal = keepsJournal || journalled != nil ? [] : nil
    self.journalled = journalled
  }

  /// The balance of an account, in minor units.
  public func balance(_ account: AccountID) -> Int64 { rows[account.place].balance }

  /// The balance of an account.
  public func money(_ account: AccountID) -> Money {
    Money(minorUnits: balance(account), accounts[account.place].currency)
  }

  /// What an account can pay before it meets its floor, in minor units; `Int64.max` without floor.
  public func available(_ account: AccountID) -> Int64 {
    let row = rows[account.place]
    return row.floor == .min ? .max : row.balance - row.floor
  }
}

extension Ledger {
  /// Hands over the journal so far, which starts anew.
  public mutating func takeJournal() -> [Entry] {
    guard let entries = journal else { return [] }
    journal = []
    return entries
  }

  /// Posts an entry of two sides.
  ///
  /// Traps unless the sides sum to zero in each currency and no account falls below its floor.
  ///
  /// - Parameters:
  ///   - first: One side.
  ///   - second: The other.
  ///   - instant: When.
  ///   - kind: Why.
  ///   - reference: The payment it belongs to.
  /// - Complexity: O(1), without allocation while the journal is off.
  public mutating func post(
    _ first: Posting, _ second: Posting, at instant: Instant, _ kind: EntryKind, reference: UInt64
  ) {
    guard currency(first) == currency(second), first.amount + second.amount == 0 else {
      fatalError(unbalanced([first, second], kind, reference))
    }
    begin(instant)
    apply(first)
    apply(second)
    checkFloor(first)
    checkFloor(second)
    guard keeps(first) || keeps(second) else { return }
    journal?.append(
      Entry(instant: instant, kind: kind, reference: reference, postings: [first, second]))
  }

  /// Posts an entry of three sides: `post(_:_:at:_:reference:)`.
  public mutating func post(
    _ first: Posting, _ second: Posting, _ third: Posting, at instant: Instant, _ kind: EntryKind,
    reference: UInt64
  ) {
    guard currency(first) == currency(second), currency(second) == currency(third),
      first.amount + second.amount + third.amount == 0
    else { fatalError(unbalanced([first, second, third], kind, reference)) }
    begin(instant)
    apply(first)
    apply(second)
    apply(third)
    checkFloor(first)
    checkFloor(second)
    checkFloor(third)
    guard keeps(first) || keeps(second) || keeps(third) else { return }
    journal?.append(
      Entry(instant: instant, kind: kind, reference: reference, postings: [first, second, third]))
  }

  /// Posts an entry of four sides, of one currency or of two: `post(_:_:at:_:reference:)`.
  public mutating func post(
    _ first: Posting, _ second: Posting, _ third: Posting, _ fourth: Posting,
    at instant: Instant, _ kind: EntryKind, reference: UInt64
  ) {
    guard isBalanced(first, second, third, fourth) else {
      fatalError(unbalanced([first, second, third, fourth], kind, reference))
    }
    begin(instant)
    apply(first)
    apply(second)
    apply(third)
    apply(fourth)
    checkFloor(first)
    checkFloor(second)
    checkFloor(third)
    checkFloor(fourth)
    guard keeps(first) || keeps(second) || keeps(third) || keeps(fourth) else { return }
    journal?.append(
      Entry(
        instant: instant, kind: kind, reference: reference,
        postings: [first, second, third, fourth]))
  }

  /// Whether the journal is on and keeps the entries of an account.
  private func keeps(_ posting: Posting) -> Bool {
    journal != nil && (journalled ?? posting.account) == posting.account
  }

  private func currency(_ posting: Posting) -> UInt8 { rows[posting.account.place].currency }

  /// Whether the sides of each side's currency sum to zero.
  private func isBalanced(
    _ first: Posting, _ second: Posting, _ third: Posting, _ fourth: Posting
  ) -> Bool {
    func sum(of side: UInt8) -> Int64 {
      (currency(first) == side ? first.amount : 0) + (currency(second) == side ? second.amount : 0)
        + (currency(third) == side ? third.amount : 0)
        + (currency(fourth) == side ? fourth.amount : 0)
    }
    return sum(of: currency(first)) == 0 && sum(of: currency(second)) == 0
      && sum(of: currency(third)) == 0 && sum(of: currency(fourth)) == 0
  }

  private mutating func begin(_ instant: Instant) {
    digest.combine(instant.microseconds)
    entryCount &+= 1
  }

  private mutating func apply(_ posting: Posting) {
    let (sum, overflow) = rows[posting.account.place].balance
      .addingReportingOverflow(posting.amount)
    guard !overflow else {
      fatalError("\(accounts[posting.account.place].name) passes 2⁶³ minor units")
    }
    rows[posting.account.place].balance = sum
    // Account and amount in one word: an odd factor spreads the account over all bits.
    let account = UInt64(truncatingIfNeeded: posting.account.place) &* 0x9E37_79B9_7F4A_7C15
    digest.combine(account ^ UInt64(bitPattern: posting.amount))
  }

  /// Checked when all sides have been applied, so that an account may stand on two of them.
  private func checkFloor(_ posting: Posting) {
    let row = rows[posting.account.place]
    guard row.balance >= row.floor else { fatalError(belowFloor(posting)) }
  }
}

extension Ledger {
  private func belowFloor(_ posting: Posting) -> String {
    let account = accounts[posting.account.place]
    func text(_ amount: Int64) -> String { "\(Money(minorUnits: amount, account.currency))" }
    return "\(account.name) falls to \(text(balance(posting.account))), below its floor of "
      + "\(text(account.floor ?? .min)), by a posting of \(text(posting.amount))"
  }

  private func unbalanced(_ postings: [Posting], _ kind: EntryKind, _ reference: UInt64) -> String {
    let sides = postings.map { posting in
      let account = accounts[posting.account.place]
      return "\(account.name) \(Money(minorUnits: posting.amount, account.currency))"
    }
    return "the sides of \(kind) \(reference) do not sum to zero in each currency: "
      + sides.joined(separator: ", ")
  }
}
