import Bookkeeping
import Testing
import Vocabulary

@Suite("A journal keeps every entry, or those of one account") struct JournalTests {
  private let accounts = ["a", "b", "c"].map { Account(name: $0, currency: .usd, kind: .pool) }

  /// a pays b, b pays c, c pays a and b.
  private func posted(_ ledger: Ledger) -> Ledger {
    var ledger = ledger
    let at = Instant(seconds: 0)
    let (a, b, c) = (AccountID(0), AccountID(1), AccountID(2))
    ledger.post(Posting(a, -5), Posting(b, 5), at: at, .settlement, reference: 1)
    ledger.post(Posting(b, -2), Posting(c, 2), at: at, .settlement, reference: 2)
    ledger.post(Posting(c, -9), Posting(a, 4), Posting(b, 5), at: at, .settlement, reference: 3)
    return ledger
  }

  @Test(
    "The entries of one account are those on whose sides it stands",
    arguments: [
      (0, [1, 3]), (1, [1, 2, 3]), (2, [2, 3]),
    ] as [(Int, [UInt64])])
  func oneAccount(account: Int, references: [UInt64]) throws {
    let ledger = posted(Ledger(accounts: accounts, journalOf: AccountID(account)))
    let journal = try #require(ledger.journal)
    #expect(journal.map(\.reference) == references)
    let sum = journal.flatMap(\.postings).filter { $0.account == AccountID(account) }
      .reduce(0) { $0 + $1.amount }
    #expect(sum == ledger.balance(AccountID(account)))
  }

  @Test("Off it keeps nothing, on it keeps all, and the books are the same") func offAndOn() {
    let (off, on) = (Ledger(accounts: accounts), Ledger(accounts: accounts, keepsJournal: true))
    #expect(posted(off).journal == nil)
    #expect(posted(on).journal?.map(\.reference) == [1, 2, 3])
    #expect(posted(off).digest == posted(on).digest)
  }
}
