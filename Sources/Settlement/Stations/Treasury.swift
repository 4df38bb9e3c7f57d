import Bookkeeping
import Scenarios
import Vocabulary

/// The one place that moves money: the books of a run and its pools, which change together.
///
/// Only the files of this type post to the ledger. Its verbs are in the words of the desk: each is
/// one entry, or the few that belong together, and what it says of a pool follows from its account
/// standing among the sides. Invariants, on in release: the sides of an entry sum to zero in each
/// currency and no account falls below its floor (`Ledger`); after each posting on a pool's account
/// the pool has the account's balance.
///
/// What follows from a change (who stands in line for the money, which floor is passed, what the
/// queues of a clearing know) is not the treasury's: whoever calls it tells those. Amounts are
/// minor units; a currency is its place among the world's; a key is a payment's, 0 for what belongs
/// to none. Verbs are O(1).
///
/// Holding pool and account against each other at each posting is two loads and a comparison, on in
/// release. Measured so far together with all other stations and on a busy machine only
/// (five-branches, user time, old and new by turns): the shortest runs 1 % longer, medians of 7 to
/// 27 pairs 2 to 6 %.
struct Treasury: ~Copyable {
  /// What an entry belongs to, and when it is posted.
  struct Slip {
    let now: Instant
    let reference: UInt64

    /// An entry of a payment.
    init(_ key: PaymentKey, at now: Instant) { (self.now, reference) = (now, key.rawValue) }

    /// An entry that belongs to no payment.
    init(at now: Instant) { (self.now, reference) = (now, 0) }
  }

  /// Which account stands where.
  let accounts: ChartOfAccounts
  private var ledger: Ledger
  private var pools: Pools

  /// Books without an entry, over pools as a run finds them.
  ///
  /// - Parameter all: The accounts of the chart.
  init(_ accounts: ChartOfAccounts, _ all: [Account], _ pools: consuming Pools) {
    self.accounts = accounts
    ledger = Ledger(accounts: all)
    self.pools = pools
  }

  /// The journal is kept from now on: of a pool, or of all accounts.
  ///
  /// - Precondition: Nothing has been posted.
  mutating func keepJournal(of pool: PoolID?) {
    precondition(ledger.entryCount == 0, "a journal begins with the first entry")
    ledger =
      pool.map { Ledger(accounts: ledger.accounts, journalOf: accounts.pool($0)) }
      ?? Ledger(accounts: ledger.accounts, keepsJournal: true)
  }

  /// From now on what happens in the pools is written down day by day.
  mutating func keepDays(_ book: DayBook) { pools.keepDays(book) }
}

/// Entries; for the treasury's own verbs.
extension Treasury {
  /// Posts an entry of two sides, and changes the pools among them: who is paid before who pays.
  @inline(__always)
  mutating func enter(
    _ first: Posting, _ second: Posting, _ kind: EntryKind,
    as movement: Pools.Movement = .payment, _ slip: Slip
  ) {
    ledger.post(first, second, at: slip.now, kind, reference: slip.reference)
    follow(first, second, movement, slip.now)
  }

  /// Posts an entry of three sides, of which the third is no pool's.
  @inline(__always)
  mutating func enter(
    _ first: Posting, _ second: Posting, _ third: Posting, _ kind: EntryKind, _ slip: Slip
  ) {
    ledger.post(first, second, third, at: slip.now, kind, reference: slip.reference)
    follow(first, second, .payment, slip.now)
  }

  @inline(__always)
  private mutating func follow(
    _ first: Posting, _ second: Posting, _ movement: Pools.Movement, _ now: Instant
  ) {
    let (paid, payer) = first.amount > 0 ? (first, second) : (second, first)
    if paid.account.place < pools.count { change(paid, movement, now) }
    if payer.account.place < pools.count { change(payer, movement, now) }
  }

  private mutating func change(_ side: Posting, _ movement: Pools.Movement, _ now: Instant) {
    let pool = PoolID(side.account.place)
    pools.change(pool, by: side.amount, movement, at: now)
    precondition(
      pools.balance(pool) == ledger.balance(side.account), "a pool and its account disagree")
  }

  /// Brings tokens into being on an account, against a deposit.
  mutating func mint(
    _ amount: Int64, against deposit: AccountID, into tokens: AccountID, _ slip: Slip
  ) {
    ledger.mint(
      amount, against: deposit, into: tokens, at: slip.now, reference: slip.reference)
  }

  /// Ends the tokens of an account; a deposit takes their place.
  mutating func burn(
    _ amount: Int64, from tokens: AccountID, into deposit: AccountID, _ slip: Slip
  ) {
    ledger.burn(amount, from: tokens, into: deposit, at: slip.now, reference: slip.reference)
  }
}

/// What is asked.
extension Treasury {
  /// The balance of an account.
  func balance(_ account: AccountID) -> Int64 { ledger.balance(account) }
  /// What lies in a pool; below zero what is drawn on its credit line.
  func balance(_ pool: PoolID) -> Int64 { pools.balance(pool) }
  /// What a pool can pay: its balance with its credit line.
  func headroom(_ pool: PoolID) -> Int64 { pools.headroom(pool) }
  /// The credit line of a pool.
  func credit(_ pool: PoolID) -> Int64 { pools.credit(pool) }
  /// What a pool holds of its clients' payments.
  func floating(_ pool: PoolID) -> Int64 { pools.floating(pool) }
  /// The account of a place, for descriptions.
  func account(_ account: AccountID) -> Account { ledger.accounts[account.place] }
  /// Hands over the journal so far.
  mutating func takeJournal() -> [Entry] { ledger.takeJournal() }
  /// Traps unless the token accounts hold what was minted and not burned.
  func checkTokens() { ledger.checkTokens() }
}

/// What is told of the pools beside postings: `Pools` says what each means.
extension Treasury {
  mutating func lock(_ amount: Int64, of pool: PoolID, at now: Instant) {
    pools.lock(amount, of: pool, at: now)
  }
  mutating func noteUnderWay(_ amount: Int64, from pool: PoolID, at now: Instant) {
    pools.send(amount, from: pool, at: now)
  }
  mutating func float(_ amount: Int64, in pool: PoolID, at now: Instant) {
    pools.float(amount, in: pool, at: now)
  }
  mutating func noteTurnover(_ amount: Int64, in pool: PoolID, at now: Instant) {
    pools.noteTurnover(amount, in: pool, at: now)
  }
  mutating func noteInstructed(_ amount: Int64, in pool: PoolID, at now: Instant) {
    pools.noteInstructed(amount, in: pool, at: now)
  }
  mutating func noteQueued(_ amount: Int64, for pool: PoolID, from: Instant, until: Instant) {
    pools.noteQueued(amount, for: pool, from: from, until: until)
  }
  mutating func noteHeld(_ amount: Int64, of pool: PoolID, from: Instant, until: Instant) {
    pools.noteHeld(amount, of: pool, from: from, until: until)
  }
  mutating func noteDue(_ amount: Int64, of pool: PoolID, by deadline: Instant, isLate: Bool) {
    pools.noteDue(amount, of: pool, by: deadline, isLate: isLate)
  }

  /// Traps unless money is conserved, and writes what happened into the record.
  mutating func close(at horizon: Instant, into record: inout RunRecord) {
    ledger.checkConservation()
    ledger.checkTokens()
    pools.close(at: horizon, into: &record)
    record.books = ledger.digest
    record.entries = ledger.journal ?? []
  }
}
