import Bookkeeping
import Testing
import Vocabulary

/// Deadlines: which payments have kept them, which have not, and of which that is not known.
@Suite struct DeadlineTests {
  private func flags(_ payment: String, _ model: String = "batch", batch: String = "") throws
    -> PaymentFlags
  {
    var tiny = TinyScenario()
    tiny.batch = batch
    tiny.payments = ["id: P, from: NYC, to: LDN, currency: USD, \(payment)"]
    return try #require(try tiny.record(model).payments.first).flags
  }

  @Test(arguments: [("2026-03-09T14:10:00Z", false), ("2026-03-09T14:09:59Z", true)])
  func aPaymentCreditedAtItsDeadlineHasKeptIt(deadline: String, late: Bool) throws {
    // Monday 10:00 in New York, in London ten minutes later.
    let flags = try flags("at: 2026-03-09T14:00:00Z, deadline: \(deadline), amount: 100")
    #expect(flags.contains(.hasDeadline) && flags.contains(.late) == late)
  }

  @Test func aReturnedPaymentIsLateWhateverItsDeadline() throws {
    let flags = try flags(
      "at: 2026-03-09T14:00:00Z, deadline: 2026-12-01T00:00:00Z, amount: 100",
      batch: ", returns: {rate: 100%, after: 1h}")
    #expect(flags.contains(.hasDeadline) && flags.contains(.late))
  }

  @Test(arguments: [("2026-03-17T23:59:59Z", true), ("2026-03-18T00:00:00Z", false)])
  func anOpenPaymentWithADeadlineAfterTheHorizonIsNotJudged(deadline: String, known: Bool) throws {
    // The review takes longer than the simulated time, which ends on 18 March at 00:00 UTC.
    let flags = try flags(
      "at: 2026-03-09T14:00:00Z, deadline: \(deadline), amount: 100",
      batch: ", screening: {alert-rate: 100%, review: {constant: 300d}, "
        + "review-hours: around-the-clock}")
    #expect(flags.contains(.hasDeadline) == known && flags.contains(.late) == known)
  }

  @Test(arguments: [
    // Saturday 7 March in New York and London: due on Monday 18:00 in London, held until Monday
    // 09:00 in New York and there at 13:10 UTC.
    ("2026-03-07T05:00:00Z", "2026-03-08T05:00:00Z", "0bd", false),
    // A Monday: due at its close, 18:00 in London; what comes after 17:50 in London is late.
    ("2026-03-09T17:50:01Z", "2026-03-09T18:30:00Z", "0bd", true),
    ("2026-03-09T17:50:01Z", "2026-03-09T18:30:00Z", "1bd", false),
  ])
  func aDeadlineOfZeroBusinessDaysIsThatDayOrTheNextBusinessDay(
    from: String, until: String, deadline: String, late: Bool
  ) throws {
    var tiny = TinyScenario()
    (tiny.from, tiny.until) = (from, until)
    tiny.payments = ["id: P, at: \(from), from: LDN, to: outside, currency: USD, amount: 1"]
    tiny.flows = """
        drawn: {from: NYC, to: LDN, currency: USD, arrivals: 1000 per day, deadline: \(deadline),
          amount: {constant: 1}}
      """
    let drawn = try tiny.record("batch").payments.filter { $0.flags.contains(.hasDeadline) }
    #expect(!drawn.isEmpty)
    #expect(drawn.allSatisfy { $0.flags.contains(.late) == late })
  }
}
