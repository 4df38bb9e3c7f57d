import Bookkeeping
import Scenarios
import Vocabulary

/// Tokens, and the reserve of an issuer.
///
/// Tokens exist from their mint to their burn and lie on token accounts alone (`checkTokens`). As
/// many coins as the reserve is worth exist after every verb here (`checkReserve`). Amounts are
/// above zero but for spreads and fees, which may be nothing.
extension Treasury {
  /// Tokens change hands.
  mutating func handOver(_ amount: Int64, from: AccountID, to: AccountID, _ slip: Slip) {
    enter(Posting(from, -amount), Posting(to, amount), .tokenTransfer, slip)
  }

  /// What lies in the reserve, and what is owed for coins: the coins that exist, as a positive
  /// number.
  func reserve(_ currency: CurrencyID) -> (cash: Int64, securities: Int64, supply: Int64) {
    (
      balance(accounts.cash(currency)), balance(accounts.securities(currency)),
      -balance(accounts.supply(currency))
    )
  }

  /// Traps unless as many coins exist as the reserve is worth.
  func checkReserve(_ currency: CurrencyID) {
    let reserve = reserve(currency)
    precondition(
      reserve.supply == reserve.cash + reserve.securities, "supply differs from the reserve")
  }

  /// Opens the reserve, with the coins of other holders.
  mutating func openReserve(cash: Int64, securities: Int64, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.cash(currency), cash), Posting(accounts.securities(currency), securities),
      Posting(accounts.funding(currency), -cash - securities), .opening, slip)
    guard cash + securities > 0 else { return }
    mint(
      cash + securities, against: accounts.supply(currency), into: accounts.others(currency), slip)
  }

  /// The issuer mints coins for what lies at its bank, less its fee.
  ///
  /// - Parameters:
  ///   - amount: The coins; the buyer has brought so much and the fee.
  ///   - tokens: Where they lie from now on.
  mutating func buyCoins(
    _ amount: Int64, fee: Int64, into tokens: AccountID, _ currency: CurrencyID, _ slip: Slip
  ) {
    enter(
      Posting(accounts.onRamp(currency), -amount - fee), Posting(accounts.cash(currency), amount),
      Posting(accounts.fees(currency), fee), .settlement, slip)
    mint(amount, against: accounts.supply(currency), into: tokens, slip)
  }

  /// The issuer ends coins and pays for them, less its fee.
  ///
  /// - Precondition: There is cash for the amount.
  mutating func redeemCoins(
    _ amount: Int64, fee: Int64, from tokens: AccountID, _ currency: CurrencyID, _ slip: Slip
  ) {
    burn(amount, from: tokens, into: accounts.supply(currency), slip)
    enter(
      Posting(accounts.cash(currency), -amount), Posting(accounts.offRamp(currency), amount - fee),
      Posting(accounts.fees(currency), fee), .settlement, slip)
  }

  /// The issuer ends coins of other holders and pays for them.
  mutating func payHolders(_ amount: Int64, _ currency: CurrencyID, _ slip: Slip) {
    burn(amount, from: accounts.others(currency), into: accounts.supply(currency), slip)
    enter(
      Posting(accounts.cash(currency), -amount), Posting(accounts.funding(currency), amount),
      .settlement, slip)
  }

  /// Other holders buy coins in the market, at par less the spread; the supply stays as it is.
  mutating func sellCoins(
    _ amount: Int64, spread: Int64, from tokens: AccountID, _ currency: CurrencyID, _ slip: Slip
  ) {
    handOver(amount, from: tokens, to: accounts.others(currency), slip)
    enter(
      Posting(accounts.exchange(currency), spread - amount),
      Posting(accounts.offRamp(currency), amount - spread), .exchange, slip)
  }

  /// Whoever is owed for coins that were sold bears the spread.
  mutating func bearSpread(
    _ spread: Int64, on liability: AccountID, _ currency: CurrencyID, _ slip: Slip
  ) {
    enter(
      Posting(liability, spread), Posting(accounts.exchange(currency), -spread), .exchange, slip)
  }

  /// Securities of the reserve become cash.
  mutating func sellSecurities(_ amount: Int64, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.securities(currency), -amount), Posting(accounts.cash(currency), amount),
      .settlement, slip)
  }
}
