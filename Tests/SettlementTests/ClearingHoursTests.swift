import Bookkeeping
import Testing
import Vocabulary

/// The hours of a clearing: a plain RTGS with opening hours, branches with hours of their own.
@Suite struct ClearingHoursTests {
  private func day(_ terms: String = "") -> ClearingScenario {
    var day = ClearingScenario()
    day.terms = "system: Day USD" + terms
    return day
  }

  @Test func aClosedSystemSettlesAtItsOpening() throws {
    var day = day()
    day.pay("early", "06:00:00", "A", "B", 10)
    day.pay("open", "12:00:00", "A", "B", 10)
    day.pay("late", "17:00:00", "A", "B", 10)
    day.payments.append(
      "id: friday, at: 2026-03-13T20:00:00Z, from: A, to: B, currency: USD, amount: 10")
    let record = try day.record()
    #expect(record.story("early") == ["night until 08:00"])
    #expect(record.story("open").isEmpty)
    #expect(record.story("late") == ["night until 10th 08:00"])
    #expect(
      record.story("friday") == [
        "night until 14th 00:00", "weekend until 16th 00:00", "night until 16th 08:00",
      ])
  }

  @Test func whoMissesTheCutOffWaitsForTheNextWindow() throws {
    var interbank = day()
    interbank.pay("P", "16:30:00", "A", "B", 10)
    #expect(try interbank.record().story("P").isEmpty)
    var customer = day(", cut-off: customer")
    customer.pay("P", "16:30:00", "A", "B", 10)
    customer.pay("just", "15:59:59", "A", "B", 10)
    let record = try customer.record()
    #expect(record.story("just").isEmpty)
    #expect(record.story("P") == ["night until 17:00", "night until 10th 08:00"])
  }

  @Test func whatStandsInAQueueAtTheCloseStaysForTheNextOpening() throws {
    var day = day()
    day.hold(0)
    day.pay("there", "15:00:00", "A", "B", 10)
    day.pay("back", "18:00:00", "B", "A", 10)
    let record = try day.record()
    #expect(record.story("there") == ["liquidity until 17:00", "night until 10th 08:00"])
    #expect(record.story("back") == ["night until 10th 08:00"])
  }

  @Test func aBranchThatDoesNotCreditAtOnceDoesSoInItsOwnHours() throws {
    var clearing = ClearingScenario()
    clearing.postings = "every 1h"
    clearing.terms += ", credits-at-once: [C]"
    clearing.pay("toB", "10:20:00", "A", "B", 10)
    clearing.pay("toC", "20:00:00", "A", "C", 10)
    clearing.pay("night", "20:00:00", "A", "B", 20)
    let record = try clearing.record()
    #expect(record.story("toB") == ["posting until 11:00"])
    #expect(record.story("toC").isEmpty)
    #expect(record.story("night").last == "night until 10th 09:00")
    // The money of the bank has moved at once all the same.
    #expect(
      record.pools[1].queuedMicroseconds == 0 && record.closings == [960, 1_030, 1_010, 1_000])
  }

  @Test func aPayingSideMayTakeInstructionsInItsHoursOnly() throws {
    var clearing = ClearingScenario()
    clearing.terms += ", accepts: business-hours"
    clearing.pay("P", "07:00:00", "A", "B", 10)
    #expect(try clearing.record().story("P") == ["night until 09:00"])
  }
}
