import Bookkeeping
import Testing

/// The hour of the week in which a payment is instructed, 0 for Monday's first.
@Suite struct HourOfWeekTests {
  @Test(
    "it is that of the payer's clock, on which the hour after 01:59 is 03:00 when summer time starts",
    arguments: [
      // Friday 08:00 in New York and in London.
      ("NYC", "2026-03-06T13:00:00Z", 4 * 24 + 8), ("LDN", "2026-03-06T08:00:00Z", 4 * 24 + 8),
      // Sunday, 8 March 2026: 01:59 and 03:00 in New York, a minute apart.
      ("NYC", "2026-03-08T06:59:00Z", 6 * 24 + 1), ("NYC", "2026-03-08T07:00:00Z", 6 * 24 + 3),
      // Monday 00:00 in London, still Sunday 20:00 in New York.
      ("LDN", "2026-03-09T00:00:00Z", 0), ("NYC", "2026-03-09T00:00:00Z", 6 * 24 + 20),
    ])
  func clock(payer: String, at: String, hour: Int) throws {
    var tiny = TinyScenario()
    let payee = payer == "NYC" ? "LDN" : "NYC"
    tiny.payments = ["id: P, from: \(payer), to: \(payee), currency: USD, at: \(at), amount: 100"]
    let fact = try #require(try tiny.record("batch").payments.first)
    #expect(Int(fact.hourOfWeek) == hour)
  }

  @Test("a payment's facts stay within 32 bytes")
  func size() { #expect(MemoryLayout<PaymentFact>.stride == 32) }
}
