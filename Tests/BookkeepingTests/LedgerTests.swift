import Bookkeeping
import Testing
import Vocabulary

/// Six accounts in two currencies for the tests of the ledger.
enum Books {
  static let accounts = [
    Account(name: "New York pool", currency: .usd, kind: .pool, floor: -500),
    Account(name: "clients in New York", currency: .usd, kind: .clients),
    Account(name: "outside USD", currency: .usd, kind: .outside),
    Account(name: "tokens USD", currency: .usd, kind: .tokens, floor: 0),
    Account(name: "London pool", currency: .gbp, kind: .pool, floor: 0),
    Account(name: "outside GBP", currency: .gbp, kind: .outside),
  ]
  static let (pool, clients, outside) = (AccountID(0), AccountID(1), AccountID(2))
  static let (tokens, sterling, outsideSterling) = (AccountID(3), AccountID(4), AccountID(5))
  static let noon = Instant(seconds: 43_200)

  static func open(keepsJournal: Bool = false) -> Ledger {
    Ledger(accounts: accounts, keepsJournal: keepsJournal)
  }
}

@Suite("Ledger")
struct LedgerTests {
  @Test("an entry moves what it says and nothing else")
  func twoSides() {
    var ledger = Books.open()
    ledger.post(
      Posting(Books.outside, -700), Posting(Books.pool, 700), at: Books.noon, .opening,
      reference: 0)
    #expect((0..<6).map { ledger.balance(AccountID($0)) } == [700, 0, -700, 0, 0, 0])
    #expect(ledger.money(Books.pool).description == "7.00 USD")
  }

  @Test("four sides may exchange one currency for another, each balanced for itself")
  func exchange() {
    var ledger = Books.open()
    ledger.post(
      Posting(Books.outside, -130), Posting(Books.pool, 130), Posting(Books.sterling, 100),
      Posting(Books.outsideSterling, -100), at: Books.noon, .exchange, reference: 1)
    #expect(ledger.balance(Books.sterling) == 100)
    ledger.checkConservation()
  }

  @Test("what an account can pay reaches down to its floor")
  func available() {
    var ledger = Books.open()
    #expect(ledger.available(Books.pool) == 500)
    #expect(ledger.available(Books.sterling) == 0)
    #expect(ledger.available(Books.outside) == .max)
    ledger.post(
      Posting(Books.pool, -500), Posting(Books.clients, 500), at: Books.noon, .settlement,
      reference: 2)
    #expect(ledger.available(Books.pool) == 0)
  }

  @Test("an account on two sides is held to its floor by their sum")
  func twoSidesOfOneAccount() {
    var ledger = Books.open()
    ledger.post(
      Posting(Books.pool, -900), Posting(Books.clients, 500), Posting(Books.pool, 400),
      at: Books.noon, .settlement, reference: 3)
    #expect(ledger.balance(Books.pool) == -500)
  }

  @Test("nothing is lost over ten thousand entries of every shape")
  func conservation() {
    var ledger = Ledger(
      accounts: Books.accounts.map {
        Account(name: $0.name, currency: $0.currency, kind: $0.kind)
      })
    var expected = Array(repeating: Int64(0), count: 6)
    // A linear congruential generator (Knuth's MMIX), the same in every run.
    var state: UInt64 = 1
    for reference in 0..<UInt64(10_000) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let amount = Int64(state >> 44)
      let (from, to) = (Int((state >> 20) % 3), Int((state >> 30) % 3))
      var sides = [(from, -amount), (to, amount)]
      switch (state >> 40) % 3 {
      case 0: break
      case 1: sides = [(from, -amount), (to, amount - 7), (2, 7)]
      default: sides += [(4, amount / 2), (5, -(amount / 2))]
      }
      for (account, gain) in sides { expected[account] += gain }
      post(sides, to: &ledger, reference)
    }
    #expect((0..<6).map { ledger.balance(AccountID($0)) } == expected)
    #expect(ledger.entryCount == 10_000)
    ledger.checkConservation()
  }

  private func post(_ sides: [(Int, Int64)], to ledger: inout Ledger, _ reference: UInt64) {
    let postings = sides.map { Posting(AccountID($0.0), $0.1) }
    let instant = Instant(seconds: Int64(reference))
    switch postings.count {
    case 2:
      ledger.post(postings[0], postings[1], at: instant, .credit, reference: reference)
    case 3:
      ledger.post(
        postings[0], postings[1], postings[2], at: instant, .fee, reference: reference)
    default:
      ledger.post(
        postings[0], postings[1], postings[2], postings[3], at: instant, .exchange,
        reference: reference)
    }
  }

  @Test("the digest knows order, instant, account and amount")
  func digest() {
    func books(_ entries: [(Int64, AccountID, Int64)]) -> Digest {
      var ledger = Books.open()
      for (second, account, amount) in entries {
        ledger.post(
          Posting(Books.outside, -amount), Posting(account, amount),
          at: Instant(seconds: second), .settlement, reference: 0)
      }
      return ledger.digest
    }
    let reference = books([(1, Books.pool, 5), (1, Books.clients, 6)])
    #expect(books([(1, Books.pool, 5), (1, Books.clients, 6)]) == reference)
    #expect(books([(1, Books.clients, 6), (1, Books.pool, 5)]) != reference)
    #expect(books([(1, Books.pool, 5), (2, Books.clients, 6)]) != reference)
    #expect(books([(1, Books.pool, 5), (1, Books.pool, 6)]) != reference)
    #expect(books([(1, Books.pool, 5), (1, Books.clients, 7)]) != reference)
  }

  @Test("the journal keeps entries in their order, or nothing where it is off")
  func journal() throws {
    var ledger = Books.open(keepsJournal: true)
    let sides = [Posting(Books.outside, -9), Posting(Books.clients, 9)]
    ledger.post(sides[0], sides[1], at: Books.noon, .credit, reference: 77)
    let journal = try #require(ledger.journal)
    #expect(journal.map(\.postings) == [sides])
    #expect(journal.map(\.reference) == [77])
    #expect(journal.map(\.kind) == [.credit])
    #expect(journal.map(\.instant) == [Books.noon])
    #expect(Books.open().journal == nil)
  }

  @Test("the raw values of the entry kinds are fixed for ever")
  func kinds() {
    #expect(EntryKind.allCases.map(\.rawValue) == Array(1...11))
  }
}
