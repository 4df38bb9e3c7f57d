public import Vocabulary

extension Ledger {
  /// Brings tokens into being against a deposit: the token account gains what `deposit` loses.
  ///
  /// - Precondition: The amount is above zero, and `tokens` is a token account while `deposit` is
  ///   none.
  public mutating func mint(
    _ amount: Int64, against deposit: AccountID, into tokens: AccountID, at instant: Instant,
    reference: UInt64
  ) {
    checkSides(amount, tokens: tokens, deposit: deposit)
    post(
      Posting(deposit, -amount), Posting(tokens, amount), at: instant, .mint, reference: reference)
    minted[Int(rows[tokens.place].currency)] += Int128(amount)
  }

  /// Ends tokens: the token account loses what `deposit` gains.
  ///
  /// - Precondition: As for `mint`.
  public mutating func burn(
    _ amount: Int64, from tokens: AccountID, into deposit: AccountID, at instant: Instant,
    reference: UInt64
  ) {
    checkSides(amount, tokens: tokens, deposit: deposit)
    post(
      Posting(tokens, -amount), Posting(deposit, amount), at: instant, .burn, reference: reference)
    burned[Int(rows[tokens.place].currency)] += Int128(amount)
  }

  private func checkSides(_ amount: Int64, tokens: AccountID, deposit: AccountID) {
    precondition(amount > 0, "tokens are minted and burned in amounts above zero")
    guard accounts[tokens.place].kind == .tokens, accounts[deposit.place].kind != .tokens else {
      fatalError(
        "tokens stand on a token account and their deposit on another: "
          + "\(accounts[tokens.place].name), \(accounts[deposit.place].name)")
    }
  }

  /// Tokens of `currency` in circulation, minted less burned, in minor units; 0 where the books
  /// have no such currency.
  public func circulating(_ currency: Currency) -> Int128 {
    currencies.firstIndex(of: currency).map { minted[$0] - burned[$0] } ?? 0
  }

  /// Traps unless, in each currency, the token accounts hold what was minted and not burned.
  ///
  /// - Complexity: O(accounts).
  public func checkTokens() {
    let held = totals { $0 == .tokens }
    for (place, currency) in currencies.enumerated() {
      guard held[place] == minted[place] - burned[place] else {
        fatalError(
          "\(currency) token accounts hold \(held[place]) minor units, "
            + "but \(minted[place]) were minted and \(burned[place]) burned")
      }
    }
  }

  /// Traps unless all balances sum to zero in each currency.
  ///
  /// - Complexity: O(accounts).
  public func checkConservation() {
    for (sum, currency) in zip(totals { _ in true }, currencies) where sum != 0 {
      fatalError("the balances in \(currency) sum to \(sum) minor units, not to zero")
    }
  }

  /// The balances of the accounts of some kinds, by place in `currencies`.
  private func totals(_ includes: (AccountKind) -> Bool) -> [Int128] {
    var totals = Array(repeating: Int128(0), count: currencies.count)
    for (row, account) in zip(rows, accounts) where includes(account.kind) {
      totals[Int(row.currency)] += Int128(row.balance)
    }
    return totals
  }
}
