import Bookkeeping
import Testing
import Vocabulary

/// Each kind of disturbance worked out by hand, beside the same payments without it.
@Suite struct DisturbanceTests {
  private let toLondon = "from: NYC, to: LDN, currency: USD, amount: 100k"

  private func tiny(_ disturbance: String?, at: String, _ payment: String) -> TinyScenario {
    var tiny = TinyScenario()
    tiny.payments = ["id: P, at: \(at), \(payment)"]
    tiny.disturbances = disturbance.map { [$0] } ?? []
    return tiny
  }

  @Test func aLaterCutOffSavesTheDay() throws {
    // New York releases at 18:50, five minutes after Fedwire's cut-off for customers: without the
    // extension the payment settles in Tuesday's window, from 21:00 on (01:00 UTC).
    let cutOff = "cut-off: {system: Fedwire Funds, value-date: 2026-03-09, by: 2h}"
    for (disturbance, settles) in [(nil, "2026-03-10T01:10:00Z"), (cutOff, "2026-03-09T23:00:00Z")]
    {
      var tiny = tiny(disturbance, at: "2026-03-09T15:00:00Z", toLondon)
      tiny.releases = "[18:50]"
      let journey = try tiny.journey("batch")
      #expect(journey.segments.last { $0.cause == .processing }?.to == Instant(settles))
      #expect(journey.spent(on: .outage) == .zero)
    }
  }

