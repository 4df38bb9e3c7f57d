import Bookkeeping
import Testing
import Vocabulary

/// Foreign-exchange trades: both legs or neither, or each on its own with principal at risk.
@Suite struct PaymentVersusPaymentTests {
  /// A sells B 116 USD against 100 EUR at 10:00; C pays B the 100 EUR at 14:00.
  private func trade(_ terms: String) -> ClearingScenario {
    var trade = ClearingScenario()
    trade.terms = terms
    trade.pools = """
      - {branch: any, currency: USD, system: Always USD, opening-balance: 1000}
        - {branch: C, currency: EUR, system: Always EUR, opening-balance: 100}
        - {branch: [A, B], currency: EUR, system: Always EUR, opening-balance: 0}
      """
    trade.payments = [
      "id: T, at: 2026-03-09T10:00:00Z, from: A, to: B, currency: USD, against: EUR, amount: 116",
      "id: P, at: 2026-03-09T14:00:00Z, from: C, to: B, currency: EUR, amount: 100",
    ]
    return trade
  }

  private let always = "system: [Always USD, Always EUR]"

  @Test func bothLegsSettleOrNeither() throws {
    let record = try trade("\(always), pvp: true").record()
    #expect(record.story("T/1") == ["liquidity until 14:00"])
    #expect(record.story("T/2") == ["liquidity until 14:00"])
    // USD of A to D, then EUR of C, A, B.
    #expect(record.closings == [884, 1_116, 1_000, 1_000, 0, 100, 0])
    #expect(record.splitTrades == 0 && record.principalAtRisk == [0, 0])
  }

  @Test func withoutItOneLegIsAtRiskUntilTheOtherSettles() throws {
    let record = try trade(always).record()
    #expect(record.story("T/1").isEmpty)
    #expect(record.story("T/2") == ["liquidity until 14:00"])
    #expect(record.splitTrades == 1)
    // 116 USD for four hours; EUR comes before USD.
    #expect(record.principalAtRisk == [0, 11_600 * 4 * 3_600_000_000])
  }

  @Test func nothingSettlesWhereOneLegNeverCan() throws {
    var trade = trade("\(always), pvp: true")
    trade.payments.removeLast()
    let record = try trade.record()
    #expect(record.journeys.count == 2 && record.journeys.allSatisfy { $0.end == .open })
    #expect(record.pools[0].closing == 100_000)
  }

  @Test func bothSystemsMustBeOpen() throws {
    var trade = trade("system: [Day USD, Day EUR], pvp: true")
    trade.payments[1] = trade.payments[1].replacing("T14:00", with: "T07:00")
    // The EUR of C come at 12:00, when their system opens; until then the closure of the other
    // system is why the leg in USD waits.
    let record = try trade.record()
    #expect(record.story("T/1") == ["night until 12:00"])
    #expect(record.story("T/2") == ["night until 12:00"])
    #expect(record.splitTrades == 0)
  }

  @Test func bothLegsAreClearedWhateverOtherRailsThereAre() throws {
    var trade = trade("system: [Day USD, Day EUR], pvp: true")
    trade.rail =
      "[interbank-clearing, tokenized-deposit], routing: first-open, ledger: {"
      + "block-interval: 5s, time-out: 10s}"
    trade.payments[1] = trade.payments[1].replacing("T14:00", with: "T12:30")
    // At 10:00 the EUR are closed: alone that leg would take the token.
    let record = try trade.record()
    #expect(record.story("T/1") == ["night until 12:00", "liquidity until 12:30"])
    #expect(record.story("T/2") == record.story("T/1"))
    #expect(record.splitTrades == 0)
  }

  @Test func aTradeThatIsRecalledBeforeItSettlesMovesNothing() throws {
    var trade = trade("\(always), pvp: true")
    trade.model = ", recalls: {rate: 100%, after: 1h}"
    // Recalled at 11:00, called up by the EUR of 14:00.
    let record = try trade.record()
    #expect(record.story("T/1") == ["liquidity until 14:00", "returned"])
    #expect(record.story("T/2") == ["liquidity until 14:00", "returned"])
    #expect(record.pools[0].paidOut == 0)
    #expect(record.closings == [1_000, 1_000, 1_000, 1_000, 0, 0, 100])
  }

  @Test func aTradeOfWhichOneLegIsRefusedIsRefused() throws {
    var trade = trade("\(always), pvp: true")
    trade.pools = """
      - {branch: any, currency: USD, system: Always USD, opening-balance: 1M}
        - {branch: any, currency: EUR, system: Always EUR, opening-balance: 1M}
      """
    trade.flows = """
        fx: {from: A, to: B, currency: USD, against: EUR, arrivals: 50 per day,
          amount: {uniform: {low: 100, high: 200}}}
      """
    trade.model =
      ", screening: {alert-rate: 30%, false-positive-share: 50%, review: {constant: 1h}, "
      + "review-hours: around-the-clock}"
    let record = try trade.record()
    let first = record.journeys.filter { $0.payment.hasSuffix("/1") }.sorted {
      $0.payment < $1.payment
    }
    let second = record.journeys.filter { $0.payment.hasSuffix("/2") }.sorted {
      $0.payment < $1.payment
    }
    #expect(first.map(\.end) == second.map(\.end))
    #expect(Set(first.map(\.end)) == [.credited, .returned])
    #expect(record.splitTrades == 0)
  }

  @Test func generatedTradesHaveTwoLegsOfTheSameWorth() throws {
    var trade = trade("\(always), pvp: true")
    trade.pools = """
      - {branch: any, currency: USD, system: Always USD, opening-balance: 1M}
        - {branch: any, currency: EUR, system: Always EUR, opening-balance: 1M}
      """
    trade.flows = """
        fx: {from: any, to: any, spread: total, currency: USD, against: EUR,
          arrivals: 20 per day, amount: {uniform: {low: 100, high: 200}}}
      """
    let record = try trade.record()
    let first = record.journeys.filter { $0.payment.hasSuffix("/1") }
    let second = record.journeys.filter { $0.payment.hasSuffix("/2") }
    #expect(first.count > 50 && first.count == second.count)
    for (one, other) in zip(first, second) {
      #expect(one.payment.dropLast() == other.payment.dropLast())
      #expect(one.payer == other.payee && one.payee == other.payer && one.payer != one.payee)
      let euros = (Double(one.amount.minorUnits) / 1.16).rounded()
      #expect(abs(Double(other.amount.minorUnits) - euros) <= 1)
    }
    #expect(record.splitTrades == 0)
  }
}
