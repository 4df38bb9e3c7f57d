import Bookkeeping
import Testing
import Vocabulary

/// Outages worked out by hand, each beside the same payments without it.
@Suite struct OutageTests {
  private let toLondon = "from: NYC, to: LDN, currency: USD, amount: 100k"

  /// A scenario of one payment P and an outage.
  private func tiny(_ outage: String, at: String, _ payment: String) -> TinyScenario {
    var tiny = TinyScenario()
    tiny.payments = ["id: P, at: \(at), \(payment)"]
    tiny.disturbances = ["outage: {\(outage)}"]
    return tiny
  }

  @Test func aPaymentWaitsForItsSystemToComeBack() throws {
    // Monday 9 March 11:00 in New York. Fedwire is down from 14:30 to 16:00 UTC: the leg settles
    // at 16:00, is at London ten minutes later, 16:10, and is posted there at once.
    var tiny = tiny(
      "system: Fedwire Funds, from: 2026-03-09T14:30:00Z, for: 90min",
      at: "2026-03-09T15:00:00Z", toLondon)
    #expect(
      try tiny.journey("batch").story == [
        "outage until 2026-03-09T16:00:00Z", "processing until 2026-03-09T16:10:00Z",
      ])
    #expect(try tiny.journey("batch").missedCutOff == false)
    tiny.disturbances = []
    #expect(try tiny.journey("batch").story == ["processing until 2026-03-09T15:10:00Z"])
  }

  @Test func theOutageEndsAndTheCutOffIsPast() throws {
    // Fedwire is down from Monday 17:00 in New York to 18:50 (22:50 UTC), past the customers'
    // cut-off of 18:45: the payment settles in Tuesday's window, which opens on Monday at 21:00
    // (Tuesday 01:00 UTC). From 18:50 on it is a night like any other.
    let tiny = tiny(
      "system: Fedwire Funds, from: 2026-03-09T21:00:00Z, until: 2026-03-09T22:50:00Z",
      at: "2026-03-09T21:30:00Z", toLondon)
    #expect(
      try tiny.journey("batch").story.prefix(4) == [
        "outage until 2026-03-09T22:50:00Z", "night until 2026-03-09T23:00:00Z",
        "night until 2026-03-10T01:00:00Z", "processing until 2026-03-10T01:10:00Z",
      ])
  }

  @Test func whatWouldHaveBeenClosedAnywayStaysNight() throws {
    // Fedwire is down from Friday 18:00 to Monday 10:00 in New York (23:00 UTC and, by then in
    // daylight time, 14:00). Accepted on Friday at 18:30, it would have settled at once.
    let tiny = tiny(
      "system: Fedwire Funds, from: 2026-03-06T23:00:00Z, until: 2026-03-09T14:00:00Z",
      at: "2026-03-06T23:30:00Z", toLondon)
    #expect(
      try tiny.journey("batch").story == [
        "outage until 2026-03-07T00:00:00Z", "night until 2026-03-07T05:00:00Z",
        "weekend until 2026-03-09T01:00:00Z", "outage until 2026-03-09T14:00:00Z",
        "processing until 2026-03-09T14:10:00Z",
      ])
  }

  @Test func aBranchThatIsDownTakesNothing() throws {
    // Monday 11:00 in New York, down until 13:00 (17:00 UTC).
    let tiny = tiny(
      "branch: NYC, from: 2026-03-09T14:00:00Z, for: 3h", at: "2026-03-09T15:00:00Z", toLondon)
    #expect(
      try tiny.journey("batch").story == [
        "outage until 2026-03-09T17:00:00Z", "processing until 2026-03-09T17:10:00Z",
      ])
    // With tokens it is taken at 17:00 and needs three blocks.
    #expect(
      try tiny.journey("token").story == [
        "outage until 2026-03-09T17:00:00Z", "network until 2026-03-09T17:00:05Z",
        "network until 2026-03-09T17:00:10Z", "network until 2026-03-09T17:00:15Z",
      ])
  }

  @Test func tokensDoNotReachABranchThatIsDown() throws {
    // London is down on Sunday from 03:00 to 04:00 UTC. What comes at 03:00:01 is not minted; what
    // came at 02:59:50 is minted at 02:59:55, transferred at 03:00:00 and burned when London is
    // back.
    var tiny = tiny(
      "branch: LDN, from: 2026-03-08T03:00:00Z, for: 1h", at: "2026-03-08T03:00:01Z", toLondon)
    tiny.payments.append("id: Q, at: 2026-03-08T02:59:50Z, \(toLondon)")
    #expect(try tiny.journey("token").story.first == "outage until 2026-03-08T04:00:00Z")
    #expect(
      try tiny.journey("token", "Q").story == [
        "network until 2026-03-08T02:59:55Z", "network until 2026-03-08T03:00:00Z",
        "outage until 2026-03-08T04:00:00Z", "network until 2026-03-08T04:00:05Z",
      ])
  }

  @Test func aRunThatFallsIntoAnOutageHappensAtItsEnd() throws {
    // New York releases at 10:00 and 16:00, London posts at 11:00 and 17:00. New York is down from
    // 15:30 to 16:30 on Monday (19:30 to 20:30 UTC).
    var tiny = tiny(
      "branch: NYC, from: 2026-03-09T19:30:00Z, for: 1h", at: "2026-03-09T15:00:00Z", toLondon)
    (tiny.releases, tiny.postings) = ("[10:00, 16:00]", "[11:00, 17:00]")
    #expect(
      try tiny.journey("batch").story == [
        "batch until 2026-03-09T19:30:00Z", "outage until 2026-03-09T20:30:00Z",
        "processing until 2026-03-09T20:40:00Z", "night until 2026-03-10T08:00:00Z",
        "posting until 2026-03-10T11:00:00Z",
      ])
  }

  @Test func newPaymentsAreHeldWhileTheLedgerIsDown() throws {
    // Base stood still on 5 August 2025 from 06:07 to 06:40 UTC; here the bank's own ledger does.
    var tiny = tiny(
      "ledger: tokenized-deposit, from: 2025-08-05T06:07:00Z, for: 33min",
      at: "2025-08-05T06:30:00Z", toLondon)
    (tiny.from, tiny.until) = ("2025-08-05T00:00:00Z", "2025-08-06T00:00:00Z")
    #expect(
      try tiny.journey("token").story == [
        "outage until 2025-08-05T06:40:00Z", "network until 2025-08-05T06:40:05Z",
        "network until 2025-08-05T06:40:10Z", "network until 2025-08-05T06:40:15Z",
      ])
  }

  @Test func stepsInFlightAreUndoneWhenTheLedgerIsBack() throws {
    // Minted at 06:06:55; the transfer would be final at 06:07:00, when the ledger stops. After
    // ten seconds it is given up; the burn that undoes the mint is asked for at 06:40:00.
    var tiny = tiny(
      "ledger: tokenized-deposit, from: 2025-08-05T06:07:00Z, for: 33min",
      at: "2025-08-05T06:06:51Z", toLondon)
    (tiny.from, tiny.until) = ("2025-08-05T00:00:00Z", "2025-08-06T00:00:00Z")
    let journey = try tiny.journey("token")
    #expect(
      journey.story == [
        "network until 2025-08-05T06:06:55Z", "outage until 2025-08-05T06:07:05Z",
        "outage until 2025-08-05T06:40:00Z", "network until 2025-08-05T06:40:05Z",
      ])
    #expect(journey.end == .returned)
  }

  @Test(arguments: [(1, false), (2, true)])
  func aLedgerStallsWhereMoreThanAThirdOfItsValidatorsAreLost(lost: Int, stalls: Bool) throws {
    // One of four is a quarter; two of four are more than a third (Besu documentation, QBFT).
    let tiny = tiny(
      "ledger: tokenized-deposit, from: 2026-03-08T03:00:00Z, for: 1h, "
        + "validators: {of: 4, lost: \(lost)}",
      at: "2026-03-08T03:10:00Z", toLondon)
    #expect(try tiny.journey("token").spent(on: .outage) == (stalls ? .minutes(50) : .zero))
  }

  @Test func aLedgerThatIsDownAtTheEndLeavesPaymentsOpen() throws {
    let tiny = tiny(
      "ledger: tokenized-deposit, from: 2026-03-11T00:00:00Z, until: 2026-03-18T00:00:00Z",
      at: "2026-03-11T12:00:00Z", toLondon)
    let journey = try tiny.journey("token")
    #expect(journey.story == ["outage until 2026-03-18T00:00:00Z"])
    #expect(journey.end == .open)
  }

  @Test func aChainThatMakesNoBlockIncludesLaterWhatItWasHanded() throws {
    // Blocks of 2 s. Base stood still from 06:07 to 06:40 UTC. Minted with the block of 06:06:58,
    // the transfer would be in that of 06:07:00; the first block after the chain is back has it.
    var tiny = tiny(
      "ledger: deposit-token, from: 2025-08-05T06:07:00Z, for: 33min", at: "2025-08-05T06:06:57Z",
      toLondon)
    tiny.payments.append("id: Q, at: 2025-08-05T06:30:01Z, \(toLondon)")
    (tiny.from, tiny.until) = ("2025-08-05T00:00:00Z", "2025-08-06T00:00:00Z")
    tiny.models = """
        chain: {rail: deposit-token, chain: {block-interval: 2s, preconfirmation: 200ms,
          finality: 25min, gas: 0.01 USD, paid-at: block}, issuer: {hours: 24/7}}
      """
    #expect(
      try tiny.journey("chain").story == [
        "network until 2025-08-05T06:06:58Z", "network until 2025-08-05T06:07:00Z",
        "outage until 2025-08-05T06:40:00Z", "network until 2025-08-05T06:40:02Z",
      ])
    // Asked for while nothing moves, its mint comes with the first block and its transfer with the
    // second.
    #expect(
      try tiny.journey("chain", "Q").story == [
        "outage until 2025-08-05T06:40:00Z", "network until 2025-08-05T06:40:02Z",
        "network until 2025-08-05T06:40:04Z",
      ])
  }

  @Test func aClearingWaitsForItsSystem() throws {
    // Fedwire is down from 14:30 to 16:00 UTC on Monday, and with it the clearing that settles in
    // its hours; London credits at once.
    var tiny = tiny(
      "system: Fedwire Funds, from: 2026-03-09T14:30:00Z, for: 90min",
      at: "2026-03-09T15:00:00Z", toLondon)
    tiny.models = """
        rtgs: {rail: interbank-clearing, clearing: {system: [Fedwire Funds, HKD CHATS]}}
      """
    #expect(try tiny.journey("rtgs").story == ["outage until 2026-03-09T16:00:00Z"])
  }
}
