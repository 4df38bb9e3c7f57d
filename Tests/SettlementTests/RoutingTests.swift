import Bookkeeping
import Testing
import Vocabulary

/// Which of several rails a payment takes: worked out from hours, mean times and fees.
@Suite struct RoutingTests {
  /// Correspondents cost 25 and take ten minutes where everything is open; tokens cost 30 here and
  /// take fifteen seconds.
  private func journey(_ routing: String, at: String, deadline: String = "", first: String = "c")
    throws -> Journey
  {
    var tiny = TinyScenario()
    tiny.corridors = """
        - {from: any, to: any, currency: USD, fees: OUR, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min, fee: 25}]}
      """
    let rails =
      first == "c" ? "[correspondent, tokenized-deposit]" : "[tokenized-deposit, correspondent]"
    tiny.models = """
        both: {rail: \(rails), routing: \(routing), fees: [30 USD],
          ledger: {block-interval: 5s, finality: 0s, step-failure: 0%, time-out: 10s}}
      """
    tiny.payments = [
      "id: P, from: NYC, to: LDN, currency: USD, amount: 1000, at: \(at)\(deadline)"
    ]
    return try tiny.journey("both")
  }

  private let monday = "2026-03-09T14:00:00Z"
  private let saturday = "2026-03-07T14:00:00Z"

  @Test func fastestTakesTokensAlways() throws {
    #expect(try journey("fastest", at: monday).spent(on: .network) == .seconds(15))
    #expect(try journey("fastest", at: saturday).spent(on: .network) == .seconds(15))
  }

  @Test func cheapestTakesWhatIsInTime() throws {
    // Without a deadline, and by 14:10: correspondents, 5 less. By 14:09: only tokens are in time.
    #expect(try journey("cheapest-in-time", at: saturday).spent(on: .network) == .zero)
    let (late, soon) = (", deadline: 2026-03-09T14:10:00Z", ", deadline: 2026-03-09T14:09:00Z")
    #expect(
      try journey("cheapest-in-time", at: monday, deadline: late).spent(on: .network) == .zero)
    #expect(
      try journey("cheapest-in-time", at: monday, deadline: soon).spent(on: .network)
        == .seconds(15))
  }

  @Test func whereNoneIsInTimeTheFastestGoes() throws {
    let now = ", deadline: 2026-03-09T14:00:01Z"
    #expect(
      try journey("cheapest-in-time", at: monday, deadline: now).spent(on: .network)
        == .seconds(15))
  }

  @Test func tokensWhenTheBanksAreClosed() throws {
    #expect(try journey("first-open", at: monday).spent(on: .network) == .zero)
    #expect(try journey("first-open", at: saturday).spent(on: .network) == .seconds(15))
  }

  @Test func theFirstRailIsKeptWhileItIsUp() throws {
    #expect(try journey("fallback", at: saturday).spent(on: .network) == .zero)
    #expect(try journey("fallback", at: saturday, first: "t").spent(on: .network) == .seconds(15))
  }

  @Test(arguments: ["fastest", "cheapest-in-time", "first-open", "fallback"])
  func whatIsExpectedIsWhatHappensWithoutChance(routing: String) throws {
    // Expected arrival by correspondents on Saturday: Monday 13:10 UTC (09:00 in New York and ten
    // minutes). A deadline of exactly that is kept by the cheaper rail, a second less is not.
    let exact = ", deadline: 2026-03-09T13:10:00Z"
    let journey = try journey(routing, at: saturday, deadline: exact)
    let byCorrespondents = journey.spent(on: .network) == .zero
    #expect(byCorrespondents == (routing == "cheapest-in-time" || routing == "fallback"))
    if byCorrespondents { #expect(journey.ended == Instant("2026-03-09T13:10:00Z")) }
  }
}
