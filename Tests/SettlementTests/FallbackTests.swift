import Bookkeeping
import Testing
import Vocabulary

/// What routing and treasuries know of outages.
@Suite struct FallbackTests {
  @Test func aPaymentFallsBackOnCorrespondentsWhileTheLedgerIsDown() throws {
    var tiny = TinyScenario()
    // Monday 11:00 and 13:00 in New York; the ledger is down until noon (16:00 UTC).
    tiny.payments = ["15", "17"].map {
      "id: P\($0), at: 2026-03-09T\($0):00:00Z, from: NYC, to: LDN, currency: USD, amount: 1"
    }
    tiny.models = """
        both: {rail: [tokenized-deposit, correspondent], routing: fallback,
          ledger: \(tiny.ledger)}
      """
    tiny.disturbances = [
      "outage: {ledger: tokenized-deposit, from: 2026-03-09T14:00:00Z, for: 2h}"
    ]
    #expect(try tiny.journey("both", "P15").story == ["processing until 2026-03-09T15:10:00Z"])
    #expect(try tiny.journey("both", "P17").ended == Instant("2026-03-09T17:00:15Z"))
    // Where the system is down too, the first rail is as good as any.
    tiny.disturbances.append(
      "outage: {system: Fedwire Funds, from: 2026-03-09T14:00:00Z, for: 3h}")
    #expect(try tiny.journey("both", "P15").story.first == "outage until 2026-03-09T16:00:00Z")
  }

  @Test func aTreasurersEstimateForeseesNoOutage() throws {
    // New York pays 90 out on Friday and 90 on Monday; the estimate of Friday's window moves what
    // the past has shown, whether or not Fedwire will be down on Monday.
    var tiny = TinyScenario()
    tiny.payments = ["06", "09"].map {
      "id: P\($0), at: 2026-03-\($0)T20:00:00Z, from: NYC, to: outside, currency: USD, amount: 90"
    }
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 90}
        - {branch: LDN, currency: USD, system: Fedwire Funds, opening-balance: 200}
      """
    (tiny.corridors, tiny.rates) = (
      """
        - {from: NYC, to: LDN, currency: USD, hops: [{correspondent: clearer,
           system: Fedwire Funds, processing: 10min, fee: 0}]}
      """, "{reporting-currency: USD, rates: {EUR/USD: 1.16}}"
    )
    tiny.batch =
      ", rebalancing: {windows: [15:00], zone: Europe/London, lag: 1h, "
      + "estimate: {quantile: 90%, samples: 3}}"
    let calm = try tiny.record("batch").pools.map(\.transferredIn)
    tiny.disturbances = [
      "outage: {system: Fedwire Funds, from: 2026-03-09T19:30:00Z, until: 2026-03-17T00:00:00Z}"
    ]
    #expect(calm[0] > 0)
    #expect(try tiny.record("batch").pools.map(\.transferredIn) == calm)
  }
}
