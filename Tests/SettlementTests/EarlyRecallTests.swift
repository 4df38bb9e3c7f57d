import Bookkeeping
import Testing
import Vocabulary

/// A payment that is recalled before any of its money moved turns back where it is, on every rail.
@Suite struct EarlyRecallTests {
  /// Recalled at 11:00, while it is screened until 12:00.
  private let terms =
    ", screening: {alert-rate: 0%, check: 2h}, recalls: {rate: 100%, after: 1h}"

  @Test func atAClearing() throws {
    var clearing = ClearingScenario()
    clearing.hold(100)
    clearing.model = terms
    clearing.pay("P", "10:00:00", "A", "B", 100)
    let record = try clearing.record()
    #expect(record.story("P") == ["screening until 12:00", "returned"])
    #expect(record.pools[0].paidOut == 0)
  }

  @Test func asATokenizedDeposit() throws {
    var tiny = TinyScenario()
    tiny.token = terms
    tiny.payments = [
      "id: P, at: 2026-03-09T10:00:00Z, from: NYC, to: LDN, currency: USD, amount: 100"
    ]
    let record = try tiny.record("token")
    #expect(record.journeys[0].end == .returned)
    #expect(record.journeys[0].story == ["screening until 2026-03-09T12:00:00Z"])
    #expect(record.pools[0].paidOut == 0)
  }
}
