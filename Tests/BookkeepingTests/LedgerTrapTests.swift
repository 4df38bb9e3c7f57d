import Bookkeeping
import TestSupport
import Testing
import Vocabulary

@Suite("The ledger traps")
struct LedgerTrapTests {
  /// The entry of which every test here breaks one rule; it passes as it stands.
  @Test("not, when nothing is broken")
  func control() async {
    await #expect(processExitsWith: .success) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.outside, -100), Posting(Books.clients, 100), at: Books.noon, .credit,
        reference: 1)
      ledger.mint(100, against: Books.clients, into: Books.tokens, at: Books.noon, reference: 1)
      ledger.checkTokens()
    }
  }

  @Test("when two sides do not sum to zero")
  func twoSides() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.outside, -100), Posting(Books.clients, 99), at: Books.noon, .credit,
        reference: 1)
    }
    #expect(
      result?.sentence
        == "the sides of credit 1 do not sum to zero in each currency: "
        + "outside USD -1.00 USD, clients in New York 0.99 USD")
  }

  @Test("when two sides are of two currencies")
  func twoCurrencies() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.outside, -100), Posting(Books.sterling, 100), at: Books.noon, .credit,
        reference: 1)
    }
    #expect(
      result?.sentence
        == "the sides of credit 1 do not sum to zero in each currency: "
        + "outside USD -1.00 USD, London pool 1.00 GBP")
  }

  @Test("when three sides do not sum to zero")
  func threeSides() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.outside, -100), Posting(Books.clients, 90), Posting(Books.pool, 9),
        at: Books.noon, .fee, reference: 1)
    }
    #expect(
      result?.sentence
        == "the sides of fee 1 do not sum to zero in each currency: "
        + "outside USD -1.00 USD, clients in New York 0.90 USD, New York pool 0.09 USD")
  }

  @Test("when four sides sum to zero over two currencies but not in each")
  func fourSides() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.outside, -130), Posting(Books.pool, 100), Posting(Books.sterling, 130),
        Posting(Books.outsideSterling, -100), at: Books.noon, .exchange, reference: 1)
    }
    #expect(
      result?.sentence
        == "the sides of exchange 1 do not sum to zero in each currency: "
        + "outside USD -1.30 USD, New York pool 1.00 USD, London pool 1.30 GBP, "
        + "outside GBP -1.00 GBP")
  }

  @Test("when a pool falls below its credit line by one cent")
  func floor() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.pool, -501), Posting(Books.clients, 501), at: Books.noon, .settlement,
        reference: 1)
    }
    #expect(
      result?.sentence
        == "New York pool falls to -5.01 USD, below its floor of -5.00 USD, "
        + "by a posting of -5.01 USD")
  }

  @Test("when a balance passes 2⁶³ minor units")
  func overflow() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      for reference in 0..<UInt64(2) {
        ledger.post(
          Posting(Books.outside, -.max), Posting(Books.clients, .max), at: Books.noon, .credit,
          reference: reference)
      }
    }
    #expect(
      result?.sentence
        == "outside USD passes 2⁶³ minor units")
  }

  @Test("when tokens come into being by an ordinary entry")
  func unmintedTokens() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.post(
        Posting(Books.clients, -100), Posting(Books.tokens, 100), at: Books.noon, .settlement,
        reference: 1)
      ledger.checkTokens()
    }
    #expect(
      result?.sentence
        == "USD token accounts hold 100 minor units, but 0 were minted and 0 burned")
  }

  @Test("when more tokens are burned than there are")
  func overburned() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.mint(100, against: Books.clients, into: Books.tokens, at: Books.noon, reference: 1)
      ledger.burn(101, from: Books.tokens, into: Books.clients, at: Books.noon, reference: 1)
    }
    #expect(
      result?.sentence
        == "tokens USD falls to -0.01 USD, below its floor of 0.00 USD, "
        + "by a posting of -1.01 USD")
  }

  @Test("when tokens are minted on an account that holds none")
  func wrongAccount() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var ledger = Books.open()
      ledger.mint(100, against: Books.clients, into: Books.pool, at: Books.noon, reference: 1)
    }
    #expect(
      result?.sentence
        == "tokens stand on a token account and their deposit on another: "
        + "New York pool, clients in New York")
  }
}

@Suite("Tokens")
struct TokenTests {
  @Test("in circulation are those minted less those burned, in each currency for itself")
  func circulation() {
    var ledger = Books.open()
    ledger.mint(100, against: Books.clients, into: Books.tokens, at: Books.noon, reference: 1)
    ledger.mint(50, against: Books.clients, into: Books.tokens, at: Books.noon, reference: 2)
    ledger.burn(30, from: Books.tokens, into: Books.clients, at: Books.noon, reference: 1)
    #expect(ledger.circulating(.usd) == 120)
    #expect(ledger.circulating(.gbp) == 0)
    #expect(ledger.circulating(.jpy) == 0)
    #expect(ledger.balance(Books.clients) == -120)
    ledger.checkTokens()
    ledger.checkConservation()
  }
}
