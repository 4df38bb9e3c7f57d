import Bookkeeping
import Scenarios
import Vocabulary

/// Clients and charges: what the bank owes whom for payments under way.
extension Treasury {
  /// A client of a branch is debited: the bank owes the amount for a payment from now on.
  mutating func debitClient(
    _ branch: BranchID, _ amount: Int64, _ currency: CurrencyID, _ slip: Slip
  ) {
    enter(
      Posting(accounts.clients(branch, currency), amount),
      Posting(accounts.owed(currency), -amount), .debit, slip)
  }

  /// A client is credited, or its wallet: what the bank owed becomes the client's, less the
  /// charges.
  ///
  /// - Parameters:
  ///   - owed: What the bank owed.
  ///   - amount: What the client gets.
  ///   - isInTokens: Whether in the wallet.
  mutating func credit(
    _ branch: BranchID, owed: Int64, _ amount: Int64, _ currency: CurrencyID, isInTokens: Bool,
    _ kind: EntryKind, _ slip: Slip
  ) {
    let debt = Posting(accounts.owed(currency), owed)
    let client = Posting(account(of: branch, currency, isInTokens), -amount)
    guard owed != amount else { return enter(debt, client, kind, slip) }
    enter(debt, client, Posting(accounts.fees(currency), amount - owed), kind, slip)
  }

  /// Takes a credit back by the reverse of its entry.
  mutating func takeBack(
    _ branch: BranchID, owed: Int64, _ amount: Int64, _ currency: CurrencyID, isInTokens: Bool,
    _ slip: Slip
  ) {
    enter(
      Posting(accounts.owed(currency), -owed),
      Posting(account(of: branch, currency, isInTokens), amount),
      Posting(accounts.fees(currency), owed - amount), .credit, slip)
  }

  private func account(of branch: BranchID, _ currency: CurrencyID, _ isInTokens: Bool) -> AccountID
  {
    isInTokens ? accounts.wallets(branch, currency) : accounts.clients(branch, currency)
  }

  /// A client's wallet is emptied of what was credited in tokens, and the client credited with what
  /// is left of it as a deposit.
  mutating func cashIn(
    _ branch: BranchID, owed: Int64, _ amount: Int64, _ currency: CurrencyID, _ slip: Slip
  ) {
    enter(
      Posting(accounts.wallets(branch, currency), owed),
      Posting(accounts.clients(branch, currency), -amount),
      Posting(accounts.fees(currency), amount - owed), .credit, slip)
  }

  /// The bank adds to what it owes for a payment, or below zero takes off it, at its own cost.
  mutating func bear(_ extra: Int64, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.fees(currency), extra), Posting(accounts.owed(currency), -extra), .fee, slip)
  }

  /// The bank keeps a charge out of what it owes for a payment.
  mutating func charge(_ amount: Int64, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.owed(currency), amount), Posting(accounts.fees(currency), -amount), .fee,
      slip)
  }

  /// A dealer gets what a payment moves in one currency, and gives what it buys in another.
  ///
  /// - Parameters:
  ///   - owed: What the bank owed for the payment, charges included.
  ///   - moving: What the dealer gets of it.
  ///   - dealer: The accounts of who deals, in both currencies.
  mutating func exchange(
    owed: Int64, moving: Int64, _ sold: CurrencyID, for bought: Int64, _ target: CurrencyID,
    dealer: (sold: AccountID, bought: AccountID), _ slip: Slip
  ) {
    enter(
      Posting(accounts.owed(sold), owed), Posting(dealer.sold, -moving),
      Posting(accounts.fees(sold), moving - owed), .exchange, slip)
    enter(
      Posting(dealer.bought, bought), Posting(accounts.owed(target), -bought), .exchange, slip)
  }
}
