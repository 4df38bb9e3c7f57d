import Bookkeeping
import Testing
import Vocabulary

/// What people do: repairs, work at the payee's bank, recalls.
@Suite struct HandlingTests {
  private let given = "id: P, from: NYC, to: LDN, currency: USD, amount: 1000"

  @Test func aFaultyInstructionIsRepairedInWorkingHours() throws {
    var tiny = TinyScenario()
    tiny.batch = ", repairs: {rate: 100%, work: 3h}"
    // Friday 18:00 in New York (23:00 UTC): one hour until the branch closes at 19:00, two more on
    // Monday from 09:00 (13:00 UTC), then ten minutes of the clearer.
    tiny.payments = ["\(given), at: 2026-03-06T23:00:00Z"]
    let record = try tiny.record("batch")
    #expect(
      record.journeys[0].story == [
        "processing until 2026-03-07T00:00:00Z", "night until 2026-03-07T05:00:00Z",
        "weekend until 2026-03-09T04:00:00Z", "night until 2026-03-09T13:00:00Z",
        "processing until 2026-03-09T15:00:00Z", "processing until 2026-03-09T15:10:00Z",
      ])
    #expect(record.payments[0].flags.contains(.repaired))
    #expect(try tiny.record("token").payments[0].flags.contains(.repaired) == false)
  }

  @Test func thePayeesBankWorksInItsOwnHours() throws {
    var tiny = TinyScenario()
    tiny.london = ", inward: {share: 100%, work: 2h}"
    // There at 16:40 UTC; London closes at 18:00 and opens on Tuesday at 08:00.
    tiny.payments = ["\(given), at: 2026-03-09T16:30:00Z"]
    let record = try tiny.record("batch")
    #expect(
      record.journeys[0].story == [
        "processing until 2026-03-09T16:40:00Z", "processing until 2026-03-09T18:00:00Z",
        "night until 2026-03-10T08:00:00Z", "processing until 2026-03-10T08:40:00Z",
      ])
    #expect(record.payments[0].reached == 600)
  }

  @Test(arguments: [
    // Before the release of Monday 09:00 New York (13:00 UTC): nothing has moved.
    ("2026-03-07T12:00:00Z", "30h", PaymentEnd.returned, "2026-03-09T13:00:00Z"),
    // While the clearer has it, 14:00 to 14:10: it turns back at the payee's bank, ten minutes.
    ("2026-03-09T14:00:00Z", "5min", .returned, "2026-03-09T14:20:00Z"),
    // After the credit: too late.
    ("2026-03-09T14:00:00Z", "11min", .credited, "2026-03-09T14:10:00Z"),
  ])
  func aRecallComesInTimeOrNot(at: String, after: String, end: PaymentEnd, ended: String) throws {
    var tiny = TinyScenario()
    tiny.batch = ", recalls: {rate: 100%, after: \(after)}"
    tiny.payments = ["\(given), at: \(at)"]
    let journey = try tiny.journey("batch")
    #expect(journey.end == end)
    #expect(journey.ended == Instant(ended))
  }

  @Test func aRecalledPaymentInTheLineOfAPoolTurnsBackWhenMoneyComes() throws {
    var tiny = TinyScenario()
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 500}
        - {branch: [LDN, HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 1bn}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 1bn}
      """
    tiny.batch = ", recalls: {rate: 100%, after: 1h}"
    tiny.payments = [
      "\(given), at: 2026-03-09T14:00:00Z",
      "id: Q, from: outside, to: NYC, currency: USD, amount: 800, at: 2026-03-09T16:00:00Z",
    ]
    let record = try tiny.record("batch")
    let journey = record.journeys.first { $0.payment == "P" }
    #expect(journey?.end == .returned && journey?.ended == Instant("2026-03-09T16:00:00Z"))
    #expect(record.pools[0].paidOut == 0 && record.pools[0].closing == 130_000)
  }
}