  @Test func anEarlierCutOffIsAnOutageUpToThePlannedClose() throws {
    // Fedwire's Monday ends at 17:00 in New York (21:00 UTC), customers' payments at 16:45. One of
    // 21:15 UTC waits up to the planned close at 23:00, then the night up to 01:00.
    let cutOff = "cut-off: {system: Fedwire Funds, value-date: 2026-03-09, by: -2h}"
    let journey = try tiny(cutOff, at: "2026-03-09T21:15:00Z", toLondon).journey("batch")
    #expect(
      journey.story.prefix(3) == [
        "outage until 2026-03-09T23:00:00Z", "night until 2026-03-10T01:00:00Z",
        "processing until 2026-03-10T01:10:00Z",
      ])
    let before = try tiny(cutOff, at: "2026-03-09T20:44:59Z", toLondon).journey("batch")
    #expect(before.story.first == "processing until 2026-03-09T20:54:59Z")
  }

  @Test func aSurpriseHolidayOfASystemIsAnOutageForItsHours() throws {
    // Monday's window of Fedwire would have been open until 19:00 in New York (23:00 UTC).
    let holiday = "holiday: {system: Fedwire Funds, date: 2026-03-09}"
    let journey = try tiny(holiday, at: "2026-03-09T15:00:00Z", toLondon).journey("batch")
    #expect(
      journey.story.prefix(3) == [
        "outage until 2026-03-09T23:00:00Z", "night until 2026-03-10T01:00:00Z",
        "processing until 2026-03-10T01:10:00Z",
      ])
  }

  @Test(arguments: ["branch: LDN", "calendar: GBENG"])
  func aSurpriseHolidayOfABranchDropsItsRuns(scope: String) throws {
    // London posts at 11:00 and 17:00, on Monday not at all; until its close at 18:00 that is the
    // holiday's doing, then it is night, and on Tuesday the run is due at 11:00.
    var tiny = tiny(
      "holiday: {\(scope), date: 2026-03-09}", at: "2026-03-09T15:00:00Z", toLondon)
    tiny.postings = "[11:00, 17:00]"
    #expect(
      try tiny.journey("batch").story == [
        "processing until 2026-03-09T15:10:00Z", "outage until 2026-03-09T18:00:00Z",
        "night until 2026-03-10T08:00:00Z", "posting until 2026-03-10T11:00:00Z",
      ])
    // Tokens ask for no opening hours.
    #expect(try tiny.journey("token").spent(on: .outage) == .zero)
  }

  @Test func aDeadlineCountsTheDaysAsPlanned() throws {
    // One business day from Friday is the close of Monday, though Monday becomes a holiday.
    var tiny = tiny(nil, at: "2026-03-06T15:00:00Z", toLondon)
    tiny.payments = []
    tiny.flows = """
        one: {from: NYC, to: LDN, currency: USD, arrivals: 3 per business-day, hours: 10:00-11:00,
          amount: {constant: 1000}, deadline: 1bd}
      """
    tiny.payments = ["id: P, at: 2026-03-06T15:00:00Z, \(toLondon)"]
    tiny.disturbances = ["holiday: {branch: LDN, date: 2026-03-09}"]
    let record = try tiny.record("batch")
    let friday = record.payments.filter { $0.flags.contains(.hasDeadline) && $0.day == 0 }
    #expect(!friday.isEmpty)
    // From 10:10 in New York on they are at London, open until 18:00; posted at once on Friday.
    #expect(friday.allSatisfy { !$0.flags.contains(.late) })
    let monday = record.payments.filter { $0.flags.contains(.hasDeadline) && $0.day == 3 }
    // Monday's would be due by the close of Tuesday, which is a day as planned.
    #expect(!monday.isEmpty && monday.allSatisfy { !$0.flags.contains(.late) })
  }

  @Test func nothingLeavesABranchThatHasFailed() throws {
    let failure = "failure: {branch: NYC, from: 2026-03-09T14:00:00Z}"
    for model in ["batch", "token"] {
      var tiny = tiny(failure, at: "2026-03-09T15:00:00Z", toLondon)
      tiny.payments += [
        "id: Q, at: 2026-03-09T15:00:00Z, from: LDN, to: NYC, currency: USD, amount: 100k",
        "id: OUT, at: 2026-03-09T15:00:00Z, from: NYC, to: outside, currency: USD, amount: 100k",
      ]
      let failed = try tiny.journey(model)
      #expect(failed.end == .open)
      // Business hours from 15:00 UTC on Monday to the horizon: what would be night stays night
      // for correspondents; tokens know no night.
      #expect(failed.segments.first?.cause == .outage)
      #expect(try tiny.journey(model, "OUT").end == .open)
      // What comes in still does.
      #expect(try tiny.journey(model, "Q").spent(on: .outage) == .zero)
      #expect(try tiny.journey(model, "Q").end == .credited)
    }
  }

  @Test func aFailureForATimeEnds() throws {
    let failure = "failure: {branch: NYC, from: 2026-03-09T14:00:00Z, for: 2h}"
    let tiny = tiny(failure, at: "2026-03-09T15:00:00Z", toLondon)
    #expect(
      try tiny.journey("batch").story == [
        "outage until 2026-03-09T16:00:00Z", "processing until 2026-03-09T16:10:00Z",
      ])
    #expect(try tiny.journey("token").story.first == "outage until 2026-03-09T16:00:00Z")
  }

  @Test func moneyOfABranchThatHasFailedIsNotDrawn() throws {
    // New York has 50 and London 30 of dollars; London pays 60 out. With on-demand tokens it draws
    // the rest from New York, unless that has failed: then it waits.
    for (failure, end) in [
      (nil, PaymentEnd.credited),
      ("failure: {branch: NYC, from: 2026-03-09T14:00:00Z}", .open),
    ] {
      var tiny = tiny(
        failure, at: "2026-03-09T15:00:00Z", "from: LDN, to: outside, currency: USD, amount: 60")
      tiny.pools = """
          - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 50}
          - {branch: LDN, currency: USD, system: Fedwire Funds, opening-balance: 30}
        """
      (tiny.corridors, tiny.rates) = (
        """
          - {from: NYC, to: LDN, currency: USD, hops: [{correspondent: clearer,
             system: Fedwire Funds, processing: 10min, fee: 0}]}
        """, "{reporting-currency: USD, rates: {EUR/USD: 1.16}}"
      )
      tiny.token = ", rebalancing: on-demand"
      let journey = try tiny.journey("token")
      #expect(journey.end == end)
      #expect((journey.spent(on: .liquidity) > .zero) == (end == .open))
    }
  }

  @Test func anInflowIsHeldBackByItsPayer() throws {
    let withheld =
      "withheld-inflow: {payer: outside, payee: NYC, currency: USD, from: 2026-03-09T14:00:00Z, "
      + "until: 2026-03-09T18:00:00Z}"
    let inflow = "from: outside, to: NYC, currency: USD, amount: 100k"
    for model in ["batch", "token"] {
      let held = try tiny(withheld, at: "2026-03-09T15:00:00Z", inflow).journey(model)
      #expect(held.story == ["outage until 2026-03-09T18:00:00Z"])
      #expect(held.end == .credited)
      let after = try tiny(withheld, at: "2026-03-09T18:00:00Z", inflow).journey(model)
      #expect(after.story.isEmpty)
    }
  }

  @Test func theReviewOfAnAlertThatASurgeRaisesIsAnOutage() throws {
    // No payment would raise an alert; in the surge each does. What a surge adds is false, so that
    // nothing is refused though no alert at all would be cleared.
    var tiny = tiny(
      "screening-surge: {plus: 100%, from: 2026-03-08T03:00:00Z, for: 1h}",
      at: "2026-03-08T03:30:00Z", toLondon)
    tiny.payments.append("id: Q, at: 2026-03-08T04:00:00Z, \(toLondon)")
    tiny.token =
      ", screening: {alert-rate: 0%, false-positive-share: 0%, check: 5s, "
      + "review: {constant: 2h}, review-hours: around-the-clock}"
    #expect(
      try tiny.journey("token").story.prefix(2) == [
        "screening until 2026-03-08T03:30:05Z", "outage until 2026-03-08T05:30:05Z",
      ])
    #expect(try tiny.journey("token").end == .credited)
    #expect(try tiny.journey("token", "Q").spent(on: .outage) == .zero)
  }

  @Test func aDeskThatIsDownIsAnOutageOfTheReview() throws {
    // London reviews from 08:00 to 18:00; down from 10:00 to 12:00. A review of two hours that
    // starts at 09:00 (15 s of check before) works until 10:00 and from 12:00 on.
    var tiny = tiny(
      "outage: {branch: LDN, from: 2026-03-09T10:00:00Z, for: 2h}", at: "2026-03-09T08:59:45Z",
      "from: LDN, to: NYC, currency: USD, amount: 100k")
    tiny.batch =
      ", screening: {alert-rate: 100%, check: 15s, review: {constant: 2h}}"
    #expect(
      try tiny.journey("batch").story.prefix(4) == [
        "screening until 2026-03-09T09:00:00Z", "screening until 2026-03-09T10:00:00Z",
        "outage until 2026-03-09T12:00:00Z", "screening until 2026-03-09T13:00:00Z",
      ])
  }
}
