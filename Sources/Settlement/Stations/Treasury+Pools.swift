import Bookkeeping
import Scenarios
import Vocabulary

/// Money of the pools: what moves between them, other accounts and each other.
///
/// Amounts are above zero unless a verb says otherwise, in minor units of the one currency that all
/// sides have. A pool that pays must have the money with its credit line, or the ledger traps:
/// whether it *may* pay is asked before.
extension Treasury {
  /// The account of a pool, or another one where no pool is a party.
  private func account(_ pool: PoolID?, or other: AccountID) -> AccountID {
    pool.map(accounts.pool) ?? other
  }

  /// Prefunds a pool.
  mutating func fund(_ pool: PoolID, _ amount: Int64, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.pool(pool), amount), Posting(accounts.funding(currency), -amount), .opening,
      as: .opening, slip)
  }

  /// An account pays another; what a correspondent takes on the way stays with it.
  ///
  /// - Parameters:
  ///   - amount: What the payer pays.
  ///   - fee: What the payee does not get of it, from nothing to all.
  ///   - payer: A pool's account, or what stands for a bank that is not the scenario's: money at
  ///     correspondents, what is owed for payments under way, the exchange desk. `payee` likewise.
  mutating func pay(
    _ amount: Int64, less fee: Int64, from payer: AccountID, to payee: AccountID,
    _ currency: CurrencyID,
    _ slip: Slip
  ) {
    let (paid, received) = (Posting(payer, -amount), Posting(payee, amount - fee))
    guard fee > 0 else { return enter(paid, received, .settlement, slip) }
    enter(paid, received, Posting(accounts.fees(currency), fee), .settlement, slip)
  }

  /// An account is paid on the account of what is being settled together: the first side of two.
  ///
  /// In between, pools may draw on what has come in. By the end of the instant `collect` has
  /// brought that account back to where it was.
  mutating func payAhead(_ amount: Int64, to payee: AccountID, _ currency: CurrencyID, _ slip: Slip)
  {
    enter(
      Posting(payee, amount), Posting(accounts.treasury(currency), -amount), .settlement, slip)
  }

  /// An account pays what was paid on that account: the second side.
  mutating func collect(
    _ amount: Int64, from payer: AccountID, _ currency: CurrencyID, _ slip: Slip
  ) {
    enter(
      Posting(accounts.treasury(currency), amount), Posting(payer, -amount), .settlement, slip)
  }

  /// As `payAhead`, by a clearing for its participants.
  mutating func creditTogether(
    _ amount: Int64, to payee: AccountID, _ currency: CurrencyID, _ slip: Slip
  ) {
    enter(
      Posting(accounts.treasury(currency), -amount), Posting(payee, amount), .settlement, slip)
  }

  /// A participant pays its net debit of a cycle, or above zero gets its net credit.
  ///
  /// - Parameter net: Below zero for a debit. Over all participants and the exchange desk the nets
  ///   of a cycle sum to zero, those of its credits when it is final.
  mutating func payNet(_ net: Int64, of pool: PoolID, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.pool(pool), net), Posting(accounts.treasury(currency), -net), .settlement,
      as: .net, slip)
  }

  /// A pool draws what another one holds, at once: a transfer within the bank's tokens, which no
  /// total of the currency notices.
  mutating func draw(_ amount: Int64, from donor: PoolID, to pool: PoolID, _ slip: Slip) {
    enter(
      Posting(accounts.pool(donor), -amount), Posting(accounts.pool(pool), amount), .rebalancing,
      as: .draw, slip)
  }

  /// A pool sends money to another, which arrives later: till then the sender funds it.
  mutating func send(_ amount: Int64, from donor: PoolID, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.pool(donor), -amount), Posting(accounts.treasury(currency), amount),
      .rebalancing, as: .transfer, slip)
    noteUnderWay(amount, from: donor, at: slip.now)
  }

  /// What one pool sent arrives in another.
  mutating func arrive(
    _ amount: Int64, from donor: PoolID, in pool: PoolID, _ currency: CurrencyID, _ slip: Slip
  ) {
    noteUnderWay(-amount, from: donor, at: slip.now)
    enter(
      Posting(accounts.treasury(currency), -amount), Posting(accounts.pool(pool), amount),
      .rebalancing, as: .arrival, slip)
  }

  /// The dealer delivers to a pool what was bought.
  mutating func deliver(_ amount: Int64, to pool: PoolID, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.pool(pool), amount), Posting(accounts.exchange(currency), -amount),
      .exchange, slip)
  }
}

/// Money under contracts: neither side's, from its lock until it is paid to a pool or the desk.
/// What is locked is what contracts have left, and what lies aside is what is on its way
/// (`checkLocks`).
extension Treasury {
  /// A contract locks money of a pool.
  mutating func lock(_ amount: Int64, of pool: PoolID, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.pool(pool), -amount), Posting(accounts.locked(currency), amount),
      .settlement, slip)
    lock(amount, of: pool, at: slip.now)
  }

  /// A contract lets money of a pool go: it lies aside for a payment.
  mutating func release(_ amount: Int64, of pool: PoolID?, _ currency: CurrencyID, _ slip: Slip) {
    enter(
      Posting(accounts.locked(currency), -amount), Posting(accounts.released(currency), amount),
      .settlement, slip)
    if let pool { lock(-amount, of: pool, at: slip.now) }
  }

  /// Money that lay aside reaches a pool, or the exchange desk.
  mutating func paySetAside(_ amount: Int64, to pool: PoolID?, _ currency: CurrencyID, _ slip: Slip)
  {
    enter(
      Posting(accounts.released(currency), -amount),
      Posting(account(pool, or: accounts.exchange(currency)), amount), .settlement, slip)
  }
}
